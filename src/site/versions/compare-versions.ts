import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLanguageFile } from '../../lang/language-files.ts'
import { diffWords } from '../../lang/words.ts'
import type { SourceEntry, SourceVersion } from '../../model/entry.ts'
import { sourceVersion } from '../../model/entry.ts'
import { tokenise } from '../../text/tokens.ts'
import { CONTENT, permalinksOfPassages } from '../loader/addresses.ts'
import { track } from '../loader/reads.ts'

/** A passage whose words are not what they were, with its id. */
export interface ChangedPassage {
  readonly id: string
  /** Its number in the present text; absent when it stands there no more. */
  readonly ordinal?: number
  readonly runs: readonly ChangedRun[]
  readonly figures: readonly ChangedFigure[]
}

/** Changes from an earlier text of a source to the current one: its passages in order, then those that are gone. */
export function compareVersions({ id, language, passages }: SourceEntry, earlier: SourceVersion): ChangedPassage[] {
  const texts = new Map(permalinksOfPassages(id).map((line) => [line.id, line.text ?? '']))
  const before = new Map(earlier.passages.map((passage) => [passage.id, passage.text]))
  const present = new Set(passages.map((passage) => passage.id))
  const standing = passages.map((passage) => ({
    ...describe(passage.id, before.get(passage.id) ?? '', texts.get(passage.id) ?? '', language),
    ordinal: passage.ordinal,
  }))
  const gone = earlier.passages
    .filter((passage) => !present.has(passage.id))
    .map((passage) => describe(passage.id, passage.text, '', language))
  return [...standing, ...gone].filter(({ runs }) => runs.some(({ fate }) => fate !== 'kept'))
}

function describe(id: string, before: string, now: string, language: string): ChangedPassage {
  const runs = markChanges(before, now)
  return { id, runs, figures: listChangedFigures(runs, language) }
}

/** A run of the words of two texts: one that both have, one that went, or one that came. */
export interface ChangedRun {
  readonly words: string
  readonly fate: 'kept' | 'removed' | 'added'
}

/** A figure that stands where another stood. */
export interface ChangedFigure {
  readonly before: string
  readonly now: string
}

/** Two texts as one, word by word: what went stands before what came in its place. */
export function markChanges(before: string, now: string): ChangedRun[] {
  const runs: ChangedRun[] = []
  let done = 0
  for (const change of diffWords(before, now)) {
    runs.push({ words: now.slice(done, change.after.start), fate: 'kept' })
    runs.push({ words: before.slice(change.before.start, change.before.end), fate: 'removed' })
    runs.push({ words: now.slice(change.after.start, change.after.end), fate: 'added' })
    done = change.after.end
  }
  return [...runs, { words: now.slice(done), fate: 'kept' as const }].filter(({ words }) => words !== '')
}

/** The figures that changed: where words that hold a number stand in place of others that hold one. */
export function listChangedFigures(runs: readonly ChangedRun[], language: string): ChangedFigure[] {
  const hasNumber = numberFinder(language)
  return runs.flatMap(({ words, fate }, at) => {
    const next = runs[at + 1]
    const isFigure = fate === 'removed' && next?.fate === 'added' && hasNumber(words) && hasNumber(next.words)
    return isFigure ? [{ before: words, now: next.words }] : []
  })
}

/** Recognises words with digits or a number word of the language. */
function numberFinder(language: string): (words: string) => boolean {
  const { units, tens, scales } =
    readLanguageFile<Record<string, Record<string, number>>>(language, 'words/numbers.yml') ?? {}
  const numerals = new Set(Object.keys({ ...units, ...tens, ...scales }))
  return (words) => tokenise(words).some(({ text }) => /^\p{N}/u.test(text) || numerals.has(text.toLowerCase()))
}

/** The earlier texts of one source that are kept, the first first. */
export const listVersionsOf = track('versions', (source): SourceVersion[] => {
  const folder = join(CONTENT, 'versions', source)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => sourceVersion.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .sort((a, b) => a.version - b.version)
})

/** Placeholder for the day of an undated source; it sorts before every real one. */
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
