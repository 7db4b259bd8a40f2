import type { z } from 'zod'
import type { PagePermalink, PassagePermalink, Permalink, PermalinkRecord } from '../../model/permalink.ts'
import { isPassagePermalink, pagePermalink, passagePermalink } from '../../model/permalink.ts'
import type { Problem, Reported } from '../../model/problem.ts'

/** The file that holds the record, relative to the dossier's root. */
export const RECORD_FILE = 'content/permalinks.json'

/** The copy that a site carries of the record it was published with, relative to the site's folder. */
export const PUBLISHED_RECORD = 'data/permalinks.json'

const HINT = `Take the line from the last commit (git checkout -- ${RECORD_FILE}); after a merge keep the lines of both sides.`

/**
 * Reads the record: a JSON array with one address a line. A line that is not what the build writes is an error, for
 * every line is a promise.
 */
export function parseRecord(text: string): Reported<PermalinkRecord> {
  const value: Permalink[] = []
  const problems: Problem[] = []
  const ids = new Set<string>()
  for (const [index, line] of text.split('\n').entries()) {
    if (['', '[', ']', '[]'].includes(line.trim())) continue
    const read = parseLine(line.trim())
    const fault =
      typeof read === 'string' ? read : ids.has(read.id) ? `Two lines for ${read.id}, expected one` : undefined
    if (fault)
      problems.push({
        file: RECORD_FILE,
        line: index + 1,
        severity: 'error',
        rule: 'permalink/record',
        reason: fault,
        hint: HINT,
      })
    if (typeof read === 'string' || fault) continue
    ids.add(read.id)
    value.push(read)
  }
  return { value: sortById(value), problems }
}

/** Writes the record, one address a line, sorted by id, so that two branches' new lines merge. */
export function writeRecord(record: PermalinkRecord): string {
  if (record.length === 0) return '[]\n'
  return `[\n${sortById(record)
    .map((line) => JSON.stringify(inOrder(line)))
    .join(',\n')}\n]\n`
}

/** The line's address, or what is wrong with it. */
function parseLine(line: string): Permalink | string {
  let json: unknown
  try {
    json = JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line)
  } catch {
    return `Unexpected text "${line.slice(0, 60)}", expected one address as JSON`
  }
  const schema: z.ZodType<Permalink> = isPassageLike(json) ? passagePermalink : pagePermalink
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  return `${issue.path.join('.')}: ${issue.message}`
}

function isPassageLike(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'source' in json
}

/** The same fields in the order of the schema, so that the same record gives the same bytes. */
function inOrder(line: Permalink): Permalink {
  const { shape } = isPassagePermalink(line) ? passagePermalink : pagePermalink
  const fields = line as Record<string, unknown>
  return Object.fromEntries(
    Object.keys(shape)
      .filter((key) => fields[key] !== undefined)
      .map((key) => [key, fields[key]]),
  ) as Permalink
}

function sortById(record: PermalinkRecord): Permalink[] {
  return record.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The two kinds of lines of a record, each in its order. */
export interface SplitRecord {
  readonly pages: readonly PagePermalink[]
  /** Lines of passages by the id of their source. */
  readonly passages: ReadonlyMap<string, readonly PassagePermalink[]>
}

/** Splits a record into pages and passages. */
export function splitRecord(record: PermalinkRecord): SplitRecord {
  return {
    pages: record.flatMap((line) => (isPassagePermalink(line) ? [] : [line])),
    passages: Map.groupBy(record.filter(isPassagePermalink), ({ source }) => source),
  }
}
