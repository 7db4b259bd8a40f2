import { packFor } from '../../../lang/packs.ts'
import { splitSentences } from '../../../lang/sentences.ts'
import { splitWords } from '../../../lang/words.ts'
import type { LanguagePack, SpeechAct } from '../../../lang/pack.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Passage, Range } from '../../../model/passage.ts'
import { isBody } from '../../../model/passage.ts'
import type { FoundSource } from './list-clauses.ts'
import { isPointInTime } from './list-clauses.ts'
import type { Dating } from './narrow.ts'
import type { Probe } from './probe.ts'

/** Two dates of a source of which one is not later than the other, whenever it appeared. */
export interface DateOrder {
  readonly earlier: DateMention
  readonly later: DateMention
  /** For readers. */
  readonly reason: string
}

interface Sentence {
  readonly text: string
  /** Its dates that are not in the future, with their places in the sentence. */
  readonly dates: readonly { readonly mention: DateMention; readonly at: Range }[]
  readonly act: SpeechAct | undefined
  /** Beginnings of the names behind its verb. */
  readonly names: ReadonlySet<string>
}

/** Precisions of dates that are too wide for an order. */
const WIDE = new Set(['range', 'year', 'decade', 'century'])
/** Letters in which the forms of a name meet. */
const STEM = 6

/**
 * The certain orders of a source's dates: "on Wednesday after talks failed on Monday", and an answer, which is not
 * older than what it answers.
 */
export function listDateOrders(found: FoundSource): DateOrder[] {
  const pack = packFor(found.source.language)
  const sentences = pack
    ? found.source.passages.filter(isBody).flatMap((passage) => readSentences(found, passage, pack))
    : []
  return [...sentences.flatMap((sentence) => orderWithin(sentence, pack!)), ...sentences.flatMap(orderOfAnswer)]
}

function readSentences({ source, findings }: FoundSource, passage: Passage, pack: LanguagePack): Sentence[] {
  const inPassage = findings.dates.filter((date) => date.span.passage === passage.ordinal && isPointInTime(date))
  return splitSentences(passage.text, source.language).map(({ start, end }) => {
    const text = passage.text.slice(start, end)
    const act = pack.readSpeechAct?.(text)
    const dates = inPassage
      .filter(({ span }) => span.start >= start && span.end <= end && pack.readTense?.(passage.text, span) !== 'future')
      .filter(({ timex, precision }) => timex !== undefined && !timex.endsWith('_REF') && !WIDE.has(precision ?? ''))
      .map((mention) => ({ mention, at: { start: mention.span.start - start, end: mention.span.end - start } }))
    const names = findings.mentions.filter(
      ({ span }) =>
        span.passage === passage.ordinal && act && span.start >= start + act.object.start && span.end <= end,
    )
    const keys = names.flatMap(({ span }) => splitWords(passage.text.slice(span.start, span.end)))
    return { text, dates, act, names: new Set(keys.map(({ key }) => key.slice(0, STEM))) }
  })
}

function orderWithin({ text, dates }: Sentence, pack: LanguagePack): DateOrder[] {
  return dates.slice(1).flatMap(({ mention: second, at }, index) => {
    const { mention: first, at: before } = dates[index]!
    const order = pack.readDateOrder?.(text, before, at)
    if (!order) return []
    const [earlier, later] = order < 0 ? [first, second] : [second, first]
    return { earlier, later, reason: `“${text}” tells two days in their order` }
  })
}

/** A reaction and its cause: the sentence directly before it, or the last announcement with the same names. */
function orderOfAnswer(answer: Sentence, index: number, all: readonly Sentence[]): DateOrder[] {
  if (!answer.act?.answers || answer.dates.length !== 1) return []
  // "Norland agreed on Friday to build it. The agreement was signed in Lund. The farmers condemned it on Sunday."
  const isRightBefore = (at: number): boolean =>
    at === index - 1 || (at === index - 2 && all[index - 1]!.dates.length === 0)
  const made = all.findLast(
    (one, at) =>
      at < index &&
      one.act?.answers === false &&
      one.dates.length === 1 &&
      ((answer.act!.pointsBack && isRightBefore(at)) || !one.names.isDisjointFrom(answer.names)),
  )
  const reason = made && `“${answer.text}” answers what “${made.text}” tells`
  return made ? [{ earlier: made.dates[0]!.mention, later: answer.dates[0]!.mention, reason: reason! }] : []
}

/** Days are tried one by one in an interval no longer than this. */
const LONGEST = 62

/** The first to the last day for which the dates are in order; all days if there is none. */
export function boundByOrder(dating: Dating, orders: readonly DateOrder[], { valueAt }: Probe): Dating {
  const { lo, hi } = dating
  if (hi - lo > LONGEST) return dating
  const isKept = ({ earlier, later }: DateOrder, day: number): boolean => {
    const [one, other] = [valueAt(earlier, day), valueAt(later, day)]
    return !one || !other || one.lo <= other.hi
  }
  const days = Array.from({ length: hi - lo + 1 }, (_, step) => lo + step)
  const kept = days.filter((day) => orders.every((order) => isKept(order, day)))
  if (kept.length === 0 || (kept[0] === lo && kept.at(-1) === hi)) return dating
  const used = orders.filter((order) => days.some((day) => !isKept(order, day)))
  const reasons = used.map(({ later, reason }) => ({ span: later.span, explain: () => reason }))
  return { ...dating, lo: kept[0]!, hi: kept.at(-1)!, narrowedBy: [...(dating.narrowedBy ?? []), ...reasons] }
}
