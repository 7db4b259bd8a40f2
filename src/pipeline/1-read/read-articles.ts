import { createHash } from 'node:crypto'
import { join, parse as parsePath } from 'node:path'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Seed } from '../../model/source.ts'
import { removeDeceiving } from '../../text/invisible.ts'
import { decodeBytes } from './decode-bytes.ts'
import { listFolder } from './list-folder.ts'
import { readOwnFile } from './read-own-file.ts'
import { readOwnText } from './read-own-text.ts'
import type { NamedText } from './read-sidecar.ts'
import { readSidecar } from './read-sidecar.ts'

const FOLDER = 'seeds/articles'
const FORMATS: Readonly<Record<string, Seed['format']>> = { '.txt': 'text', '.md': 'markdown', '.markdown': 'markdown' }
const SIDECARS = ['.yml', '.yaml']

/** Above this a text is not an article but an archive; UTF-16 code units. */
const MAX_CHARACTERS = 1_000_000

/**
 * Reads every article of a dossier with its sidecar, in code point order of their names.
 * Each file that cannot be read is a problem of its own and hides none of the others.
 *
 * @param root the dossier's folder
 */
export function readArticles(root: string): Reported<Seed[]> {
  const names = listFolder(join(root, FOLDER)).filter((name) => !name.startsWith('.'))
  const articles = names.filter((name) => parsePath(name).ext in FORMATS)
  const read = articles.map((name) => readArticle(root, name, names))
  const problems = [...read.flatMap((one) => one.problems), ...findStrays(names, articles)]
  const seeds = read.flatMap((one) => one.value ?? [])
  if (articles.length === 0)
    problems.push(
      problem(
        FOLDER,
        'read/no-articles',
        'Unexpected empty folder, expected at least one article',
        `Put a text file there: ${FOLDER}/001.txt`,
      ),
    )
  return { value: seeds, problems: [...problems, ...findTwins(seeds)] }
}

function problem(file: string, rule: string, reason: string, hint: string): Problem {
  return { file, severity: 'error', rule, reason, hint }
}

function readArticle(root: string, name: string, names: readonly string[]): Reported<Seed | undefined> {
  const file = `${FOLDER}/${name}`
  const read = readOwnFile(root, file)
  if (read.problem) return refuse(read.problem)
  const own = readOwnSidecar(root, name, names)
  const decoded = decodeBytes(read.bytes, own.value?.text)
  if (decoded.text === undefined)
    return refuse(
      problem(file, 'read/not-text', decoded.reason, 'Save it as plain text in UTF-8, or take it out of the folder.'),
    )
  const refusal = refuseText(file, decoded.text)
  if (refusal) return refuse(refusal)
  const { mended, unknown, ...known } = decoded
  const format = FORMATS[parsePath(name).ext]!
  const sidecar = readSidecar(
    format === 'markdown' ? { file, text: removeDeceiving(known.text) } : undefined,
    own.value,
  )
  const sha256 = createHash('sha256').update(read.bytes).digest('hex')
  const notes = [
    ...(mended > 0 ? [tellMended(file, mended)] : []),
    ...(unknown === undefined ? [] : [tellUnknown(file, unknown)]),
  ]
  return {
    value: { file, sha256, format, ...known, sidecar: sidecar.value },
    problems: [...own.problems, ...sidecar.problems, ...notes],
  }
}

const refuse = (one: Problem) => ({ value: undefined, problems: [one] })

function refuseText(file: string, text: string): Problem | undefined {
  if (text.trim() === '')
    return problem(
      file,
      'read/empty',
      'Unexpected empty file, expected the text of an article',
      `Paste the text in, or delete ${file}.`,
    )
  if (text.length > MAX_CHARACTERS)
    return problem(
      file,
      'read/too-long',
      `Unexpected ${text.length} characters, expected at most ${MAX_CHARACTERS}`,
      'Split it into one file an article.',
    )
  return undefined
}

function tellMended(file: string, count: number): Problem {
  const reason = `Unexpected damaged characters; ${count} of them stand as U+FFFD`
  return {
    file,
    severity: 'warning',
    rule: 'read/mended',
    reason,
    hint: 'Clip the article again, or save it as UTF-8.',
  }
}

function tellUnknown(file: string, label: string): Problem {
  const reason = `Unexpected encoding “${label}”, expected one of those that browsers know; the file was read as windows-1252`
  return {
    file,
    severity: 'warning',
    rule: 'read/unknown-encoding',
    reason,
    hint: 'Save it as UTF-8, or name its encoding in the sidecar:\nencoding: iso-8859-2',
  }
}

function readOwnSidecar(root: string, name: string, names: readonly string[]): Reported<NamedText | undefined> {
  const own = SIDECARS.map((extension) => parsePath(name).name + extension).find((one) => names.includes(one))
  if (own === undefined) return { value: undefined, problems: [] }
  const { value: text, problems } = readOwnText(root, `${FOLDER}/${own}`)
  return { value: text === undefined ? undefined : { file: `${FOLDER}/${own}`, text }, problems }
}

/** Files that nothing reads: unknown formats, sidecars without an article, two articles for one sidecar. */
function findStrays(names: readonly string[], articles: readonly string[]): Problem[] {
  return names
    .filter((name) => !articles.includes(name))
    .flatMap((name) => {
      const { name: stem, ext } = parsePath(name)
      const owners = articles.filter((article) => parsePath(article).name === stem)
      const file = `${FOLDER}/${name}`
      if (!SIDECARS.includes(ext))
        return [
          problem(
            file,
            'read/unknown-format',
            `Unexpected ${ext || 'file without extension'}, expected .txt or .md`,
            `Save its text as ${FOLDER}/${stem}.txt`,
          ),
        ]
      if (owners.length === 0)
        return [
          problem(
            file,
            'read/stray-sidecar',
            `Unexpected sidecar without an article, expected ${stem}.txt or ${stem}.md beside it`,
            `Rename it after its article, or delete ${file}.`,
          ),
        ]
      if (owners.length > 1)
        return [
          problem(
            file,
            'read/shared-sidecar',
            `Unexpected second article for one sidecar: ${owners.join(', ')}`,
            `Rename one: ${FOLDER}/${stem}-2${parsePath(owners[1]!).ext}`,
          ),
        ]
      return []
    })
}

/** The same bytes under two names would be given the same address. */
function findTwins(seeds: readonly Seed[]): Problem[] {
  const first = new Map<string, string>()
  return seeds.flatMap(({ sha256, file }) => {
    const twin = first.get(sha256)
    if (twin === undefined) first.set(sha256, file)
    return twin === undefined
      ? []
      : [
          problem(
            file,
            'read/same-seed',
            `Unexpected same bytes as ${twin}: both would get one address`,
            `Delete ${file}.`,
          ),
        ]
  })
}
