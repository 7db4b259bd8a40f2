import { join, parse as parsePath } from 'node:path'
import type { FieldMapping } from '../../model/dossier.ts'
import type { UnusedFile } from '../../model/extracted.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Seed } from '../../model/source.ts'
import { removeDeceiving } from '../../text/characters.ts'
import { findDeclared } from './decode-bytes.ts'
import { describeByLibraries, makeSeeds, toProblem } from './make-seeds.ts'
import type { ExtractedFile, ExtractionTask } from './extract-file.ts'
import { extractFile } from './extract-file.ts'
import type { Format, Opening } from './formats/format.ts'
import { formatOf, KNOWN_EXTENSIONS, recogniseFormat } from './formats/registry.ts'
import { ARTICLES, checkHidden, checkSidecars, leaveOutCompanions, listFiles, readOpening } from './list-folder.ts'
import type { FileReading } from './make-seeds.ts'
import { readOwnText } from './read-own-file.ts'
import type { NamedText } from './read-sidecar.ts'
import { readSidecar } from './read-sidecar.ts'

const SIDECARS = ['.yml', '.yaml']

/**
 * Reads files of other formats than plain text, each in bounded time and memory.
 *
 * @param keep called with each result, and its place among the tasks, as soon as it is there
 */
export type Extract = (tasks: readonly ExtractionTask[], keep?: KeepExtracted) => Promise<readonly ExtractedFile[]>
export type KeepExtracted = (index: number, result: ExtractedFile) => void

/**
 * Without workers, for tests and where nothing has to be guarded against.
 *
 * @param extract reads one file; the stages together read it with a judge of its lines, see `extract-in-workers.ts`
 */
export const extractWith =
  (extract: (task: ExtractionTask) => Promise<ExtractedFile>): Extract =>
  (tasks, keep) =>
    Promise.all(
      tasks.map(async (task, index) => {
        const result = await extract(task)
        keep?.(index, result)
        return result
      }),
    )

/** How articles are read. */
export interface ReadingOptions {
  readonly extract?: Extract | undefined
  readonly mapping?: FieldMapping | undefined
}

/** The articles of a dossier, and the files that gave none. */
export interface ReadArticles {
  readonly seeds: readonly Seed[]
  readonly unused: readonly UnusedFile[]
}

/** A file whose format is known, with the text of its sidecar. */
interface Candidate {
  readonly file: string
  readonly format: Format
  readonly own: NamedText | undefined
}

/**
 * Reads every article of a dossier with its sidecar, in code point order of their names. A file that cannot be used is
 * reported and listed, and hides none of the others.
 *
 * @param root the dossier's folder
 */
export async function readArticles(root: string, reading: ReadingOptions = {}): Promise<Reported<ReadArticles>> {
  const names = leaveOutCompanions(listFiles(join(root, ARTICLES)))
  const files = names.filter((name) => !SIDECARS.includes(parsePath(name).ext))
  const known = new Set(names)
  const probed = files.map((name) => probe(root, name, known))
  const candidates = probed.flatMap(({ value }) => value ?? [])
  const readings = await readAll(root, candidates, reading)
  const made = readings.map((reading) => (reading.value ? makeSeeds(reading.value) : { value: [], problems: [] }))
  const described = describeByLibraries(
    made.flatMap(({ value }) => value),
    readings.flatMap(({ value }) => (value ? [value] : [])),
  )
  const { seeds } = described.value
  const refusals = [...probed, ...readings].flatMap(({ refusal }) => refusal ?? [])
  const problems = [
    ...probed.flatMap((one) => one.problems),
    ...readings.flatMap((one) => one.problems),
    ...made.flatMap((one) => one.problems),
    ...described.problems,
    ...refusals,
    ...checkSidecars(names, files),
    ...checkHidden(join(root, ARTICLES)),
    ...(seeds.length === 0 ? [noArticlesProblem(files.length)] : []),
  ]
  const unused = [...refusals, ...emptiedProblems(readings, made)]
  return { value: { seeds: joinCopies(seeds), unused: unused.map(toUnused) }, problems }
}

interface Step<T> extends Reported<T | undefined> {
  /** Why nothing came of the file. */
  readonly refusal?: Problem
}

function probe(root: string, name: string, names: ReadonlySet<string>): Step<Candidate> {
  const file = `${ARTICLES}/${name}`
  const opened = readOpening(root, file)
  if ('problem' in opened) return { value: undefined, problems: [], refusal: soften(opened.problem) }
  const format = recogniseFormat(opened.opening)
  if (!format) return { value: undefined, problems: [], refusal: refuseUnknown(file, opened.opening) }
  const own = readOwnSidecar(root, name, names)
  const { extension } = opened.opening
  const isMisnamed = KNOWN_EXTENSIONS.has(extension) && !format.extensions.includes(extension)
  return {
    value: { file, format, own: own.value },
    problems: [...own.problems, ...(isMisnamed ? [misnamedProblem(file, extension, format)] : [])],
  }
}

/** A file that cannot be used is a warning: the others are published. */
const soften = (problem: Problem): Problem => ({ ...problem, severity: 'warning' })

function refuseUnknown(file: string, { extension, bytes }: Opening): Problem {
  if (bytes.length === 0)
    return toProblem(file, {
      rule: 'file/empty',
      reason: 'Unexpected empty file, expected an article',
      hint: `Save it again, or delete ${file}.`,
    })
  if (KNOWN_EXTENSIONS.has(extension))
    return toProblem(file, {
      rule: 'file/damaged',
      reason: `Unexpected contents under the ending ${extension}: the file is damaged, or holds something else`,
      hint: 'Save or export it again, or put its text into a .txt file.',
    })
  return toProblem(file, {
    rule: 'file/unknown-format',
    reason: `Unexpected contents under ${extension ? `the ending ${extension}` : 'a name without ending'}, expected text, a web page or another format that is known`,
    hint: `Save its text as ${file.replace(/(?:\.[^./]*)?$/, '.txt')}`,
  })
}

function misnamedProblem(file: string, extension: string, { name, extensions }: Format): Problem {
  return toProblem(file, {
    rule: 'file/misnamed',
    reason: `Unexpected ending ${extension}: the file holds ${name}, and was read as that`,
    hint: `Rename it: ${file.slice(0, -extension.length)}${extensions[0]}`,
  })
}

/** Plain files are read here, the others in workers that can be ended. */
async function readAll(
  root: string,
  candidates: readonly Candidate[],
  { extract = extractWith(extractFile), mapping }: ReadingOptions,
): Promise<Step<FileReading>[]> {
  const taskOf = ({ file, format, own }: Candidate): ExtractionTask => ({
    root,
    file,
    format: format.name,
    encoding: own && findDeclared(own.text),
    mapping,
  })
  const foreign = candidates.filter(({ format }) => !format.isPlain)
  const extracted = new Map<Candidate, ExtractedFile>()
  for (const one of candidates) if (one.format.isPlain) extracted.set(one, await extractFile(taskOf(one)))
  const results = await extract(foreign.map(taskOf))
  for (const [index, one] of foreign.entries()) extracted.set(one, results[index]!)
  return candidates.map((one) => takeReading(one, extracted.get(one)!))
}

function takeReading({ file, format, own }: Candidate, extracted: ExtractedFile): Step<FileReading> {
  if (extracted.refusal) return { value: undefined, problems: [], refusal: toProblem(file, extracted.refusal) }
  const { read, sha256 } = extracted
  const [only] = read.articles
  const front =
    format.name === 'markdown' && only?.text !== undefined && only.stated.length === 0
      ? { file, text: removeDeceiving(only.text) }
      : undefined
  const { value: said, problems } = readSidecar(front, own)
  return { value: { file, sha256, format: formatOf(format.name), read, ...said, sidecarFile: own?.file }, problems }
}

function readOwnSidecar(root: string, name: string, names: ReadonlySet<string>): Reported<NamedText | undefined> {
  const { dir, name: stem } = parsePath(name)
  const own = SIDECARS.map((extension) => (dir ? `${dir}/` : '') + stem + extension).find((one) => names.has(one))
  if (own === undefined) return { value: undefined, problems: [] }
  const { value: text, problems } = readOwnText(root, `${ARTICLES}/${own}`)
  return { value: text === undefined ? undefined : { file: `${ARTICLES}/${own}`, text }, problems }
}

const noArticlesProblem = (files: number): Problem => ({
  file: ARTICLES,
  severity: 'error',
  rule: 'file/no-articles',
  reason:
    files === 0
      ? 'Unexpected empty folder, expected at least one article'
      : `Unexpected folder of ${files} file${files === 1 ? '' : 's'} none of which can be used`,
  hint: `Put a text file there: ${ARTICLES}/001.txt`,
})

/** Files that were read and of which no article was left. */
function emptiedProblems(readings: readonly Step<FileReading>[], made: readonly Reported<Seed[]>[]): Problem[] {
  return readings.flatMap(({ value }, index) => {
    if (!value || value.read.items || made[index]!.value.length > 0) return []
    return made[index]!.problems.slice(0, 1).map((problem) => ({ ...problem, file: value.file }))
  })
}

const toUnused = ({ file, rule, reason, hint }: Problem): UnusedFile => ({ file, rule, reason, ...(hint && { hint }) })

/** The same bytes at several paths are one source, which names its further copies. */
function joinCopies(seeds: readonly Seed[]): Seed[] {
  const groups = Map.groupBy(seeds, ({ sha256 }) => sha256)
  return [...groups.values()].map(([first, ...copies]) =>
    copies.length === 0 ? first! : { ...first!, copies: copies.map(({ file }) => file) },
  )
}
