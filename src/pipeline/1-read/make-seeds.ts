import type { WrittenCorrection } from '../../model/correction.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Seed, Sidecar } from '../../model/source.ts'
import type { Format, Note, ReadArticle, ReadFile } from './formats/format.ts'
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
