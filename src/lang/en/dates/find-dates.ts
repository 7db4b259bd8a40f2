import type { DateMention } from '../../../model/date.ts'
import type { Passage } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import { chooseMatches } from './choose-matches.ts'
import type { Chosen } from './choose-matches.ts'
import { codeText } from './code.ts'
import { findDirection } from './direction.ts'
import { startNarrative } from '../../dates/narrative.ts'
import type { Narrative } from '../../dates/narrative.ts'
import type { Match } from './match.ts'
import { compilePattern } from './pattern.ts'
import { boundsOf, isExactEnough } from '../../dates/place.ts'
import { readPublication } from '../../dates/publication.ts'
import type { Anchor, Reading } from '../../dates/reading.ts'
import { RECOGNISERS } from './recognisers.ts'

/**
 * Finds every date, time, duration and set of dates in a source and says what each means.
 *
 * Values follow TIMEX3 (TimeML 1.2.1) and EDTF (ISO 8601-2:2019). Relative dates are reckoned from the publication
 * date, or from the date told before; what neither can settle stays open, with the reason.
 *
 * @returns dates in reading order; no two overlap
 */
export function findDates(source: Source): DateMention[] {
  const publication = readPublication(source)
  const narrative = startNarrative()
  return source.passages.flatMap((passage) => findInPassage(passage, publication, narrative))
}

function findInPassage(passage: Passage, publication: Anchor | undefined, narrative: Narrative): DateMention[] {
  let last: Told | undefined
  return chooseMatches(codeText(passage.text), RECOGNISERS).map((chosen) => {
    const told = last
    const reading = chosen.resolve({
      publication,
      narrative: narrative.recall,
      told: () => recallTold(told, chosen.match),
      direction: () => findDirection(chosen.match),
    })
    narrative.remember(reading)
    if (reading.period && !reading.isAside) last = { reading, to: chosen.match.to }
    return toMention(passage.ordinal, chosen, reading)
  })
}

/** The date a passage told last, and the token after it. */
interface Told {
  readonly reading: Reading
  readonly to: number
}

/** "Lund, tried in May 2011, fell ill in March": what a comma parts need not go on from the date. */
const PARTED = compilePattern('{sentenceEnd}|{comma}').regex

function recallTold(told: Told | undefined, { coded, from }: Match): Anchor | undefined {
  const { period, certainty } = told?.reading ?? {}
  if (!told || !period || certainty !== 'stated' || !isExactEnough(period, 'month')) return undefined
  return coded.codes.slice(told.to, from).search(PARTED) < 0 ? { kind: 'narrative', period } : undefined
}

function toMention(passage: number, { rule, match }: Chosen, reading: Reading): DateMention {
  const { tokens } = match.coded
  return {
    span: { passage, start: tokens[match.from]!.start, end: tokens[match.to - 1]!.end },
    type: reading.type,
    ...(reading.timex ? { timex: reading.timex } : {}),
    ...(reading.edtf ? { edtf: reading.edtf } : {}),
    ...(reading.period ? { ...boundsOf(reading.period), precision: reading.period.precision } : {}),
    ...(reading.anchor ? { anchor: { kind: reading.anchor.kind, date: reading.anchor.period.timex } } : {}),
    certainty: reading.certainty,
    rule: reading.rule ?? rule,
    reason: reading.reason,
  }
}
