import { packFor } from '../../../lang/packs.ts'
import { splitSentences } from '../../../lang/sentences.ts'
import { splitWords } from '../../../lang/words.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Span } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import type { QuotationMention } from '../../../model/quotation.ts'
import type { DatedClause, FoundSource } from './list-clauses.ts'
import type { Pair } from './match-clauses.ts'
import type { Days, Probe } from './probe.ts'
import { spellDays } from './probe.ts'

/** A clue: days on which a source can have appeared, from something that other sources date. */
export interface Clue extends Days {
  /** The clause or the quotation that it is taken from; several clues from one count once. */
  readonly of: DatedClause | QuotationMention
  readonly span: Span
  /** The date whose meaning is known. */
  readonly mention?: DateMention
  /** The days that it means; of a quotation, the days on which the other source appeared. */
  readonly meant: Days
  /** Evidence of the clue in bits: how unlikely it is by chance. */
  readonly bits: number
  /** Whether both clauses report the same kind of act, not only the same names. */
  readonly isOfAct?: boolean
  /** For readers; `titleOf` gives the title of a source by its place in the list of sources. */
  readonly explain: (titleOf: (source: number) => string) => string
}

/** Dates that mean more days than this narrow nothing. */
const WIDEST = 31

/**
 * The clue of a pair of clauses. An event dated "today" is often reported the day after. Undefined if it proves
 * nothing.
 */
export function readClue(pair: Pair, meant: Days, probe: Probe): Clue | undefined {
  if (meant.hi - meant.lo >= WIDEST) return undefined
  const { clause, other } = pair
  const reached = probe.reach(clause.mention, meant)
  if (!reached) return undefined
  return {
    ...clueOf(clause, meant),
    lo: reached.lo,
    hi: Math.max(reached.hi, reached.lo + 1),
    bits: chance(clause.mention.timex ?? '', meant) + likeness(pair),
    isOfAct: !clause.acts.isDisjointFrom(other.acts),
    explain: (titleOf) => `${sayMeant(clause, meant)}, as “${titleOf(other.source)}” tells: “${other.quote()}”`,
  }
}

/** The clue of a date that is a known day: "takes office on January 20". */
export function readKnownDay(clause: DatedClause, day: number, probe: Probe): Clue | undefined {
  const meant = { lo: day, hi: day }
  const reached = probe.reach(clause.mention, meant)
  if (!reached) return undefined
  const bits = chance(clause.mention.timex ?? '', meant)
  return { ...clueOf(clause, meant), ...reached, bits, explain: () => `${sayMeant(clause, meant)}, as is known` }
}

function clueOf(clause: DatedClause, meant: Days): Pick<Clue, 'of' | 'span' | 'mention' | 'meant'> {
  return { of: clause, span: clause.mention.span, mention: clause.mention, meant }
}

const sayMeant = ({ quote }: DatedClause, meant: Days): string => `“${quote()}” is of ${spellDays(meant)}`

/** Probability that a weekday, a month, or a day of a month fits by chance. Words such as "yesterday" fit every day. */
function chance(timex: string, { lo, hi }: Days): number {
  const days = hi - lo + 1
  if (/^XXXX-WXX-\d/.test(timex)) return Math.max(0, Math.log2(7 / days))
  if (/^XXXX-\d\d-\d\d/.test(timex)) return Math.log2(365 / days)
  return /^XXXX-\d\d/.test(timex) ? Math.log2(12) : 0
}

/**
 * Probability that two clauses so alike report two things. Of clauses in six stories that name a weekday each, a fifth named two
 * weekdays at a likeness of 0.3 to 0.4, and none above.
 */
const likeness = (pair: Pair): number => Math.min(8, 2 + 22 * (pair.likeness - 0.3))

/** A quotation of one source that another prints in the same words. */
export interface Reprint {
  readonly source: number
  readonly other: number
  readonly mention: QuotationMention
  readonly words: number
  readonly text: string
}

/** Shorter quotations are phrases that come again. */
const LEAST_WORDS = 12
/** Words for one bit: a long quotation is seldom printed again weeks later. */
const WORDS_OF_A_BIT = 3
/** Days between two printings: what an agency reports is in the papers the same day or the next. */
const REPRINTED = 1

/** Finds the quotations that several sources print in the same words, those left out that one of them recalls. */
export function findReprints(sources: readonly FoundSource[]): Reprint[] {
  const printings = sources.flatMap(({ source, findings }, index) => {
    const texts = new Map(source.passages.map(({ ordinal, text }) => [ordinal, text]))
    return findings.quotations.flatMap((mention) => {
      if (mention.spans.some((span) => isRecalled(source, span, texts.get(span.passage)!))) return []
      const text = mention.spans.map(({ passage, start, end }) => texts.get(passage)!.slice(start, end)).join(' ')
      const keys = splitWords(text).map(({ key }) => key)
      return keys.length < LEAST_WORDS
        ? []
        : [{ source: index, mention, text, words: keys.length, key: keys.join(' ') }]
    })
  })
  return [...Map.groupBy(printings, ({ key }) => key).values()].flatMap((same) =>
    same.flatMap((one) =>
      same.filter(({ source }) => source !== one.source).map(({ source }) => ({ ...one, other: source })),
    ),
  )
}

/** Whether the words around a quotation say that it is older: "he had told the court". */
function isRecalled({ language }: Source, { start, end }: Span, text: string): boolean {
  const recalls = packFor(language)?.recallsWords
  const around = splitSentences(text, language).filter((sentence) => sentence.start < end && sentence.end > start)
  const first = around.at(0)?.start ?? start
  const last = around.at(-1)?.end ?? end
  return recalls !== undefined && [text.slice(first, start), text.slice(end, last)].some(recalls)
}

/** The clue of a quotation, from the days on which the other source appeared. */
export function readReprint({ mention, text, words, other }: Reprint, { lo, hi }: Days): Clue | undefined {
  if (hi - lo >= WIDEST) return undefined
  return {
    of: mention,
    span: mention.spans[0]!,
    meant: { lo, hi },
    lo: lo - REPRINTED,
    hi: hi + REPRINTED,
    bits: Math.min(8, words / WORDS_OF_A_BIT),
    explain: (titleOf) => `“${text}” is printed by “${titleOf(other)}” too, of ${spellDays({ lo, hi })}`,
  }
}
