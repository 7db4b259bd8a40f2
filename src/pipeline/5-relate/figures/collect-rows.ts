import type { Amount } from '../../../model/amount.ts'
import type { DateMention } from '../../../model/date.ts'
import type { FigureRow } from '../../../model/figure.ts'
import type { Findings } from '../../../model/findings.ts'
import type { Source } from '../../../model/source.ts'
import type { Span, SpanInFile } from '../../../model/span.ts'
import { stemWord } from '../../../lang/en/words/stem.ts'
import { splitWords } from '../../../lang/words.ts'
import type { Sentence, Sentences } from '../arrange-sentences.ts'
import { findSentence } from '../arrange-sentences.ts'
import { isOverlapping } from '../is-overlapping.ts'
import { orderSources, publishedOn } from '../../../text/order-sources.ts'
import { isWeakAct, readActs } from '../read-acts.ts'
import { actOf, nameCounted, nameQuantity } from './name-quantity.ts'
import { findPeriod, findPlaceOfFigure } from './read-frame.ts'
import { readStory, type Story } from './share-story.ts'

/** A row of the ledger with what decides on its table. */
export interface FigureStatement {
  readonly row: FigureRow
  readonly quantity: string
  /** Head noun of what is counted, as a stem; "people" where the quantity implies them. */
  readonly head: string
  /** What its source is about. */
  readonly story: Story
  /** Its source gives no other number for this: all its statements of the quantity can be one. */
  readonly isOnly: boolean
  /** Kinds of things the sentence tells of, beside what the quantity says itself. */
  readonly acts: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
}

type Collected = Omit<FigureStatement, 'isOnly'>

/** Code units on either side of a number in which acts are read: a sentence may be a whole table. */
const AROUND = 300

/** Collects every amount of every source, earliest dated source first. */
export function collectRows(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
): FigureStatement[] {
  const places = orderSources(sources)
  const found = new Map(findings.map((one) => [one.file, one]))
  const named = Map.groupBy(
    [...sentences.values()].flat().flatMap(({ mentions }) => mentions),
    ({ file }) => file,
  )
  const collected = [...sources]
    .sort((a, b) => places.get(a.file)! - places.get(b.file)!)
    .flatMap((source) => {
      const { amounts = [], dates = [] } = found.get(source.file) ?? {}
      const story = readStory(source.file, publishedOn(source), named.get(source.file) ?? [])
      return amounts.flatMap((amount) => {
        const sentence = findSentence(sentences, source.file, amount.span)
        return sentence ? [collectRow(source, amount, sentence, dates, story)] : []
      })
    })
  const alike = Map.groupBy(collected, keyInSource)
  const only = new Map([...alike].map(([key, held]) => [key, areCompatible(held.map(({ row }) => row))]))
  return collected.map((one) => ({ ...one, isOnly: only.get(keyInSource(one))! }))
}

function keyInSource({ row, quantity, head }: Collected): string {
  return `${quantity} ${row.unit} ${head} ${row.at.file}`
}

/** Whether some number lies within the bounds of every row. */
export function areCompatible(rows: readonly FigureRow[]): boolean {
  const low = rows.reduce((most, row) => Math.max(most, row.low ?? -Infinity), -Infinity)
  return rows.every(({ high }) => low <= (high ?? Infinity))
}

function collectRow(
  source: Source,
  amount: Amount,
  sentence: Sentence,
  dates: readonly DateMention[],
  story: Story,
): Collected {
  const { span, low, high, unit, counted, measure, credited, certainty, rule } = amount
  const { file, passage, start, end } = sentence
  const place = findPlaceOfFigure(amount, sentence)
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
  const quantity = nameQuantity(amount)
  return {
    row,
    quantity,
    head: nameCounted(quantity, counted),
    story,
    acts: new Set([...acts.keys()].filter((act) => !isWeakAct(act) && act !== actOf(quantity))),
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
