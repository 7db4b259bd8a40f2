import { packFor } from '../../../lang/packs.ts'
import { fromDayNumber, isCalendarDay, toDayNumber } from '../../../text/calendar.ts'
import type { FoundSource } from './list-clauses.ts'
import type { Dating } from './narrow.ts'
import { daysOf, type Days, type Probe } from './probe.ts'

/**
 * Narrows the days of publication by the source's own words: what they tell as over was not later than the source, what
 * they announce not earlier; and a dateline gives the day itself once its year is known. Words that leave no day at
 * all are not used.
 */
export function boundByWords({ source, findings }: FoundSource, dating: Dating, probe: Probe): Dating {
  const pack = packFor(source.language)
  const texts = new Map(source.passages.map(({ ordinal, text }) => [ordinal, text]))
  let days: Days = dating
  for (const mention of findings.dates) {
    const tense = pack?.tellTense?.(texts.get(mention.span.passage) ?? '', mention.span)
    const meant = tense && (mention.certainty === 'stated' ? daysOf(mention) : undefined)
    const value = tense && (meant ?? sameAtBoth(mention, days, probe))
    if (!value) continue
    const over = value.hi - value.lo < 7 ? value.hi : value.lo
    const bound =
      tense === 'past' ? { lo: Math.max(days.lo, over), hi: days.hi } : { lo: days.lo, hi: Math.min(days.hi, value.hi) }
    if (bound.lo <= bound.hi) days = bound
  }
  return { ...dating, ...days, ...datelineDay(source, days) }

  function sameAtBoth(
    mention: Parameters<Probe['valueAt']>[0],
    { lo, hi }: Days,
    { valueAt }: Probe,
  ): Days | undefined {
    if (!/^XXXX-\d\d/.test(mention.timex ?? '') && mention.precision !== 'day' && mention.precision !== 'range')
      return undefined
    const [first, last] = [valueAt(mention, lo), valueAt(mention, hi)]
    // "raised on May 3" is of a year ago for the days before May 3; without "last year" it is not meant so.
    const isSame = first && last && first.lo === last.lo && first.hi === last.hi
    return isSame || (last && last.lo >= lo && last.hi <= hi) ? last : undefined
  }
}

/** "NORTHPORT, March 14 (Agency)": the one such day among the days of publication. */
function datelineDay({ language, metadata: { dateline } }: FoundSource['source'], { lo, hi }: Days): Days | undefined {
  const told = dateline && packFor(language)?.boilerplate?.findYearlessDay(dateline.value)
  if (!told) return undefined
  const years = [fromDayNumber(lo).year, fromDayNumber(hi).year]
  const days = [...new Set(years)]
    .filter((year) => isCalendarDay(year, told.month, told.day))
    .map((year) => toDayNumber(year, told.month, told.day))
    .filter((day) => day >= lo && day <= hi)
  return days.length === 1 ? { lo: days[0]!, hi: days[0]! } : undefined
}
