import type { DateMention } from '../model/date.ts'
import type { Mention, Role } from '../model/entity.ts'
import type { Certainty } from '../model/evidence.ts'
import type { Amount } from '../model/figure.ts'
import type { Range } from '../model/passage.ts'
import type { QuotationMention } from '../model/quotation.ts'
import type { Register } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import type { Boilerplate } from './boilerplate/read-boilerplate.ts'
import type { Comparison } from './comparison.ts'

/** The language of a text that no list of words fits: BCP 47 for "undetermined". No pack serves it. */
export const UNKNOWN_LANGUAGE = 'und'

/**
 * A language. Each folder of `src/lang` named by a language code holds one pack: its `index.ts` exports `pack`, and
 * no other file needs to be changed. Every part is optional. If a part is missing, its annotations are not made, and
 * a problem says so.
 */
export interface LanguagePack {
  /** Primary subtag of BCP 47, as `en`; the name of the folder. */
  readonly language: string
  /** Frequent words that hardly any other language has, in lower case: by them a text is detected to be in this language. */
  readonly stopWords: ReadonlySet<string>

  /** Lines that publishers put around a text, and those that say who wrote it and when. */
  readonly boilerplate?: Boilerplate
  /** Names of persons, organisations, places, events and works, with those of the register. By passage and start, longer first. */
  readonly findNames?: (source: Source, register: Register) => Mention[]
  /** Dates, times and durations in reading order; no two overlap. */
  readonly findDates?: (source: Source) => DateMention[]
  /** Whether a text puts a date in the past or in the future, where its words leave no doubt; `words` are those of the date. */
  readonly readTense?: (text: string, words: Range) => 'past' | 'future' | undefined
  /** Order of two dates of a sentence: -1, the first day is not later than the second; 1, not earlier. */
  readonly readDateOrder?: (sentence: string, first: Range, second: Range) => -1 | 1 | undefined
  /** Whether a sentence announces something, or reacts to an announcement. */
  readonly readSpeechAct?: (sentence: string) => SpeechAct | undefined
  /** Whether a sentence recalls earlier words: "had told the court". */
  readonly recallsWords?: (sentence: string) => boolean
  /** Known days (`YYYY-MM-DD`) of events named beside a date, such as an inauguration. */
  readonly findKnownDays?: (text: string, words: Range) => readonly string[]
  /** Quotations with their speakers, who may be among the mentions. */
  readonly findQuotations?: (source: Source, mentions: readonly Mention[]) => QuotationMention[]
  /** Certainty of a speaker that a rule names, by its measured precision; undefined where it is too often wrong to name one. */
  readonly speakerCertainty?: (rule: string) => Certainty | undefined
  /** Numeric statements; a number that is part of a date does not count. */
  readonly findAmounts?: (source: Source, dates: readonly DateMention[]) => Amount[]
  /** Roles that the text gives to the persons among the mentions, in the order of the mentions. */
  readonly findRoles?: (source: Source, mentions: readonly Mention[]) => Role[]
  /** Cues that two names of a source mean one person or thing, or two. */
  readonly identity?: IdentityCues
  /** Readers for the comparison of sources. */
  readonly comparison?: Comparison
  /** How words of this language are compared. */
  readonly words?: WordForms
}

/** A sentence that announces something ("agreed to hold"), or reacts to it ("welcomed"). */
export interface SpeechAct {
  readonly answers: boolean
  /** The words behind the verb. */
  readonly object: Range
  /** They refer to what the sentence before announced: "it", "the decision". */
  readonly pointsBack: boolean
}

/** Words beside names that say who is meant. In a pattern for the text between two names, "…" is the second. */
export interface IdentityCues {
  readonly readFacts: (text: string, mention: Mention) => PersonFacts
  /** The gender that the first word of a full name usually shows. */
  readonly genderOfName: (name: string) => 'f' | 'm' | undefined
  readonly isGivenName: (word: string) => boolean
  /** Between a given name and a full name whose surname both have: "Ada and Ben Vale". */
  readonly sharesSurname: RegExp
  /** The second name is what the first is known as. */
  readonly alias: readonly RegExp[]
  /** The second name is that of a relative of the first. */
  readonly relative: RegExp
}

/** Words by their stems: keys of `splitWords` without inflection. */
export interface WordForms {
  readonly stemWord: (key: string) => string
  /** Stems too common to be evidence that two texts are about one matter. */
  readonly common: ReadonlySet<string>
  /** Keys of words that begin a new clause: "when". */
  readonly openers: ReadonlySet<string>
  /** Stems with which any news says who spoke. */
  readonly reporting: ReadonlySet<string>
}

/** The name of each part of a pack for readers, for the note on missing parts. */
export const PARTS = {
  boilerplate: 'what publishers put around the text, and who wrote it and when',
  findNames: 'names that the register does not have',
  findDates: 'dates',
  findQuotations: 'quotations',
  findAmounts: 'figures',
  findRoles: 'what persons are said to be',
  comparison: 'what sources say alike and otherwise',
} as const satisfies Record<
  Exclude<
    keyof LanguagePack,
    | 'language'
    | 'stopWords'
    | 'readTense'
    | 'readDateOrder'
    | 'readSpeechAct'
    | 'recallsWords'
    | 'findKnownDays'
    | 'speakerCertainty'
    | 'identity'
    | 'words'
  >,
  string
>

/**
 * Facts of a person directly beside the name. Agreement does not show that two bearers of a name are one;
 * disagreement shows that they are two.
 */
export interface PersonFacts {
  readonly gender?: 'f' | 'm'
  readonly ages: readonly number[]
  /** Fields of work (`occupations.yml`) of the person's roles. */
  readonly fields: readonly string[]
  /** "The elder Vale", "the younger Vale". */
  readonly generation?: 'elder' | 'younger'
  /** Introduced as a relative: "her son, Mr Vale" is not the Vale named before. */
  readonly isKin: boolean
  /** The words say that another is meant than whom the source has named so: "another Vale", "a dog called Vale". */
  readonly isOther: boolean
}

/** Nothing is said of the person. */
export const NO_FACTS: PersonFacts = { ages: [], fields: [], isKin: false, isOther: false }

/** Merges facts of one person from several places; genders that differ are dropped. */
export function mergeFacts(all: readonly PersonFacts[]): PersonFacts {
  const [gender, ...others] = new Set(all.flatMap((facts) => facts.gender ?? []))
  const generation = all.find((facts) => facts.generation)?.generation
  return {
    ...(gender && others.length === 0 && { gender }),
    ages: all.flatMap(({ ages }) => ages),
    fields: all.flatMap(({ fields }) => fields),
    ...(generation && { generation }),
    isKin: all.length > 0 && all[0]!.isKin,
    isOther: all.length > 0 && all[0]!.isOther,
  }
}

/**
 * Whether the facts of two bearers of a name show that they are two.
 *
 * @param years maximum difference of their ages: one in a source, more across sources of different years
 */
export function disagree(a: PersonFacts, b: PersonFacts, years: number): boolean {
  const isOtherGender = a.gender !== undefined && b.gender !== undefined && a.gender !== b.gender
  const isOtherAge =
    a.ages.length > 0 && b.ages.length > 0 && !a.ages.some((age) => b.ages.some((one) => Math.abs(age - one) <= years))
  const isOtherWork = a.fields.length > 0 && b.fields.length > 0 && !a.fields.some((field) => b.fields.includes(field))
  return isOtherGender || isOtherAge || isOtherWork
}
