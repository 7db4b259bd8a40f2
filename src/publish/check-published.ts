import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Contradiction } from '../model/comparison.ts'
import type { Dossier } from '../model/dossier.ts'
import type { SpanInFile } from '../model/passage.ts'
import type { Addresses, PermalinkRecord } from '../model/permalink.ts'
import type { Problem } from '../model/problem.ts'
import { checkHistory } from '../pipeline/6-address/check-promises.ts'
import { parseRecord, PUBLISHED_RECORD, RECORD_FILE } from '../pipeline/6-address/record-file.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { findPublished } from './disk/disk.ts'
import { compare, nearestName } from '../text/compare.ts'
import { escapeJson } from '../text/escape.ts'
import { positionAt } from '../text/lines.ts'
import { seedRange } from '../text/ranges.ts'
import { readFileLines } from '../text/read-lines.ts'

/**
 * Checks a build against the site that it would replace, which has the record it was published with: this finds
 * lines lost from `content/permalinks.json` since, even where the remaining lines agree.
 *
 * @param out the folder of the site; if it does not exist, nothing was published from here
 * @param isUntouched whether the site's copy of the record and the record itself are still those that one build left
 */
export function checkPublished(
  { record, published }: Pick<BuiltDossier, 'record' | 'published'>,
  out: string,
  isUntouched: (copy: readonly string[]) => boolean = () => false,
): Problem[] {
  const files = findPublished(join(out, PUBLISHED_RECORD))
  const [file] = files
  if (file === undefined) return []
  const isOwn = isUntouched(files) || readRecord(files, (lines) => isSameText(lines, published.lines))
  const read = isOwn === true ? published.record : readRecord(files, (lines) => parseRecord(lines).value)
  if (typeof isOwn === 'string') return [problemOf(file, isOwn, REBUILD)]
  if (typeof read === 'string') return [problemOf(file, read, REBUILD)]
  return checkHistory(read, record)
}

const REBUILD = 'Delete the folder of the site, and build again.'

/** Whether the site's copy of the record, which is escaped, is that of the lines. */
function isSameText(copy: Iterable<string>, lines: Iterable<string>): boolean {
  const rest = Iterator.from(lines)
  for (const line of copy) {
    const { value, done } = rest.next()
    if (done || escapeJson(value) !== line) return false
  }
  return rest.next().done === true
}

const HINT = `Give the record of the hosted site, which carries it as ${PUBLISHED_RECORD}, or an earlier commit's: git show HEAD~1:${RECORD_FILE}`

/**
 * Checks a build against any record of published addresses. It finds addresses that would break
 * even if both the dossier's own record and its site were deleted.
 *
 * @param record the record that this build would write
 * @param file path of the published record
 */
export function checkPublishedFile(record: PermalinkRecord, file: string): Problem[] {
  const read = readRecord([file], parseRecord)
  if (typeof read === 'string') return [problemOf(file, read, HINT)]
  const { value, problems } = read
  if (problems.length > 0) return problems.slice(0, 1).map((problem) => ({ ...problem, file, hint: HINT }))
  if (value.length === 0) return [problemOf(file, 'Unexpected empty record, expected one address or more', HINT)]
  return checkHistory(value, record)
}

/**
 * What is read from the lines of a record, or the reason why it cannot be read.
 *
 * @param files its parts; a path may be that of any file
 */
function readRecord<T>(files: readonly string[], read: (lines: Iterable<string>) => T): T | string {
  if (files.some((file) => !statSync(file, { throwIfNoEntry: false })?.isFile()))
    return 'No such file, expected the record of a published dossier'
  try {
    return read(files.values().flatMap(readFileLines))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return `Unexpected ${typeof code === 'string' ? code : message} while reading, expected a file that may be read`
  }
}

function problemOf(file: string, reason: string, hint: string): Problem {
  return { file, severity: 'error', rule: 'build/published', reason, hint }
}

const FOLDER = 'seeds/pages'

/** Finds each `<Cite to="…">` of a hand-written page that leads to nothing, without rendering the page. */
export function checkHandWritten(root: string, addresses: Addresses): Problem[] {
  const folder = join(root, FOLDER)
  if (!existsSync(folder)) return []
  const pages = readdirSync(folder).filter((name) => name.endsWith('.mdx'))
  const known = new Set(idsOf(addresses))
  return pages
    .sort(compare)
    .flatMap((name) => checkPage(`${FOLDER}/${name}`, readFileSync(join(folder, name), 'utf8'), known))
}

function idsOf({ sources, passages, entities, quotations, datedEvents }: Addresses): string[] {
  const pages = [sources, entities, quotations, datedEvents].flatMap((held) => [...held.values()].map(({ id }) => id))
  return [...passages.values(), ...pages]
}

/** Problems of one page, each with its line and the id that is nearest in spelling. */
export function checkPage(file: string, text: string, known: ReadonlySet<string>): Problem[] {
  return Array.from(text.matchAll(/<Cite\s+to=["']([^"'<>]*)["']/g)).flatMap(({ 1: id, index }) => {
    if (known.has(id!)) return []
    const near = nearestName(id!, [...known])
    return [
      {
        file,
        ...positionAt(text, index),
        severity: 'error' as const,
        rule: 'check/dead-citation',
        reason: `Unexpected id “${id}”, expected that of a passage, source, entity, quotation or dated event`,
        ...(near && { hint: `<Cite to="${near}">` }),
      },
    ]
  })
}

/**
 * Reports the contradictions of a dossier as problems: each at its first passage, with the words of all its passages in
 * the reason and the YAML that acknowledges it in the hint. Those that an editor has acknowledged are left out.
 */
export function checkContradictions(dossier: Dossier): Problem[] {
  return dossier.contradictions.filter(({ answer }) => !answer?.isCurrent).map((one) => unansweredProblem(dossier, one))
}

function unansweredProblem(
  dossier: Dossier,
  { rule, severity, reason, passages, written, key, hash, answer }: Contradiction,
): Problem {
  const places = passages.map((at) => locate(dossier, at))
  const [first] = places
  const where = written ?? (first ? { file: first.file, line: first.line, column: first.column } : { file: 'seeds' })
  const quoted = places.map(({ file, line, words }) => `\n  ${file}:${line}  “${words}”`).join('')
  const outdated = answer ? ' It was answered before its passages changed.' : ''
  return {
    ...where,
    severity,
    rule,
    reason: `${reason}${outdated}${quoted}`,
    hint: `To let it stand, write into seeds/register/answers.yml:\n- key: ${JSON.stringify(key)}\n  reason: "…"\n  passages: "${hash}"`,
  }
}

function locate({ sources }: Dossier, { file, passage: ordinal, start, end }: SpanInFile) {
  const source = sources.find((one) => one.file === file)!
  const passage = source.passages.find((one) => one.ordinal === ordinal)!
  const { line, column } = positionAt(source.text, seedRange(passage, { start, end }).start)
  return { file, line, column, words: passage.text.slice(start, end) }
}
