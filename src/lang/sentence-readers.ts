import type { EventReport } from '../model/date.ts'
import type { ResolvedMention } from '../model/entity.ts'
import type { Range, SpanInFile } from '../model/passage.ts'

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
  readonly readLife: (text: string, name: Range) => 'death' | 'life' | undefined
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
