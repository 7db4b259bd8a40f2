import type { Comparison } from '../../../lang/comparison.ts'
import type { Mode, StatementParts } from '../../../lang/sentence-readers.ts'
import { numbersOf, splitWords } from '../../../lang/words.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import { passageKey } from '../../../model/permalink.ts'
import type { Source } from '../../../model/source.ts'
import { startNumbering } from '../../../text/numbering.ts'
import { seedRange } from '../../../text/ranges.ts'
import { rememberLast } from '../../../text/remember.ts'
import { startSharingSets } from '../../../text/share-strings.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { comparisonOf, findSentence, sentencesIn } from '../sentences.ts'
import type { Time } from './read-time.ts'
import { readTime, seenFrom } from './read-time.ts'

/** One sentence's dating of something, with all that is compared when statements are joined. */
export interface DatedStatement extends Omit<StatementParts, 'stems'> {
  readonly file: string
  readonly published: string | undefined
  readonly sentence: Sentence
  readonly date: DateMention
  readonly time: Time
  /** Entities of the headline and the opening of the source, which its other sentences presuppose. */
  readonly opening: ReadonlySet<string>
  readonly mode: Mode
  /** Numbers of the stems of the uncommon words that are neither names nor acts (`numberStem`), each once. */
  readonly stems: readonly number[]
}

/** The number that a stem has in all statements of this process. */
export const numberStem = startNumbering()

/** Words of a sentence, and dates in it, beyond which it is a list or a table and states nothing. */
const LONGEST = 400
const MANY = 12
/** Passages, the headline among them, that open a source. */
const OPENING = 3

/** Collects every dated statement of the sources, in their order, leaving out lines of publication. */
export function collectStatements(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
): DatedStatement[] {
  const found = new Map(findings.map((one) => [one.file, one]))
  const shareSet = startSharingSets()
  return sources.flatMap((source) => {
    const dates = found.get(source.file)?.dates ?? []
    const parts = [dates, sentencesIn(source, sentences)]
    return remember(source, parts, () => readSource(source, dates, sentences, shareSet))
  })
}

const remember = rememberLast<Source, DatedStatement[]>()

type ShareSet = ReturnType<typeof startSharingSets>

function readSource(
  source: Source,
  dates: readonly DateMention[],
  sentences: Sentences,
  shareSet: ShareSet,
): DatedStatement[] {
  const reader = comparisonOf(source)
  if (!reader) return []
  const own = dates.filter((date) => !isPublicationLine(date, source))
  const dated = own.flatMap((date) => {
    const sentence = findSentence(sentences, source.file, date.span)
    const time =
      sentence &&
      readTime(
        date,
        sentence.text.slice(date.span.start - sentence.start, date.span.end - sentence.start),
        reader.cues.wide,
      )
    return time ? [{ date, time, sentence }] : []
  })
  const opening = findOpening(source, sentences)
  const bySentence = Map.groupBy(dated, ({ sentence }) => sentence)
  return [...bySentence].flatMap(([sentence, held]) =>
    readSentence({ source, reader, opening, sentence, previous: findPrevious(sentence, sentences), shareSet }, held),
  )
}

/** The sentence before, across passages. */
function findPrevious(sentence: Sentence, sentences: Sentences): Sentence | undefined {
  const own = sentences.get(passageKey(sentence.file, sentence.passage)) ?? []
  return own[own.indexOf(sentence) - 1] ?? sentences.get(passageKey(sentence.file, sentence.passage - 1))?.at(-1)
}

function findOpening({ file, passages }: Source, sentences: Sentences): Set<string> {
  const opening = passages.slice(0, OPENING).flatMap(({ ordinal }) => sentences.get(passageKey(file, ordinal)) ?? [])
  return new Set(opening.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)))
}

/** A date inside the words from which the source's own date or dateline was read says when it was published, nothing else. */
function isPublicationLine({ span }: DateMention, { passages, metadata }: Source): boolean {
  const passage = passages.find(({ ordinal }) => ordinal === span.passage)
  if (!passage || span.end <= span.start) return true
  const own = seedRange(passage, span)
  const lines = [
    ...(metadata.dateline?.evidence ?? []),
    ...(metadata.date?.certainty === 'stated' ? metadata.date.evidence : []),
  ]
  return lines.some(({ start, end }) => own.start < end && start < own.end)
}

interface Place {
  readonly source: Source
  readonly reader: Comparison
  readonly opening: ReadonlySet<string>
  readonly sentence: Sentence
  readonly previous: Sentence | undefined
  readonly shareSet: ShareSet
}

interface Dated {
  readonly date: DateMention
  readonly time: Time
}

function readSentence(place: Place, dated: readonly Dated[]): DatedStatement[] {
  const words = splitWords(place.sentence.text)
  if (words.length < 4 || words.length > LONGEST || dated.length > MANY) return []
  const statements = dated.map((one) => readStatement(place, one, dated))
  return statements.filter(
    (one, at) => isStatement(one, place.reader) && statements.findIndex((other) => isSameTime(one, other)) === at,
  )
}

function readStatement(
  { source, reader, opening, sentence, previous, shareSet }: Place,
  { date, time }: Dated,
  dated: readonly Dated[],
): DatedStatement {
  const shift = ({ span }: DateMention) => ({ start: span.start - sentence.start, end: span.end - sentence.start })
  const others = dated.filter((other) => other.date !== date).map((other) => shift(other.date))
  const published = publishedOn(source)
  const seen = time.kind === 'placed' ? seenFrom(time.interval, published) : 'open'
  const parts = reader.statements.read(sentence, previous, shift(date), others, seen)
  return {
    file: source.file,
    published,
    sentence,
    date,
    time,
    opening,
    ...parts,
    actors: shareSet(parts.actors),
    subjects: shareSet(parts.subjects),
    places: shareSet(parts.places),
    acts: shareSet(parts.acts),
    names: shareSet(parts.names),
    ordinals: shareSet(parts.ordinals),
    stems: Array.from(parts.stems, numberStem),
  }
}

/** A sentence without a name and without an act is no statement. */
function isStatement({ sentence }: DatedStatement, { readActs }: Comparison): boolean {
  return sentence.mentions.length > 0 || readActs(numbersOf(sentence.text)).size > 0
}

/** The same words twice, or two words for the same days. */
function isSameTime(a: DatedStatement, b: DatedStatement): boolean {
  if (a.time.kind === 'unknown' || b.time.kind === 'unknown') return a === b
  return a.time.interval.first === b.time.interval.first && a.time.interval.last === b.time.interval.last
}
