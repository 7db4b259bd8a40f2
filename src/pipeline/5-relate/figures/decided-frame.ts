import type { DateMention } from '../../../model/date.ts'
import type { Amount, FigurePeriod } from '../../../model/figure.ts'
import type { Sentences } from '../arrange-sentences.ts'
import { findSentence } from '../arrange-sentences.ts'
import { isOverlapping } from '../is-overlapping.ts'

/** The place that an editor says a figure is for; none when the editor says that it has none. */
export function decidedPlace(place: Amount['place'], file: string, sentences: Sentences): string | undefined {
  const sentence = place && findSentence(sentences, file, place.span)
  return sentence?.mentions.find(({ kind, span }) => kind === 'place' && isOverlapping(span, place!.span))?.entity
}

/** The same for the time. */
export function decidedPeriod(
  time: Amount['time'],
  file: string,
  dates: readonly DateMention[],
): FigurePeriod | undefined {
  const date = time && dates.find(({ span }) => isOverlapping(span, time.span))
  if (!date) return undefined
  const { span, lo, hi, type, timex } = date
  return {
    words: time.words,
    at: { ...span, file },
    ...(lo !== undefined && { lo }),
    ...(hi !== undefined && { hi }),
    ...(type === 'DURATION' && timex !== undefined && { timex }),
  }
}
