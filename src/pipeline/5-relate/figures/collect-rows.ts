import type { Amount } from '../../../model/amount.ts'
import type { DateMention } from '../../../model/date.ts'
import type { ResolvedMention } from '../../../model/entity.ts'
import type { FigureRow } from '../../../model/figure.ts'
import type { Findings } from '../../../model/findings.ts'
import type { Source } from '../../../model/source.ts'
import type { Span, SpanInFile } from '../../../model/span.ts'
import { stemWord } from '../../../text/stem.ts'
import { splitWords } from '../../../text/words.ts'
import type { Sentence } from '../arrange-sentences.ts'
import { arrangeSentences, findSentence, groupByPassage } from '../arrange-sentences.ts'
import { isOverlapping } from '../is-overlapping.ts'
import { orderSources, publishedOn } from '../../../text/order-sources.ts'
import { isWeakAct, readActs } from '../read-acts.ts'
import { headOf, nameQuantity } from './name-quantity.ts'
import { findPeriod, findPlace } from './read-frame.ts'

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

/** Code units on either side of a number in which acts are read: a sentence may be a whole table. */
const AROUND = 300

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
  const around = sentence.text.slice(Math.max(0, span.start - start - AROUND), span.end - start + AROUND)
  const acts = readActs(splitWords(around).map(({ key }) => stemWord(key)))
  return {
    row,
    quantity: nameQuantity(amount),
    head: stemWord(headOf(counted) ?? ''),
    acts: new Set([...acts.keys()].filter((act) => !isWeakAct(act))),
    entities: new Set(sentence.mentions.map(({ entity }) => entity)),
  }
}

function creditTo(
  { words, span }: NonNullable<Amount['credited']>,
  sentence: Sentence,
): NonNullable<FigureRow['credited']> {
  const held = sentence.mentions.filter(
    (mention) => mention.form === 'name' && isOverlapping(mention.span, span) && mention.kind !== 'place',
  )
  const entity = (held.find(({ kind }) => kind === 'person') ?? held[0])?.entity
  return { words, at: inFile(sentence.file, span), ...(entity !== undefined && { entity }) }
}

function wordsAt(sentence: Sentence, { start, end }: Span): string {
  return sentence.text.slice(start - sentence.start, end - sentence.start)
}

function inFile(file: string, { passage, start, end }: Span): SpanInFile {
  return { file, passage, start, end }
}
