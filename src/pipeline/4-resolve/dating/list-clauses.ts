import { splitSentences } from '../../../lang/sentences.ts'
import { splitWords } from '../../../lang/words.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { Passage, Range } from '../../../model/passage.ts'
import { isBody } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'

/** A source with what was found in it. */
export interface FoundSource {
  readonly source: Source
  readonly findings: Findings
}

/** The words of a sentence that stand nearer to one of its dates than to any other. */
export interface DatedClause {
  /** Place of the source in the list of sources. */
  readonly source: number
  readonly mention: DateMention
  /** Beginnings of its words, without those of dates: inflections of a word meet in one. */
  readonly words: ReadonlySet<string>
  /** Its numbers with decimals, which are measured and not rounded: "magnitude 4.6". */
  readonly decimals: ReadonlySet<string>
  /** What a reader is shown of it. */
  readonly text: string
}

/** Letters in which the forms of a word meet: truncation, the stemmer that needs no language (Adamson and Boreham 1974). */
const STEM = 6
/** Code units on each side of a date in which its words are looked for. */
const REACH = 180
const DECIMAL = /(?<![\d.,])\d+\.\d+(?![\d.])/g

/** The clauses of a source that name a day, a time, or another date that can be placed. */
export function listClauses(source: Source, { dates }: Findings, index: number): DatedClause[] {
  return source.passages.filter(isBody).flatMap((passage) => {
    const inPassage = dates.filter(({ span, type }) => span.passage === passage.ordinal && /^(?:DATE|TIME)$/.test(type))
    if (inPassage.length === 0) return []
    return splitSentences(passage.text, source.language).flatMap((sentence) => {
      const told = inPassage.filter(({ span }) => span.start >= sentence.start && span.end <= sentence.end)
      return told.filter(isPlaceable).map((mention) => readClause(passage, sentence, told, mention, index))
    })
  })
}

/** "Recently" has no place, and "two days later" is reckoned from another date of its text. */
function isPlaceable({ timex, anchor, rule }: DateMention): boolean {
  return !/^[A-Z]+_REF$/.test(timex ?? '') && anchor?.kind !== 'narrative' && !BARE_HOURS.has(rule)
}

/** An hour without its day is put on the day of the report for want of a better one. */
const BARE_HOURS = new Set(['date/clock', 'date/clock-word'])

function readClause(
  passage: Passage,
  sentence: Range,
  dates: readonly DateMention[],
  mention: DateMention,
  source: number,
): DatedClause {
  const distance = (at: number, { span }: DateMention): number => Math.max(span.start - at, at - span.end, 0)
  const isOwn = (at: number): boolean =>
    distance(at, mention) > 0 &&
    distance(at, mention) <= REACH &&
    dates.every((other) => other === mention || distance(at, other) > distance(at, mention))
  const text = passage.text.slice(sentence.start, sentence.end)
  const words = splitWords(text)
    .filter(({ key, start }) => key.length > 2 && isOwn(sentence.start + start))
    .map(({ key }) => key.slice(0, STEM))
  const decimals = [...text.matchAll(DECIMAL)].filter(({ index }) => isOwn(sentence.start + index)).map(([one]) => one)
  return {
    source,
    mention,
    words: new Set(words),
    decimals: new Set(decimals),
    text: shorten(passage.text, sentence, mention.span),
  }
}

/** Code units of a sentence that are shown. */
const SHOWN = 90

function shorten(text: string, { start, end }: Range, date: Range): string {
  if (end - start <= SHOWN) return text.slice(start, end)
  const from = Math.max(start, Math.min(date.start - SHOWN / 2, end - SHOWN))
  const left = from > start ? text.indexOf(' ', from) + 1 : start
  const right = from + SHOWN < end ? text.lastIndexOf(' ', from + SHOWN) : end
  return `${left > start ? '… ' : ''}${text.slice(left, Math.max(right, date.end))}${right < end ? ' …' : ''}`
}
