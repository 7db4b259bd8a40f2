import { readData } from '../../../text/read-data.ts'
import { LANGUAGES, readLanguageFile } from '../../../lang/language-files.ts'

/** The months of languages that have no pack: each is its forms, parted by spaces. */
const others: Readonly<Record<string, string[]>> = readData('../../../lang/months.yml', import.meta.url)
/** Number of a month, from 1, by its name in any language; the packs know the months of their own. */
const MONTHS = new Map([...LANGUAGES.flatMap(monthsOfPack), ...Object.values(others).flatMap(monthsOf)])
const NAMES = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')
const YEAR = '(?<year>(?:1[6-9]|20)\\d\\d)'
/** From the surest form to the least sure. */
const FORMS = [
  new RegExp(`(?<!\\d)${YEAR}[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d)`, 'u'),
  new RegExp(`^\\D{0,3}${YEAR}(?<month>\\d\\d)(?<day>\\d\\d)(?:T?\\d{4,6})?\\D{0,3}$`, 'u'),
  new RegExp(`(?<!\\d)${YEAR}年(?<month>\\d{1,2})月(?<day>\\d{1,2})日`, 'u'),
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s*(?:de |of |d')?(?<name>${NAMES})\\.?,?(?: de| of)?\\s+${YEAR}`,
    'iu',
  ),
  new RegExp(`(?<![\\p{L}])(?<name>${NAMES})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,|\\s)\\s*${YEAR}`, 'iu'),
] as const
/** “09/03/2021” is read only where one of the two numbers cannot be a month. */
const NUMBERS = new RegExp(`(?<!\\d)(?<first>\\d{1,2})[/.-](?<second>\\d{1,2})[/.-]${YEAR}(?!\\d)`, 'u')

/**
 * The calendar day that a metadata field gives, as `YYYY-MM-DD`, in the field's own zone: a field that gives an instant
 * is read as printed. A field with numbers that can be read in two ways gives none.
 */
export function findDay(words: string): string | undefined {
  const start = words.slice(0, 200)
  for (const form of FORMS) {
    const groups = form.exec(start)?.groups
    const day =
      groups && toDay(groups['year']!, groups['month'] ?? MONTHS.get(groups['name']!.toLowerCase())!, groups['day']!)
    if (day) return day
  }
  return fromNumbers(start)
}

function fromNumbers(words: string): string | undefined {
  const { first, second, year } = NUMBERS.exec(words)?.groups ?? {}
  if (first === undefined) return undefined
  const [a, b] = [Number(first), Number(second)]
  if (/\d\.\d{1,2}\./.test(words) || a > 12) return toDay(year!, b, a)
  return b > 12 || a === b ? toDay(year!, a, b) : undefined
}

function toDay(year: string, month: string | number, day: string | number): string | undefined {
  const [m, d] = [Number(month), Number(day)]
  const most = new Date(Date.UTC(Number(year), m, 0)).getUTCDate()
  if (m < 1 || m > 12 || d < 1 || d > most) return undefined
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

function monthsOf(names: readonly string[]): [name: string, month: number][] {
  return names.flatMap((forms, index) => forms.split(' ').map((form): [string, number] => [form, index + 1]))
}

/** A short form is that of the month that begins with its first three letters. */
function monthsOfPack(language: string): [name: string, month: number][] {
  const { months = [], monthsShort = [] } =
    readLanguageFile<{ months?: string[]; monthsShort?: string[] }>(language, 'calendar.yml') ?? {}
  const numberOf = (short: string): number => months.findIndex((name) => name.startsWith(short.slice(0, 3))) + 1
  return [...monthsOf(months), ...monthsShort.map((short): [string, number] => [short, numberOf(short)])]
}
