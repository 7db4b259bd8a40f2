import { isCommonAct, isDeclaredAct, isWeakAct } from '../../../lang/kinds.ts'
import { packFor } from '../../../lang/packs.ts'
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
  /** Beginnings of its words, without those of dates: inflections of a word meet in one, words of one act in its kind. */
  readonly words: ReadonlySet<string>
  /** Kinds of acts (`kinds.yml`) that it tells of, those left out that say only that somebody spoke, began or went. */
  readonly acts: ReadonlySet<string>
  /** An act that comes about by words with what became of it: "truce take-effect". */
  readonly outcomes: ReadonlySet<string>
  /** Beginnings of its words that stand in names. */
  readonly names: ReadonlySet<string>
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
export function listClauses(source: Source, { dates, mentions }: Findings, index: number): DatedClause[] {
  const names = Map.groupBy(
    mentions.map(({ span }) => span),
    ({ passage }) => passage,
  )
  return source.passages.filter(isBody).flatMap((passage) => {
    const inPassage = dates.filter(({ span, type }) => span.passage === passage.ordinal && /^(?:DATE|TIME)$/.test(type))
    if (inPassage.length === 0) return []
    return splitSentences(passage.text, source.language).flatMap((sentence) => {
      const told = inPassage.filter(({ span }) => span.start >= sentence.start && span.end <= sentence.end)
      return told.filter(isPlaceable).map((mention) =>
        readClause(passage, sentence, told, mention, names.get(passage.ordinal) ?? [], {
          source: index,
          language: source.language,
        }),
      )
    })
  })
}

/** "Recently" has no place, and "two days later" is reckoned from another date of its text. */
function isPlaceable({ timex, anchor, rule }: DateMention): boolean {
  return !/^[A-Z]+_REF$/.test(timex ?? '') && anchor?.kind !== 'narrative' && !BARE_HOURS.has(rule)
}

/** A time of day without a day is placed on the day of the report. */
const BARE_HOURS = new Set(['date/clock', 'date/clock-word'])

function readClause(
  passage: Passage,
  sentence: Range,
  dates: readonly DateMention[],
  mention: DateMention,
  names: readonly Range[],
  { source, language }: { readonly source: number; readonly language: string },
): DatedClause {
  const distance = (at: number, { span }: DateMention): number => Math.max(span.start - at, at - span.end, 0)
  const isOwn = (at: number): boolean =>
    distance(at, mention) > 0 &&
    distance(at, mention) <= REACH &&
    dates.every((other) => other === mention || distance(at, other) > distance(at, mention))
  const text = passage.text.slice(sentence.start, sentence.end)
  const isNamed = (at: number): boolean => names.some(({ start, end }) => at >= start && at < end)
  const words = readWords(text, language).filter(({ start }) => isOwn(sentence.start + start))
  const decimals = [...text.matchAll(DECIMAL)].filter(({ index }) => isOwn(sentence.start + index)).map(([one]) => one)
  return {
    source,
    mention,
    words: new Set(words.map(({ key }) => key)),
    acts: new Set(words.flatMap(({ act }) => act ?? [])),
    outcomes: new Set(pairOutcomes(words)),
    names: new Set(words.filter(({ start }) => isNamed(sentence.start + start)).map(({ key }) => key)),
    decimals: new Set(decimals),
    text: shorten(passage.text, sentence, mention.span),
  }
}

interface ClauseWord {
  readonly key: string
  /** The kind of act that it tells of. */
  readonly act?: string
  readonly start: number
}

/** The words of a sentence that say something, each under the key in which it is looked for. */
function readWords(text: string, language: string): ClauseWord[] {
  const words = splitWords(text)
  const read = [...(packFor(language)?.comparison?.readActs(words) ?? [])].filter(([act]) => !isWeakAct(act))
  const acts = new Map(read.flatMap(([act, places]) => places.map((at) => [at, act] as const)))
  return words.flatMap(({ key, start }, at) => {
    const act = acts.get(at)
    if (act !== undefined) return { key: `=${act}`, act, start }
    return key.length > 2 ? { key: key.slice(0, STEM), start } : []
  })
}

/** Words between an act and its outcome: "the ceasefire, which took effect". */
const NEAR = 3

function pairOutcomes(words: readonly ClauseWord[]): string[] {
  return words.flatMap(({ act }, at) =>
    act === undefined || !isRareByWords(act)
      ? []
      : words
          .slice(at + 1, at + 1 + NEAR)
          .flatMap(({ act: next }) =>
            next === undefined || isCommonAct(next) || isDeclaredAct(next) ? [] : `${act} ${next}`,
          ),
  )
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

/** Two clauses of two sources that tell the same. */
export interface Pair {
  /** A clause of a source whose day is looked for. */
  readonly clause: DatedClause
  readonly other: DatedClause
  /** Cosine of their words weighed by rarity, 0 to 1. */
  readonly likeness: number
}

/** Clauses less alike than this tell two things; those above `FAINT` may be of one story. */
export const LEAST_LIKENESS = 0.3
const FAINT = 0.15
/** How alike two clauses are at least that tell of one act: two of them date a source, one does not. */
const SAME_ACT = 0.42
/** Words that two clauses share at least, to tell one thing and to be of one story. */
const LEAST_SHARED = 4
const FEW_SHARED = 3
/** A word of more clauses than this leads to none: the cost stays linear in the number of clauses. */
const MOST_CLAUSES = 120
/** How many of a clause's most similar pairs are kept. */
const MOST_PAIRS = 8

/**
 * Finds the clauses of other sources that tell what a clause tells, and those that may be of the same story.
 *
 * @param clauses of all sources
 * @param isAsked whether a source's day is looked for
 */
export function matchClauses(clauses: readonly DatedClause[], isAsked: (source: number) => boolean): Pair[] {
  const holders = new Map<string, DatedClause[]>()
  for (const clause of clauses)
    for (const word of clause.words) {
      const known = holders.get(word)
      if (known) known.push(clause)
      else holders.set(word, [clause])
    }
  const weightOf = (word: string): number => Math.log(1 + clauses.length / holders.get(word)!.length) ** 2
  const lengths = new Map(clauses.map((clause) => [clause, sum([...clause.words].map(weightOf))]))
  return clauses
    .filter(({ source }) => isAsked(source))
    .flatMap((clause) => matchOne(clause, holders, weightOf, lengths))
}

function matchOne(
  clause: DatedClause,
  holders: ReadonlyMap<string, DatedClause[]>,
  weightOf: (word: string) => number,
  lengths: ReadonlyMap<DatedClause, number>,
): Pair[] {
  const shared = new Map<DatedClause, { count: number; weight: number }>()
  for (const word of clause.words) {
    const others = holders.get(word)!
    if (others.length > MOST_CLAUSES) continue
    for (const other of others) {
      if (other.source === clause.source) continue
      const { count = 0, weight = 0 } = shared.get(other) ?? {}
      shared.set(other, { count: count + 1, weight: weight + weightOf(word) })
    }
  }
  return [...shared]
    .filter(([other]) => !isMeasuredApart(clause, other))
    .map(([other, { count, weight }]) => {
      const likeness = weight / Math.sqrt(lengths.get(clause)! * lengths.get(other)!)
      if (isSameAct(clause, other)) return { clause, other, likeness: Math.max(likeness, SAME_ACT) }
      if (count < FEW_SHARED) return { clause, other, likeness: 0 }
      return { clause, other, likeness: count < LEAST_SHARED ? Math.min(likeness, FAINT) : likeness }
    })
    .filter(({ likeness }) => likeness >= FAINT)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_PAIRS)
}

/**
 * Both tell of an act that comes about by words and is seldom told of, such as a truce, and share what tells it from
 * another: what became of it ("the truce took effect"), or two names, where neither tells of anything else that was
 * done. "Norland and Sudmark met to shore up the truce" tells of a meeting.
 */
function isSameAct(a: DatedClause, b: DatedClause): boolean {
  if (!a.outcomes.isDisjointFrom(b.outcomes)) return true
  const isShared = [...a.acts.intersection(b.acts)].some(isRareByWords)
  const isOnlyThat = [...a.acts.symmetricDifference(b.acts)].every(isDeclaredAct)
  return isShared && isOnlyThat && a.names.intersection(b.names).size > 1
}

const isRareByWords = (act: string): boolean => isDeclaredAct(act) && !isCommonAct(act)

/** Both give measured numbers, and none in common: "a magnitude 4.4 quake" and one of 4.6 are two. */
function isMeasuredApart({ decimals: a }: DatedClause, { decimals: b }: DatedClause): boolean {
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
