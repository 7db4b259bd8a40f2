import { posix } from 'node:path'
import type { WrittenCorrection } from '../../model/correction.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Seed, Sidecar } from '../../model/source.ts'
import type { Format, LibraryItem, Note, ReadArticle, ReadFile } from './formats/format.ts'
import { layOutText, MAX_CHARACTERS, noteDoubleEncoding } from './formats/text.ts'
import type { ReadSidecar } from './read-sidecar.ts'

/** A file with its sidecar. */
export interface FileReading {
  readonly file: string
  readonly sha256: string
  readonly format: Format
  readonly read: ReadFile
  readonly sidecar: Sidecar
  /** By the address of the article within the file; those of `undefined` are of its only article. */
  readonly corrections: ReadSidecar['corrections']
  /** The sidecar's own name, for problems. */
  readonly sidecarFile?: string | undefined
}

/** The seeds of a file: one, or one for each article in it. */
export function makeSeeds(reading: FileReading): Reported<Seed[]> {
  const { file, read, sidecar } = reading
  const made = read.articles.map((article) => makeSeed(reading, article))
  const known = new Set(read.articles.map(({ locator }) => locator))
  const strays = Object.keys(sidecar.articles ?? {}).filter((locator) => !known.has(locator))
  return {
    value: made.flatMap(({ value }) => value ?? []),
    problems: [
      ...read.notes.map((note) => toProblem(file, note)),
      ...made.flatMap(({ problems }) => problems),
      ...strays.map((locator) => strayProblem(reading, locator)),
      ...(known.has(undefined) ? [] : (reading.corrections.get(undefined) ?? [])).map((one) =>
        unplacedProblem(one, known),
      ),
    ],
  }
}

/** A note is a warning about its file; the rest of the file is used. */
export function toProblem(file: string, note: Note): Problem {
  return { severity: 'warning', ...note, file }
}

function makeSeed(reading: FileReading, article: ReadArticle): Reported<Seed | undefined> {
  const { file: path, format, sha256, read } = reading
  const { locator, ownSha256, blocks, encoding, stated, provenance, form, notes = [] } = article
  const file = locator === undefined ? path : `${path}#${locator}`
  const laid = article.text === undefined ? layOutText(blocks ?? []) : undefined
  const text = article.text ?? laid!.text
  const refusal = refuseText(text)
  if (refusal) return { value: undefined, problems: [...notes, refusal].map((note) => toProblem(file, note)) }
  const garbled = noteDoubleEncoding(text)
  const { articles, ...shared } = reading.sidecar
  const corrections = reading.corrections.get(locator)
  const value: Seed = {
    file,
    sha256: ownSha256 ?? sha256,
    encoding,
    format: format.name,
    text,
    sidecar: { ...(form && { form }), ...shared, ...(locator !== undefined && articles?.[locator]) },
    ...(laid && { extraction: { by: `${format.name} ${format.version}`, blocks: laid.blocks } }),
    ...(locator !== undefined && {
      container: { file: path, sha256, locator, ...(read.title && { title: read.title }) },
    }),
    ...(stated.length > 0 && { stated: [...stated] }),
    ...(provenance && { provenance }),
    ...(corrections && { corrections: [...corrections] }),
  }
  return { value, problems: [...notes, ...(garbled ? [garbled] : [])].map((note) => toProblem(file, note)) }
}

function refuseText(text: string): Note | undefined {
  if (text.trim() === '') return { rule: 'file/empty', reason: 'Unexpected article without words, expected its text' }
  if (text.length <= MAX_CHARACTERS) return undefined
  return {
    rule: 'file/too-long',
    reason: `Unexpected ${text.length} characters in one article, expected at most ${MAX_CHARACTERS}`,
    hint: 'Split it into one file an article.',
  }
}

function strayProblem({ file, sidecarFile, read }: FileReading, locator: string): Problem {
  const known = read.articles.flatMap((article) => article.locator ?? [])
  return {
    file: sidecarFile ?? file,
    severity: 'error',
    rule: 'file/stray-article',
    reason: `Unexpected article “${locator}”, expected one that ${file} holds`,
    hint:
      known.length > 0
        ? `Known: ${known.slice(0, 8).join(', ')}`
        : 'The file holds one article: write its fields without "articles".',
  }
}

function unplacedProblem(
  { correction, file, line }: WrittenCorrection,
  known: ReadonlySet<string | undefined>,
): Problem {
  return {
    file,
    line,
    severity: 'error',
    rule: 'file/unplaced-correction',
    reason: `Unexpected correction of kind ${correction.kind}, expected it under one of the articles of the file`,
    hint: `articles:\n  ${JSON.stringify([...known][0] ?? '…')}:\n    corrections:\n      - kind: ${correction.kind}`,
  }
}

/** Seeds with their entries in reference libraries. */
export interface DescribedSeeds {
  readonly seeds: readonly Seed[]
}

/**
 * Joins the entries of reference libraries (BibTeX, RIS, CSL JSON) to the files they describe: by the paths of their
 * attachments, which must be in the dossier's own folder, else by address or headline. An entry takes precedence over
 * metadata in the file.
 */
export function describeByLibraries(
  seeds: readonly Seed[],
  readings: readonly FileReading[],
): Reported<DescribedSeeds> {
  const byFile = new Map(seeds.map((seed) => [seed.file, seed]))
  const problems: Problem[] = []
  for (const { file, read } of readings)
    for (const item of read.items ?? []) {
      const seed = findDescribed(file, item, byFile)
      if (seed) byFile.set(seed.file, describe(seed, file, item))
      else problems.push(unattachedProblem(file, item))
    }
  return { value: { seeds: seeds.map(({ file }) => byFile.get(file)!) }, problems }
}

function findDescribed(library: string, item: LibraryItem, seeds: ReadonlyMap<string, Seed>): Seed | undefined {
  const folder = posix.dirname(library)
  const paths = item.attachments.map((path) => posix.normalize(posix.join(folder, path.replaceAll('\\', '/'))))
  const attached = paths.filter((path) => path.startsWith('seeds/articles/')).map((path) => seeds.get(path))
  return attached.find((seed) => seed !== undefined) ?? findBySameWords(item, [...seeds.values()])
}

function findBySameWords({ stated }: LibraryItem, seeds: readonly Seed[]): Seed | undefined {
  const valueOf = (field: string) => String(stated.find((one) => one.field === field)?.value ?? '')
  const [url, headline] = [plain(valueOf('url')), plain(valueOf('headline'))]
  const says = (seed: Seed, field: string, value: string) =>
    value !== '' && (seed.stated ?? []).some((one) => one.field === field && plain(String(one.value)) === value)
  return (
    seeds.find((seed) => says(seed, 'url', url)) ??
    seeds.find((seed) => says(seed, 'headline', headline)) ??
    seeds.find((seed) => headline.length > 12 && plain(seed.text.slice(0, 400)).startsWith(headline))
  )
}

const plain = (words: string) => words.replaceAll(/\s+/g, ' ').replace(/\/$/, '').trim().toLowerCase()

function describe(seed: Seed, library: string, { stated, provenance, key }: LibraryItem): Seed {
  return {
    ...seed,
    stated: [...stated, ...(seed.stated ?? [])],
    provenance: { ...seed.provenance, ...provenance, describedBy: `${library}#${key}` },
  }
}

function unattachedProblem(file: string, { key, stated, attachments }: LibraryItem): Problem {
  const headline = stated.find(({ field }) => field === 'headline')?.value ?? key
  const named =
    attachments[0] === undefined
      ? 'names no file'
      : `names ${attachments[0]}, which is not in the folder or not readable`
  return toProblem(file, {
    rule: 'file/no-attachment',
    reason: `Unexpected entry without a text: “${headline}” ${named}`,
    hint: 'Put the attached files beside the library, as Zotero exports them with “Export Files”.',
  })
}
