import { readData } from '../../../text/read-data.ts'

type Words = Record<string, string[]> | string[]
type Class = ReadonlyMap<string, string>

const read = <T = Record<string, string[]>>(path: string) => readData<T>(path, import.meta.url)
const lists: Record<string, Words> = read('./lexicon.yml')
const calendar: Record<'months' | 'monthsShort' | 'weekdays' | 'weekdaysShort', string[]> = read('../calendar.yml')
const numbers: Record<'units' | 'tens' | 'ordinals' | 'scales', Record<string, number>> = read('../words/numbers.yml')

/** Words that count only with a capital first letter. */
export const CAPITALISED: ReadonlySet<string> = new Set(wordsOf(lists['capitalised']!))

/** Short forms that own a full stop right after them. */
export const ABBREVIATED: ReadonlySet<string> = new Set(wordsOf(lists['abbreviated']!))

/** Short forms after which a name goes on: "Gen. Vale". */
export const BEFORE_NAMES: ReadonlySet<string> = new Set(read('../abbreviations.yml').beforeName)

/** Word class -> its words, each with its value (the word itself where the class is a plain list). */
export const DATE_WORD_CLASSES: ReadonlyMap<string, Class> = new Map([
  ...Object.entries(lists).map(([name, words]): [string, Class] => [name, new Map(valuesOf(words))]),
  ...calendarClasses(),
  ...numberClasses(),
])

function wordsOf(words: Words): string[] {
  return Array.isArray(words) ? words : Object.values(words).flat()
}

function valuesOf(words: Words): [string, string][] {
  if (Array.isArray(words)) return words.map((word) => [word, word])
  return Object.entries(words).flatMap(([value, list]) => list.map((word): [string, string] => [word, value]))
}

/** Months by their number from 1, weekdays by their ISO number. */
function calendarClasses(): [string, Class][] {
  const month = numbered(calendar.months, calendar.monthsShort)
  const full = numbered(calendar.weekdays)
  const some = (name: string): Class => new Map(wordsOf(lists[name]!).map((word) => [word, month.get(word)!]))
  return [
    ['month', month],
    ['plainMonth', some('plainMonth')],
    ['namingMonth', some('namingMonth')],
    ['weekday', numbered(calendar.weekdays, calendar.weekdaysShort)],
    ['fullWeekday', full],
    ['weekdays', new Map([...full].map(([word, value]) => [`${word}s`, value]))],
  ]
}

/** The place of each name in its list, from 1; a short form has the place of the name that begins like it. */
function numbered(names: readonly string[], short: readonly string[] = []): Class {
  const placeOf = (word: string): string => String(names.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1)
  return new Map([...names, ...short].map((word) => [word, placeOf(word)]))
}

function numberClasses(): [string, Class][] {
  const { units, tens, ordinals, scales } = numbers
  const small = Object.entries({ ...units, ...tens })
  const between = (low: number, high: number): Class =>
    classOf(small.filter(([, value]) => value >= low && value <= high))
  return [
    [
      'cardinal',
      classOf([...small, ...Object.entries(scales).filter(([word]) => /^(?:hundred|thousand)$/.test(word))]),
    ],
    ['ordinal', classOf(Object.entries(ordinals))],
    // "nineteen ninety-six"
    ['spokenCentury', between(15, 20)],
    ['spokenTens', between(10, 90)],
    ['spokenDigit', between(1, 9)],
  ]
}

function classOf(entries: readonly [string, number][]): Class {
  return new Map(entries.map(([word, value]) => [word, String(value)]))
}
