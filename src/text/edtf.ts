const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** EDTF level 2 codes that stand in the month's place (ISO 8601-2:2019, 4.8.2). */
const PARTS: Readonly<Record<string, string>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  33: 'first quarter of',
  34: 'second quarter of',
  35: 'third quarter of',
  36: 'fourth quarter of',
  40: 'first half of',
  41: 'second half of',
}

const QUALIFIERS: Readonly<Record<string, string>> = { '~': 'about ', '?': 'possibly ', '%': 'possibly about ' }

/** A date taken apart; a part that is not given is empty. */
interface Parts {
  readonly day: string
  /** A month's name or what stands for it, as "first quarter of". */
  readonly month: string
  readonly year: string
}

/**
 * Spells a date in Extended Date/Time Format for a reader, in English, day before month.
 *
 * Understands what the pipeline writes: days, months, years, seasons, quarters, halves, decades and centuries,
 * parts marked `X`, qualifiers, intervals (open ones too) and sets of two. Anything else is given back as it is.
 *
 * @param edtf as `2017-02-13`, `2018-01-29/2018-01-30`, `199X`, `../2016`
 * @returns as "13 February 2017", "29–30 January 2018", "the 1990s", "2016 or before"
 */
export function spellEdtf(edtf: string): string {
  const choice = /^\[([^,\]]+),([^,\]]+)\]$/.exec(edtf)
  if (choice) return `${spellEdtf(choice[1]!)} or ${spellEdtf(choice[2]!)}`
  const [from, to] = edtf.split('/')
  if (to === undefined) return spellDate(edtf)
  if (isOpen(from!)) return isOpen(to) ? edtf : `${spellDate(to)} or before`
  return isOpen(to) ? `${spellDate(from!)} or after` : spellInterval(from!, to)
}

function isOpen(bound: string): boolean {
  return bound === '' || bound === '..'
}

function spellDate(edtf: string): string {
  const qualifier = QUALIFIERS[edtf.at(-1) ?? '']
  if (qualifier) return qualifier + spellDate(edtf.slice(0, -1))
  const time = /^([\dX-]{10})T(\d\d:\d\d)(?::\d\d)?(Z?)$/.exec(edtf)
  if (time) return `${spellDate(time[1]!)}, ${time[2]}${time[3] ? ' UTC' : ''}`
  const parts = readParts(edtf)
  return parts ? joinParts(parts) : edtf
}

function readParts(edtf: string): Parts | undefined {
  const match = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/.exec(edtf)
  if (!match) return undefined
  const [, year, month = 'XX', day = 'XX'] = match
  const name = month === 'XX' ? '' : (MONTHS[Number(month) - 1] ?? PARTS[month])
  if (name === undefined) return undefined
  return { year: spellYear(year!), month: name, day: day === 'XX' ? '' : String(Number(day)) }
}

function spellYear(year: string): string {
  if (year === 'XXXX') return ''
  if (/^\d{3}X$/.test(year)) return `the ${year.slice(0, 3)}0s`
  if (/^\d\dXX$/.test(year)) return `the ${spellOrdinal(Number(year.slice(0, 2)) + 1)} century`
  if (year.startsWith('XX')) return year.endsWith('X') ? `the ’${year[2]}0s` : `’${year.slice(2)}`
  return String(Number(year))
}

function spellOrdinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13
  return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`
}

function joinParts({ day, month, year }: Parts): string {
  const known = [day, month, year].filter((part) => part !== '').join(' ')
  return year === '' || year.startsWith('’') || year.startsWith('the ’')
    ? `${known}, ${year === '' ? 'year' : 'century'} not given`.replace(/^, /, '')
    : known
}

/** What both ends share is said once: "29–30 January 2018", "30 May – 2 June 2024". */
function spellInterval(from: string, to: string): string {
  const [start, end] = [readParts(from), readParts(to)]
  if (!start || !end || start.year !== end.year)
    return [spellDate(from), spellDate(to)].join(isBareYear(from) && isBareYear(to) ? '–' : ' – ')
  if (from === to) return spellDate(from)
  if (start.month === end.month && start.day && end.day) return joinParts({ ...end, day: `${start.day}–${end.day}` })
  if (!start.day && !end.day && start.month && end.month)
    return joinParts({ ...end, month: `${start.month}–${end.month}` })
  return `${[start.day, start.month].filter((part) => part !== '').join(' ')} – ${joinParts(end)}`
}

function isBareYear(edtf: string): boolean {
  return /^\d{4}$/.test(edtf)
}
