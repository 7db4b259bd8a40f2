import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceEntry } from '../../model/entry.ts'
import type { SourceVersion } from '../../model/version.ts'
import { sourceVersion } from '../../model/version.ts'
import { CONTENT } from '../loader/folders.ts'
import { track } from '../loader/reads.ts'

/** The earlier texts of one source that are kept, the first first. */
export const listVersionsOf = track('versions', (source): SourceVersion[] => {
  const folder = join(CONTENT, 'versions', source)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => sourceVersion.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .sort((a, b) => a.version - b.version)
})

/** What stands for the day of a source that nobody dates; it sorts before every real one. */
const NO_DAY = '1970-01-01'

/**
 * The moment at which a source's text was last changed, for feeds and search engines, without a clock: the latest day
 * that the dossier knows of it (published, or clipped, by its sidecar), and as many seconds into it as its text has
 * changed. So a changed text always gives a later moment than the one before, and the same dossier the same moment.
 *
 * @param version number of the present text, from 1
 * @param earlier its earlier texts
 */
export function stampSource(
  source: Pick<SourceEntry, 'date' | 'accessed'>,
  version: number,
  earlier: readonly Pick<SourceVersion, 'accessed'>[],
): string {
  const days = [source.date, source.accessed, ...earlier.map(({ accessed }) => accessed)]
    .filter((day) => day !== undefined)
    .map(fullDay)
  return stamp(
    days.reduce((a, b) => (b > a ? b : a), NO_DAY),
    version - 1,
  )
}

/** The first moment of a day, month or year, as RFC 3339 wants it. */
export function stampDay(date: string): string {
  return stamp(fullDay(date), 0)
}

function stamp(day: string, seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day}T${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`
}

function fullDay(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-')
  return `${year}-${month}-${day}`
}
