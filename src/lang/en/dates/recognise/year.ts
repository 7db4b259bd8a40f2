import {
  centuryPeriod,
  decadePeriod,
  halfPeriod,
  quarterPeriod,
  rangePeriod,
  seasonPeriod,
  yearPeriod,
} from '../../../dates/period.ts'
import type { Resolve } from '../../../dates/reading.ts'
import { readInferred, readOpen, readStated, yearOf } from '../../../dates/reading.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { readShift, recognise } from '../pattern.ts'

const BEFORE = '(?<!{money}|no{stop}?|{numbered}|{number}{dash}|{name}{dash}|{slash}|{colon})'
const AFTER =
  '(?!{counted}|{dash}{number}|{dash}?{cardinal}|{zone}|hours|{comma}{number}{number}|{slash}|{dash}?year|{dash}?years)'
const CALENDAR = '(?:the)? (?:calendar|full) {dash}? (?:year)?'
const FISCAL = '(?:fiscal|{fiscalYear} {dash}? year)'
const FISCAL_NUMBER = '{year:year} (?:(?:{dash}|{slash})(?:{toYear:year}|{toShort:twoDigits}))?'

/** Years, pairs of years, spoken years, decades and centuries. */
export const YEAR_RECOGNISERS: Recogniser[] = [
  recognise(
    'year-range',
    `${BEFORE} {year:year} (?:{dash}|{slash}) (?:{toYear:year}|{toShort:twoDigits}) (?!{dash}|{counted}|{slash}|{zone}|hours)`,
    readRange,
  ),
  // "put off from 2018 to 2020" names two years, not the time between them.
  recognise(
    'year-range',
    '(?<=between|(?<!{movedVerb}) from) {year:year} (?:and|to|through|until|till) {toYear:year}',
    readRange,
  ),
  recognise('fiscal-year', `(?:the)? (?:${FISCAL}|fy) (?:${FISCAL_NUMBER}|{apostrophe}?{short:twoDigits})`, readFiscal),
  recognise('fiscal-year', `(?:the)? ${FISCAL_NUMBER} {fiscalYear} {dash}? year`, readFiscal),
  recognise('year', `(?:<edge>|the year|post{dash}|pre{dash}|${CALENDAR}) {year:year} (?!{dash}?year)`, readYear),
  recognise('year', 'the {year:year} (?:period|quarter)', readResults),
  recognise(
    'year',
    `(?:(?<=in|since|by|until|before|after|during|between|from) {year:year}|${BEFORE} (?<!{tallied}) {year:modernYear} (?!{countedBare})) ${AFTER}`,
    readYear,
  ),
  recognise(
    'year-short',
    `(?:<edge>|${CALENDAR}|(?<=in|of|since|by|and)) {apostrophe} {short:twoDigits} (?!s|{apostrophe})`,
    readShort,
  ),
  recognise('year-spoken', '(?:the year)? (?:<edge>)? <spoken> (?!{counted}|{units}|{unit}|{dash}{unit})', readSpoken),
  recognise('year-spoken', 'the year two thousand (?:and)? {digit:spokenDigit}?', readThousand),
  recognise('decade', '(?:the)? (?:<edge>)? (?:the)? {decade:decade} {apostrophe}? s', readDecade),
  recognise(
    'decade',
    '(?<!his|her|their|my|your) (?:(?:the)? <edge> (?:the)?|the {apostrophe}?|{apostrophe}) {tens:tens} s',
    readDecade,
  ),
  recognise('decade', 'the (?:early|late|mid)? {dash}? {decadeName:decadeName}', readDecade),
  recognise(
    'century',
    '(?:the)? (?:<edge>)? (?:the)? (?:{number:number} {suffix}|{ordinal:ordinal}) {dash}? century',
    readCentury,
  ),
  recognise(
    'half',
    '(?:the)? (?:{half:ordinal}|latter|last) (?:half|two quarters) of (?:{year:year}|<which> year)',
    readHalf,
  ),
  recognise('half', '{half:halfName} (?:of)? {year:year}', readHalf),
  recognise('season-year', '(?:the)? (?:<edge>)? {season:season} (?:of|{comma})? {year:year}', readSeason),
  recognise('season-year', '(?:the)? (?:<edge>)? {season:season} of <spoken>', readSeasonSpoken),
]

function readYear(match: Match): Resolve {
  const year = match.number('year')
  return () => readStated(yearPeriod(year))
}

/** "the 1988 period": among quarterly results it is the previous quarter, of that year. */
function readResults(match: Match): Resolve {
  const year = match.number('year')
  return (context) => {
    const previous = context.narrative('year', ({ precision }) => precision === 'quarter')
    if (!previous) return readStated(yearPeriod(year))
    const quarter = Number(previous.period.timex.at(-1))
    return readInferred(quarterPeriod(year, quarter), previous, `The quarter of ${previous.period.timex}, in ${year}.`)
  }
}

function readRange(match: Match): Resolve | undefined {
  const year = match.number('year')
  const toYear = endOfPair(match, year)
  if (toYear <= year) return undefined
  return () => readStated(rangePeriod(yearPeriod(year), yearPeriod(toYear)))
}

function readShort(match: Match): Resolve {
  const short = match.number('short')
  return (context) => {
    const anchor = context.publication
    if (!anchor)
      return readOpen(
        'DATE',
        'No publication date: the century cannot be told.',
        `XX${match.words('short')}`,
        `XX${match.words('short')}`,
      )
    return readInferred(
      yearPeriod(nearestCentury(yearOf(anchor.period), short)),
      anchor,
      `The nearest such year to ${anchor.period.timex}.`,
    )
  }
}

/** A fiscal year begins in the year before the one it is named by, or in that year: its days are no calendar year. */
function readFiscal(match: Match): Resolve | undefined {
  const century = 2000 + (match.has('short') ? match.number('short') : 0)
  const year = match.has('year') ? match.number('year') : century
  const isPair = match.has('toYear') || match.has('toShort')
  const toYear = isPair ? endOfPair(match, year) : year
  if (toYear < year) return undefined
  const span = rangePeriod(yearPeriod(isPair ? year : year - 1), yearPeriod(toYear))
  const period = { ...span, timex: isPair ? span.timex : `FY${year}` }
  return () => ({
    ...readStated(
      period,
      'The words do not tell on which days a fiscal year begins and ends; it lies within these years.',
    ),
    certainty: 'inferred',
  })
}

function endOfPair(match: Match, year: number): number {
  return match.has('toYear') ? match.number('toYear') : Math.floor(year / 100) * 100 + match.number('toShort')
}

/** The year that ends in two digits and is closest to another. */
export function nearestCentury(now: number, short: number): number {
  const base = Math.floor(now / 100) * 100 + short
  return [base, base - 100, base + 100].reduce((best, year) =>
    Math.abs(year - now) < Math.abs(best - now) ? year : best,
  )
}

function spokenYear(match: Match): number {
  return match.number('century') * 100 + match.number('tens') + (match.has('digit') ? match.number('digit') : 0)
}

function readSpoken(match: Match): Resolve | undefined {
  const year = spokenYear(match)
  return year < 2100 ? () => readStated(yearPeriod(year)) : undefined
}

function readThousand(match: Match): Resolve {
  return () => readStated(yearPeriod(2000 + (match.has('digit') ? match.number('digit') : 0)))
}

function readDecade(match: Match): Resolve {
  if (match.has('decade')) return () => readStated(decadePeriod(match.number('decade')))
  const tens = match.has('tens') ? match.number('tens') : match.number('decadeName') * 10
  return (context) => {
    const anchor = context.publication
    if (!anchor)
      return readOpen('DATE', 'No publication date: the century cannot be told.', undefined, `XX${tens / 10}X`)
    const now = yearOf(anchor.period)
    const century = Math.floor(now / 100) * 100
    const start = century + tens <= now ? century + tens : century - 100 + tens
    return readInferred(decadePeriod(start), anchor, `The last such decade up to ${anchor.period.timex}.`)
  }
}

function readCentury(match: Match): Resolve | undefined {
  const number = match.has('number') ? match.number('number') : match.number('ordinal')
  return number >= 2 && number <= 22 ? () => readStated(centuryPeriod((number - 1) * 100)) : undefined
}

function readHalf(match: Match): Resolve | undefined {
  const half = match.has('half') ? match.number('half') : 2
  if (half > 2) return undefined
  if (match.has('year')) return () => readStated(halfPeriod(match.number('year'), half))
  const shift = readShift(match)
  return ({ publication }) =>
    publication
      ? readInferred(
          halfPeriod(yearOf(publication.period) + shift, half),
          publication,
          `The year is reckoned from ${publication.period.timex}.`,
        )
      : readOpen('DATE', 'No publication date: the year cannot be told.')
}

function readSeason(match: Match): Resolve {
  return () => readStated(seasonPeriod(match.number('year'), match.value('season')!))
}

function readSeasonSpoken(match: Match): Resolve {
  return () => readStated(seasonPeriod(spokenYear(match), match.value('season')!))
}
