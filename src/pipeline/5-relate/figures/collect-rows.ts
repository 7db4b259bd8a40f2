import type { Amount } from '../../../model/amount.ts'
import type { DateMention } from '../../../model/date.ts'
import type { ResolvedMention } from '../../../model/entity.ts'
import type { FigureRow, Period } from '../../../model/figure.ts'
import type { Findings } from '../../../model/findings.ts'
import type { Source } from '../../../model/source.ts'
import type { Span, SpanInFile } from '../../../model/span.ts'
import { stemWord } from '../../../text/stem.ts'
import { splitWords } from '../../../text/words.ts'
import type { Sentence } from '../arrange-sentences.ts'
import { arrangeSentences, findSentence, groupByPassage } from '../arrange-sentences.ts'
import { isWeakAct, readActs } from '../read-acts.ts'
import { MODES } from '../word-lists.ts'
import { orderSources, publishedOn } from '../order-sources.ts'
import { headOf, nameQuantity } from './name-quantity.ts'

/** A row of the ledger with what decides on its table. */
export interface Statement {
  readonly row: FigureRow
  readonly quantity: string
  /** Head noun of what is counted, as a stem. */
  readonly head: string
  /** Kinds of things the sentence tells of. */
  readonly acts: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
}

/** Words that may stand between a number and the place or time it is for. */
const REACH = 15

/** Words before a place at the head of a sentence. */
const FRONT = 3

const BREAKERS = new Set(MODES.breaker)
/** Prepositions that say for which place a figure is; "from" says where somebody works or comes from. */
const LOCATIVE = new Set([...MODES.locative.filter((word) => word !== 'from'), 'of'])

/** Collects every amount of every source, earliest dated source first. */
export function collectRows(
  sources: readonly Source[],
  findings: readonly Findings[],
  mentions: readonly ResolvedMention[],
): Statement[] {
  const places = orderSources(sources)
  const found = new Map(findings.map((one) => [one.file, one]))
  const sentences = groupByPassage(arrangeSentences(sources, mentions))
  return [...sources]
    .sort((a, b) => places.get(a.file)! - places.get(b.file)!)
    .flatMap((source) => {
      const { amounts = [], dates = [] } = found.get(source.file) ?? {}
      return amounts.flatMap((amount) => {
        const sentence = findSentence(sentences, source.file, amount.span)
        return sentence ? [collectRow(source, amount, sentence, dates)] : []
      })
    })
}

function collectRow(source: Source, amount: Amount, sentence: Sentence, dates: readonly DateMention[]): Statement {
  const { span, low, high, unit, counted, measure, credited, certainty, rule } = amount
  const { file, passage, start, end } = sentence
  const place = findPlace(amount, sentence)
  const period = findPeriod(amount, sentence, dates)
  const date = publishedOn(source)
  const row: FigureRow = {
    at: inFile(file, span),
    sentence: { file, passage, start, end },
    words: wordsAt(sentence, span),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    unit,
    ...(counted !== undefined && { counted }),
    ...(measure !== undefined && { measure }),
    ...(place !== undefined && { place }),
    ...(period && { period }),
    ...(credited && { credited: creditTo(credited, sentence) }),
    ...(date !== undefined && { date }),
    certainty,
    rule,
  }
  const acts = readActs(splitWords(sentence.text).map(({ key }) => stemWord(key)))
  return {
    row,
    quantity: nameQuantity(amount),
    head: stemWord(headOf(counted) ?? ''),
    acts: new Set([...acts.keys()].filter((act) => !isWeakAct(act))),
    entities: new Set(sentence.mentions.map(({ entity }) => entity)),
  }
}

/** The nearest place that a preposition makes a location: "in Northport", "in the Norlandish war". */
function findPlace({ span }: Amount, sentence: Sentence): string | undefined {
  const located = sentence.mentions.filter(({ kind, span: place }) => {
    const before = splitWords(sentence.text.slice(0, place.start - sentence.start)).slice(-3)
    return kind === 'place' && before.some(({ key }) => LOCATIVE.has(key)) && isWithinReach(sentence, place, span)
  })
  return nearest(span, located)?.entity
}

/** The nearest date or length of time with no break between clauses on the way: "said on Monday that 50 …" gives none. */
function findPeriod({ span }: Amount, sentence: Sentence, dates: readonly DateMention[]): Period | undefined {
  const inClause = dates.filter((date) => {
    const isInSentence =
      date.span.passage === sentence.passage && date.span.start >= sentence.start && date.span.end <= sentence.end
    return (
      isInSentence &&
      date.type !== 'SET' &&
      (date.lo ?? date.hi ?? date.timex) !== undefined &&
      !overlaps(date.span, span) &&
      !isBroken(sentence, date.span, span)
    )
  })
  const found = nearest(span, inClause)
  if (!found) return undefined
  const { lo, hi, timex } = found
  return {
    words: wordsAt(sentence, found.span),
    at: inFile(sentence.file, found.span),
    ...(lo !== undefined && { lo }),
    ...(hi !== undefined && { hi }),
    ...(found.type === 'DURATION' && timex !== undefined && { timex }),
  }
}

/** A break between clauses, or too many words, on the way from one to the other. */
function isBroken(sentence: Sentence, a: Span, b: Span): boolean {
  const between = textBetween(sentence, a, b)
  return (
    /[;:—–]|--/.test(between) ||
    splitWords(between).some(({ key }) => BREAKERS.has(key)) ||
    countBetween(sentence, a, b) > REACH
  )
}

/** A place at the head of the sentence may stand before a comma ("In Northport, 12 …"), any other in the same run of words. */
function isWithinReach(sentence: Sentence, place: Span, span: Span): boolean {
  const isFronted = splitWords(sentence.text.slice(0, place.start - sentence.start)).length <= FRONT
  const isParted = !isFronted && place.end <= span.start && textBetween(sentence, place, span).includes(',')
  return !isParted && countBetween(sentence, place, span) <= REACH
}

function countBetween(sentence: Sentence, a: Span, b: Span): number {
  return splitWords(textBetween(sentence, a, b)).length
}

function textBetween(sentence: Sentence, a: Span, b: Span): string {
  return sentence.text.slice(Math.min(a.end, b.end) - sentence.start, Math.max(a.start, b.start) - sentence.start)
}

function creditTo(
  { words, span }: NonNullable<Amount['credited']>,
  sentence: Sentence,
): NonNullable<FigureRow['credited']> {
  const held = sentence.mentions.filter(
    (mention) => mention.form === 'name' && overlaps(mention.span, span) && mention.kind !== 'place',
  )
  const entity = (held.find(({ kind }) => kind === 'person') ?? held[0])?.entity
  return { words, at: inFile(sentence.file, span), ...(entity !== undefined && { entity }) }
}

function nearest<T extends { readonly span: Span }>(span: Span, held: readonly T[]): T | undefined {
  const distance = (one: T) => Math.max(one.span.start - span.end, span.start - one.span.end)
  return [...held].sort((a, b) => distance(a) - distance(b) || a.span.start - b.span.start)[0]
}

function wordsAt(sentence: Sentence, { start, end }: Span): string {
  return sentence.text.slice(start - sentence.start, end - sentence.start)
}

function overlaps(a: Span, b: Span): boolean {
  return a.passage === b.passage && a.start < b.end && b.start < a.end
}

function inFile(file: string, { passage, start, end }: Span): SpanInFile {
  return { file, passage, start, end }
}
