import type { z } from 'zod'
import type { PagePermalink, PassagePermalink, Permalink, PermalinkRecord } from '../../model/permalink.ts'
import { isPassagePermalink, pagePermalink, passagePermalink } from '../../model/permalink.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { QuoteSelector, WrittenCorrection, WrittenJointCorrection } from '../../model/correction.ts'
import { placesOf } from '../../model/correction.ts'
import type { Seed } from '../../model/source.ts'
import { entryOf, writeEntries } from '../../text/entry-lines.ts'
import { correctionProblem } from '../../text/quoted-place.ts'

/** The file that holds the record, relative to the dossier's root. */
export const RECORD_FILE = 'content/permalinks.json'

/** The copy that a site carries of the record it was published with, relative to the site's folder. */
export const PUBLISHED_RECORD = 'data/permalinks.json'

const HINT = `Take the line from the last commit (git checkout -- ${RECORD_FILE}); after a merge keep the lines of both sides.`

/**
 * Reads the record: a JSON array with one address a line. A line that is not what the build writes is an error, for
 * every line is a promise.
 */
export function parseRecord(lines: Iterable<string>): Reported<PermalinkRecord> {
  const value: Permalink[] = []
  const problems: Problem[] = []
  const ids = new Set<string>()
  let number = 0
  for (const line of lines) {
    number += 1
    const entry = entryOf(line)
    if (entry === undefined) continue
    const read = parseEntry(entry)
    const fault =
      typeof read === 'string' ? read : ids.has(read.id) ? `Two lines for ${read.id}, expected one` : undefined
    if (fault)
      problems.push({
        file: RECORD_FILE,
        line: number,
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
export const writeRecord = (record: PermalinkRecord): Generator<string> =>
  writeEntries(sortById(record), (line) => JSON.stringify(inOrder(line)))

/** The address of an entry, or its error. */
function parseEntry(entry: string): Permalink | string {
  let json: unknown
  try {
    json = JSON.parse(entry)
  } catch {
    return `Unexpected text "${entry.slice(0, 60)}", expected one address as JSON`
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

interface Corrected {
  readonly seeds: readonly Seed[]
  readonly corrections: readonly WrittenJointCorrection[]
}

/**
 * Gives each correction that names a passage by its id the text that was published under it. Of a source that may not
 * be shown in full no text is kept: there the words of the correction alone say where it applies.
 */
export function quoteCitedPassages({ seeds, corrections }: Corrected, record: PermalinkRecord): Reported<Corrected> {
  const texts = new Map(record.filter(isPassagePermalink).map(({ id, text }) => [id, text]))
  const problems: Problem[] = []
  const quote = (written: { file: string; line: number }, { passage, exact }: QuoteSelector): string | undefined => {
    if (passage !== undefined && !texts.has(passage)) {
      const reason = `Unexpected passage ${passage}, expected the id of a published one`
      problems.push(correctionProblem(written, 'unknown-passage', reason, `at: { exact: ${JSON.stringify(exact)} }`))
    }
    return passage === undefined ? undefined : texts.get(passage)
  }
  const cite = (written: WrittenCorrection): WrittenCorrection => {
    const { correction } = written
    const cited = 'at' in correction ? quote(written, correction.at) : undefined
    return cited === undefined ? written : { ...written, cited }
  }
  const citeJoint = (written: WrittenJointCorrection): WrittenJointCorrection => {
    const cited = placesOf(written.correction).flatMap((place) => {
      const text = quote(written, place)
      return text === undefined ? [] : [[place.passage!, text] as const]
    })
    return cited.length === 0 ? written : { ...written, cited: new Map(cited) }
  }
  return {
    value: {
      seeds: seeds.map((seed) => (seed.corrections ? { ...seed, corrections: seed.corrections.map(cite) } : seed)),
      corrections: corrections.map(citeJoint),
    },
    problems,
  }
}
