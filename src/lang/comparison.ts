import type { DateMention } from '../model/date.ts'
import type { ResolvedMention } from '../model/entity.ts'
import type { Amount, FigurePeriod } from '../model/figure.ts'
import type { EntityKind } from '../model/kind.ts'
import type { Range, Span } from '../model/passage.ts'
import type {
  ClockReader,
  DeathReader,
  DenialReader,
  ReadCaveat,
  Sentence,
  SentenceCue,
  StatementReader,
} from './sentence-readers.ts'
import type { Word } from './words.ts'

/** The readers of a pack for the comparison of sources. Offsets in UTF-16 code units. */
export interface Comparison {
  /** Phrases by what they show, as keys of `splitWords`. */
  readonly cues: Readonly<Record<SentenceCue, readonly string[]>>
  /** Kinds of acts (`kinds.yml`) that words express, given as numbers of keys, with the positions of these words. */
  readonly readActs: (numbers: readonly number[]) => Map<string, number[]>
  /** Words that say what an outlet is, not which: "agency". */
  readonly outletWords: ReadonlySet<string>
  /** Whether a sentence is background that is always true: "The island lies on a fault line". */
  readonly isStanding: (sentence: string) => boolean
  /** Reads the caveat of a sentence. */
  readonly readCaveat: (sentence: string) => ReadCaveat | undefined
  readonly statements: StatementReader
  readonly denials: DenialReader
  readonly deaths: DeathReader
  readonly clock: ClockReader
  readonly figures: FigureReader
  readonly labels: LabelReader
}

/** Cues by which the event, and the part of it, that a number is for are compared. */
export type ScopeCue = 'background' | 'total' | 'part' | 'severe' | 'population' | 'minor' | 'each'

/** The scope of a number: its event, and the part of it. */
export interface FigureScope {
  readonly cues: ReadonlySet<ScopeCue>
  /** The other time that its sentence gives, when that is not the time of the news: "2004", "XXXX-11-19", "last month". */
  readonly time: string | undefined
  /** The words of that time. */
  readonly timeWords: string | undefined
  /** ISO weekday of the nearest date of its sentence, when that is known. */
  readonly weekday: number | undefined
}

export interface FigureReader {
  /** The kind of quantity that an amount states, as `kinds.yml` has it; the measure itself for other kinds. */
  readonly nameQuantity: (amount: Amount) => string
  /** The stem of what is counted; that of "people" where the quantity counts them and nothing else is named; empty where unknown. */
  readonly nameCounted: (quantity: string, counted: string | undefined) => string
  /** Stems of what qualifies the head noun. */
  readonly qualifiersOf: (counted: string | undefined) => Set<string>
  /** The head noun of what is counted. */
  readonly headOf: (counted: string | undefined) => string | undefined
  /** What a vague number is at least, where its source gives another number of the same, too: 20 of "dozens". */
  readonly leastOf: (words: string) => number | undefined
  /**
   * Reads the scope of a number.
   *
   * @param previous the sentence before in its passage, whose time goes on where the sentence gives none
   * @param published day of publication of its source, when known
   */
  readonly readScope: (
    span: Span,
    sentence: Sentence,
    previous: Sentence | undefined,
    dates: readonly DateMention[],
    published: string | undefined,
  ) => FigureScope
  /** The place that an amount is for, as the key of an entity. */
  readonly findPlace: (amount: Amount, sentence: Sentence) => string | undefined
  readonly findPeriod: (amount: Amount, sentence: Sentence, dates: readonly DateMention[]) => FigurePeriod | undefined
  /** Whether a number counts those who live somewhere. */
  readonly isOfInhabitants: (amount: Amount, sentence: Sentence) => boolean
  /** The place that a number of people live in. */
  readonly findInhabited: (amount: Amount, sentence: Sentence, previous: Sentence | undefined) => string | undefined
  /** The key of a place without the noun that says what it is: "Qeshm Island" is "Qeshm". */
  readonly settlementOf: (place: string) => string
  /** Whether the words behind a place's name make it an area that holds other places: " province, the governor said". */
  readonly isArea: (behind: string) => boolean
  /** A length of time as an amount in seconds, where its sentence says what lasted so long. */
  readonly readLasting: (date: DateMention, sentence: Sentence, previous: Sentence | undefined) => Amount | undefined
  /** Ages by which people are called: "the 36-year-old". */
  readonly agesWithoutNames: (text: string) => number[]
  /** Whether the words between two numbers make the second a part of the first, or the whole of its parts. */
  readonly readSum: (between: string) => { readonly isPart: boolean; readonly isWhole: boolean }
}

/** A set of words among which writers choose for the same thing. */
export interface LabelSet {
  readonly set: string
  readonly title: string
  readonly reason: string
  readonly beside: readonly ('after' | 'before')[]
  /** Kinds of entity that it can be said of; none when it is only counted. */
  readonly kinds: readonly EntityKind[]
  readonly words: readonly string[]
}

/** A label that stands in a text. */
export interface Label extends Range {
  readonly set: LabelSet
  /** As the set has it. */
  readonly wording: string
  /** Positions of its first and last word among the words searched. */
  readonly first: number
  readonly last: number
}

export interface LabelReader {
  /** In the order in which they are shown. */
  readonly sets: readonly LabelSet[]
  /**
   * Finds labels, the longest at each place.
   *
   * @param words words of one text
   * @param mentions the names of the same text
   */
  readonly find: (words: readonly Word[], mentions: readonly ResolvedMention[]) => Label[]
  /** Whether a label is said of a name of the same text. */
  readonly isSaidOf: (label: Label, text: string, words: readonly Word[], mention: ResolvedMention) => boolean
}
