import type { DateMention } from '../../../model/date.ts'
import type { ResolvedMention } from '../../../model/entity.ts'
import type { Findings } from '../../../model/findings.ts'
import type { Source } from '../../../model/source.ts'
import { seedRange } from '../../../text/seed-range.ts'
import { stemWord } from '../../../text/stem.ts'
import type { Word } from '../../../text/words.ts'
import { splitWords } from '../../../text/words.ts'
import type { Sentence } from '../arrange-sentences.ts'
import { arrangeSentences, findSentence, groupByPassage, passageKey } from '../arrange-sentences.ts'
import { publishedOn } from '../order-sources.ts'
import type { DayInterval } from './day-interval.ts'
import { seenFrom, toInterval } from './day-interval.ts'
import { readActs } from '../read-acts.ts'
import { readClause } from './read-clause.ts'
import type { Mode } from './read-mode.ts'
import { readMode } from './read-mode.ts'
import type { Parts } from './read-parts.ts'
import { readParts } from './read-parts.ts'

/** One sentence's dating of something, with all that is compared when statements are joined. */
export interface Statement extends Parts {
  readonly file: string
  readonly published: string | undefined
  readonly sentence: Sentence
  readonly date: DateMention
  readonly interval: DayInterval
  readonly mode: Mode
}

/** Collects every dated statement of the sources, in their order, leaving out lines of publication. */
export function collectStatements(sources: readonly Source[], findings: readonly Findings[], mentions: readonly ResolvedMention[]): Statement[] {
  const found = new Map(findings.map((one) => [one.file, one]))
  const sentences = groupByPassage(arrangeSentences(sources, mentions))
  return sources.flatMap((source) => {
    const dates = (found.get(source.file)?.dates ?? []).filter((date) => isDated(date) && !isPublicationLine(date, source))
    const dated = dates.flatMap((date) => {
      const sentence = findSentence(sentences, source.file, date.span)
      return sentence ? [{ date, sentence }] : []
    })
    const bySentence = Map.groupBy(dated, ({ sentence }) => sentence)
    return [...bySentence].flatMap(([sentence, held]) => readSentence(source, sentence, held.map(({ date }) => date), sentences))
  })
}

function isDated({ type, lo, hi }: DateMention): boolean {
  return (type === 'DATE' || type === 'TIME') && (lo !== undefined || hi !== undefined)
}

/** A date inside the words from which the source's own date or dateline was read says when it was published, nothing else. */
function isPublicationLine({ span }: DateMention, { passages, metadata }: Source): boolean {
  const passage = passages.find(({ ordinal }) => ordinal === span.passage)
  if (!passage || span.end <= span.start) return true
  const own = seedRange(passage, span)
  const lines = [...(metadata.dateline?.evidence ?? []), ...(metadata.date?.certainty === 'stated' ? metadata.date.evidence : [])]
  return lines.some(({ start, end }) => own.start < end && start < own.end)
}

function readSentence(source: Source, sentence: Sentence, dates: readonly DateMention[], sentences: ReadonlyMap<string, readonly Sentence[]>): Statement[] {
  const words = splitWords(sentence.text)
  if (words.length < 4) return []
  const inPassage = sentences.get(passageKey(source.file, sentence.passage)) ?? []
  const previous = inPassage[inPassage.indexOf(sentence) - 1]
  const statements = dates.map((date) => readStatement(source, sentence, previous, words, date, dates))
  return statements.filter((one, at) => isTelling(one) && statements.findIndex((other) => isSameInterval(one, other)) === at)
}

function readStatement(source: Source, sentence: Sentence, previous: Sentence | undefined, words: readonly Word[], date: DateMention, dates: readonly DateMention[]): Statement {
  const shift = ({ span }: DateMention) => ({ start: span.start - sentence.start, end: span.end - sentence.start })
  const clause = readClause(sentence.text, words, shift(date), dates.filter((other) => other !== date).map(shift))
  const interval = toInterval(date)
  const published = publishedOn(source)
  const leading = words.filter(({ end }) => end <= shift(date).start)
  return {
    file: source.file,
    published,
    sentence,
    date,
    interval,
    mode: readMode(clause, leading, seenFrom(interval, published)),
    ...readParts(sentence, previous, words, clause),
  }
}

/** A sentence that names nobody and tells of nothing is no statement. */
function isTelling({ sentence, text }: Statement): boolean {
  return sentence.mentions.length > 0 || readActs(text.map(stemWord)).size > 0
}

function isSameInterval(a: Statement, b: Statement): boolean {
  return a.interval.first === b.interval.first && a.interval.last === b.interval.last
}
