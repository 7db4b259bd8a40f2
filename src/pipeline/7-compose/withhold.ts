import type { Source } from '../../model/source.ts'
import type { Range } from '../../model/passage.ts'
import { splitWords } from '../../lang/words.ts'

/** Placeholder for words that may not be shown. */
export const WITHHELD = '[withheld]'

/** A run of this many words is text of its source; fewer may be a name, a date or a turn of phrase. */
const RUN = 5

/** The filter of a dossier of which everything may be shown. */
export const withholdNothing = <T>(value: T): T => value

/**
 * Makes the filter that everything written goes through: any string that holds five words in a row of a text that may
 * not be shown, or of what was set aside around it, is replaced by a note, unless the same five words stand in a text
 * that may. Where every source may be shown in full it does nothing.
 *
 * @param shownIn the parts of a passage that may be shown, by file and ordinal
 * @returns a function that gives back a value of the same shape
 */
export function makeWithholder(
  sources: readonly Source[],
  shownIn: (file: string, ordinal: number) => readonly Range[],
): <T>(value: T) => T {
  if (sources.every(({ rights }) => rights === 'full')) return withholdNothing
  const withheld = new Set<string>()
  const shown = new Set<string>()
  for (const { file, passages, rights, setAside, text: seed } of sources) {
    if (rights !== 'full') for (const { start, end } of setAside) addRuns(withheld, seed.slice(start, end))
    for (const { ordinal, text } of passages) {
      const ranges = shownIn(file, ordinal)
      for (const part of ranges) addRuns(shown, text.slice(part.start, part.end))
      if (!coversAll(ranges, text)) addRuns(withheld, text)
    }
  }
  for (const run of shown) withheld.delete(run)
  if (withheld.size === 0) return withholdNothing
  return (value) => mapStrings(value, (text) => (runsOf(text).some((run) => withheld.has(run)) ? WITHHELD : text))
}

function coversAll(ranges: readonly Range[], { length }: string): boolean {
  return ranges.some(({ start, end }) => start === 0 && end === length)
}

function addRuns(runs: Set<string>, text: string): void {
  for (const run of runsOf(text)) runs.add(run)
}

function runsOf(text: string): string[] {
  const words = splitWords(text).map(({ key }) => key)
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '))
}

function mapStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)])) as T
}
