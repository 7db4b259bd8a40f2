import type { DateMention, EventReport } from '../model/date.ts'
import type { ResolvedMention } from '../model/entity.ts'
import type { Amount, FigurePeriod } from '../model/figure.ts'
import type { EntityKind } from '../model/kind.ts'
import type { Range, Span, SpanInFile } from '../model/passage.ts'
import type { Word } from './words.ts'

/** The readers of a pack for the comparison of sources. Offsets in UTF-16 code units. */
export interface Comparison {
  /** Phrases by what they show, as keys of `splitWords`. */
  readonly cues: Readonly<Record<SentenceCue, readonly string[]>>
  /** Kinds of acts (`kinds.yml`) that words express, with the positions of these words. */
  readonly readActs: (words: readonly Word[]) => Map<string, number[]>
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

/** Meanings of cue phrases. */
export type SentenceCue =
  | 'negation'
  | 'denial'
  | 'undone'
  | 'schedule'
  | 'future'
  | 'reaction'
  | 'spoke'
  | 'wide'
  | 'locative'

/** A sentence of a passage with the resolved mentions that begin in it. */
export interface Sentence extends SpanInFile {
  /** Language of its source, a tag of BCP 47. */
  readonly language: string
  readonly text: string
  readonly mentions: readonly ResolvedMention[]
}

/** A caveat in a sentence; ranges over its text. */
export interface ReadCaveat {
  /** The words that say so. */
  readonly words: Range
  /** `clause`: what follows ("that …"); `opening`: what comes before in the sentence; `before`: the sentence before. */
  readonly about: 'clause' | 'opening' | 'before'
  /** Where in this sentence the claim stands; empty when it stands in the one before. */
  readonly within: Range
  /** True when only numbers are meant: "the toll". */
  readonly isOfFigures: boolean
}

/** Whether a sentence reports, plans or denies what it dates, with the words that show it. */
export interface Mode {
  readonly mode: EventReport['mode']
  readonly rule: string
  readonly reason: string
}

/** Who, where and what a dated statement is about. Sets hold keys of entities, kinds of acts, or stems. */
export interface StatementParts {
  /** People, organisations and events, and places that act ("Norland offered …"). */
  readonly actors: ReadonlySet<string>
  /** The actors, and those before the clause to whom its first word points back ("Norland doubted that it would attend"). */
  readonly subjects: ReadonlySet<string>
  readonly places: ReadonlySet<string>
  /** Kinds of acts, from the clause, else from the words between dates, else from the sentence. */
  readonly acts: ReadonlySet<string>
  /** "third", "8th": two numbered rounds are not one. */
  readonly ordinals: ReadonlySet<string>
  /** Stems of the uncommon words that are neither names nor acts. */
  readonly stems: ReadonlySet<string>
  /** True when the actors are those of the sentence before, which "they" or "the two" points back to. */
  readonly isBorrowed: boolean
  /** True when the clause reports only that somebody spoke ("officials said on Monday"): the acts are of other words. */
  readonly isWide: boolean
  /** True when the strong acts are not of the date’s own clause: "visited on Monday the town where a train derailed". What is announced is of it. */
  readonly isElsewhere: boolean
  /** Every entity of the sentence, for links that are looser than a join. */
  readonly names: ReadonlySet<string>
  /** Keys of the words of the sentence. */
  readonly text: readonly string[]
}

export interface StatementReader {
  /**
   * Reads what a sentence states of one of its dates.
   *
   * @param previous the sentence before
   * @param date range of the date in the sentence; `others` are those of its other dates
   * @param time where the day lies as seen from the day of publication
   */
  readonly read: (
    sentence: Sentence,
    previous: Sentence | undefined,
    date: Range,
    others: readonly Range[],
    time: 'past' | 'future' | 'open',
  ) => StatementParts & { readonly mode: Mode }
  /** Whether the date between two texts is that of the statement itself: "a spokesman told reporters on (Tuesday)". */
  readonly isOfSaying: (before: string, after: string) => boolean
}

/** An act as bags of words that can be matched with another sentence. */
export interface DeniedAct {
  /** The word that denies it. */
  readonly word: string
  /** Stem of the verb for what was done. */
  readonly verb: string
  /** Stems of the agent; for a pronoun, of whoever denies. Nothing where it is not an act that is denied. */
  readonly doer: ReadonlySet<string> | undefined
  /** Entities among them. */
  readonly names: ReadonlySet<string>
  /** Stems of what it was done to. */
  readonly objects: readonly string[]
  readonly isPlan: boolean
}

/** A sentence with what is looked for in it. */
export interface ReadSentence {
  readonly sentence: Sentence
  readonly keys: readonly string[]
  readonly lemmas: readonly string[]
}

export interface DenialReader {
  readonly readDenials: (sentence: Sentence) => DeniedAct[]
  /** Kinds of acts of the verb of a denial, which is given as a stem. */
  readonly actsOf: (verb: string) => string[]
  /** The claim of the sentence before that a sentence corrects: "it was actually a trawler". */
  readonly readCorrection: (sentence: Sentence, previous: Sentence | undefined) => DeniedAct | undefined
  /** Stems of what "there is no …" denies. */
  readonly readAbsence: (sentence: Sentence) => string[] | undefined
  readonly lemmatise: (sentence: Sentence) => ReadSentence
  /** Whether a sentence states what another denies. */
  readonly isClaimOf: (sentence: ReadSentence, denied: DeniedAct) => boolean
  /** Whether a sentence says that something is. */
  readonly isPresenceOf: (sentence: ReadSentence, what: readonly string[]) => boolean
  /** The word of denial, where a sentence denies one of the acts. */
  readonly findDenial: (sentence: Sentence, acts: ReadonlySet<string>) => string | undefined
  /** The verb with which reported speech begins where it turns down what follows: "denied that it had the letter". */
  readonly findRefusal: (reported: string) => string | undefined
  /** Whether a sentence condemns one of the acts, or blames somebody for it. */
  readonly reactsTo: (sentence: ReadSentence, acts: ReadonlySet<string>) => boolean
}

export interface DeathReader {
  /** Who dies in a sentence: an entity, or "age:36" for somebody known by age. */
  readonly findDead: (sentence: Sentence) => string[]
  /** Whether the words around a person's name have the person die, or do what only the living do. */
  readonly readLife: (before: string, after: string) => 'death' | 'life' | undefined
}

export interface ClockReader {
  /** Whether the words for a time of day name its zone: "0737 GMT". */
  readonly hasZone: (words: string) => boolean
  /** Whether a sentence says that a time of day is that of the place. */
  readonly isLocal: (sentence: string) => boolean
  /** Whether the words for a time of day say that it is not exact. */
  readonly isRough: (words: string) => boolean
  /** Whether the key of a place is that of one whose clocks show UTC for a part of the year at least. */
  readonly isOnUtc: (place: string) => boolean
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
