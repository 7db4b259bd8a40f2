import { posix } from 'node:path'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Seed } from '../../model/source.ts'
import type { LibraryItem } from './formats/format.ts'
import type { FileReading } from './make-seeds.ts'
import { toProblem } from './make-seeds.ts'

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
