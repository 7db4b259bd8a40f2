import { isCommonAct, isDeclaredAct, isRareByWords, isWeakAct } from '../../../lang/kinds.ts'
import { startNumbering } from '../../../text/numbering.ts'
import { rememberKeys } from '../../../lang/read-words.ts'
import { rememberWords } from '../../../text/tokens.ts'
import type { LanguagePack } from '../../../lang/pack.ts'
import { packFor } from '../../../lang/packs.ts'
import { splitSentences } from '../../../lang/sentences.ts'
import { splitWords } from '../../../lang/words.ts'
import type { Word } from '../../../lang/words.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Mention } from '../../../model/entity.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { Passage, Range } from '../../../model/passage.ts'
import { isBody } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'

/** A source with its findings. */
export interface FoundSource {
  readonly source: Source
  readonly findings: Findings
}

/** The words of a sentence that are closer to one of its dates than to any other. */
export interface DatedClause {
  /** Place of the source in the list of sources. */
  readonly source: number
  readonly mention: DateMention
  /**
   * Numbers of the beginnings of its words, each once, without those of dates: inflections of a word meet in one, words of
   * one act in its kind.
   */
  readonly words: readonly number[]
  /** Kinds of acts (`kinds.yml`) that it reports, without those too common to be evidence. */
  readonly acts: ReadonlySet<string>
  /** An announced act with its outcome: "truce take-effect". */
  readonly outcomes: ReadonlySet<string>
  /** Those of its words that are part of names. */
  readonly names: ReadonlySet<number>
  /** Whether it leaves no doubt that the date is over, or still to come. */
  readonly readTense: () => 'past' | 'future' | undefined
  /** Its numbers with decimals, which are measured and not rounded: "magnitude 4.6". */
  readonly decimals: ReadonlySet<string>
  /** The text that readers see. */
  readonly quote: () => string
}

/** Letters in which the forms of a word meet: truncation, the stemmer that needs no language (Adamson and Boreham 1974). */
const STEM = 6
/** Code units on each side of a date in which its words are looked for. */
const REACH = 180
const DECIMAL = /(?<![\d.,])\d+\.\d+(?![\d.])/g

/** The clauses of a source that name a day, a time, or another date that can be placed. */
export function listClauses(source: Source, { dates, mentions }: Findings, index: number): DatedClause[] {
  const names = Map.groupBy(mentions, ({ span }) => span.passage)
  const pack = packFor(source.language)
  return source.passages.filter(isBody).flatMap((passage) => {
    const inPassage = dates.filter((date) => date.span.passage === passage.ordinal && isPointInTime(date))
    if (inPassage.length === 0) return []
    return splitSentences(passage.text, source.language).flatMap((sentence) => {
      const told = inPassage.filter(({ span }) => span.start >= sentence.start && span.end <= sentence.end)
      return told.filter(isPlaceable).map((mention) => ({
        ...readClause(passage, sentence, told, mention, names.get(passage.ordinal) ?? [], pack),
        source: index,
        readTense: atFirst(() => (AHEAD.has(mention.rule) ? 'future' : pack?.readTense?.(passage.text, mention.span))),
      }))
    })
  })
}

/** Reads a value when it is first asked for. */
function atFirst<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => (known ??= { value: read() }).value
}

/** Whether words name a day, a time or another stretch of the calendar, and not how long or how often. */
export function isPointInTime({ type }: DateMention): boolean {
  return type === 'DATE' || type === 'TIME'
}

/** "Recently" has no place, and "two days later" is reckoned from another date of its text. */
function isPlaceable({ timex, anchor, rule }: DateMention): boolean {
  return !/^[A-Z]+_REF$/.test(timex ?? '') && anchor?.kind !== 'narrative' && !BARE_HOURS.has(rule)
}

/** Rules of dates that are always in the future. */
const AHEAD = new Set(['date/next-unit'])
/** A time of day without a day is placed on the day of the report. */
const BARE_HOURS = new Set(['date/clock', 'date/clock-word'])

function readClause(
  passage: Passage,
  sentence: Range,
  dates: readonly DateMention[],
  mention: DateMention,
  mentions: readonly Mention[],
  pack: LanguagePack | undefined,
): Omit<DatedClause, 'source' | 'readTense'> {
  const text = passage.text.slice(sentence.start, sentence.end)
  const all = splitWords(text)
  const openers = all.filter(({ key }) => dates.length > 1 && pack?.words?.openers.has(key) === true)
  const opened = openers.map(({ start }) => sentence.start + start)
  const isOwn = (at: number): boolean => ownerOf(at, dates, opened) === mention
  const isIn = (at: number, kept: readonly Mention[]): boolean =>
    kept.some(({ span }) => sentence.start + at >= span.start && sentence.start + at < span.end)
  const persons = mentions.filter(({ kind }) => kind === 'person')
  const words = readWords(all, pack, (at) => isIn(at, persons)).filter(({ start }) => isOwn(sentence.start + start))
  const decimals = [...text.matchAll(DECIMAL)].filter(({ index }) => isOwn(sentence.start + index)).map(([one]) => one)
  return {
    mention,
    words: [...new Set(words.map(({ number }) => number))],
    acts: setOf(words.flatMap(({ act }) => act ?? [])),
    outcomes: setOf(pairOutcomes(words)),
    names: setOf(words.filter(({ start }) => isIn(start, mentions)).map(({ number }) => number)),
    decimals: setOf(decimals),
    quote: () => shorten(passage.text, sentence, mention.span),
  }
}

/** The date that a place of a sentence belongs to: the nearest one of its clause. */
function ownerOf(at: number, dates: readonly DateMention[], opened: readonly number[]): DateMention | undefined {
  const distance = ({ span }: DateMention): number => Math.max(span.start - at, at - span.end, 0)
  const isApart = ({ span }: DateMention): boolean =>
    opened.some((open) => (open > span.end && open <= at) || (open > at && open < span.start))
  const own = dates.filter((date) => distance(date) <= REACH)
  if (own.length <= 1) return own.find((date) => distance(date) > 0)
  const inClause = own.filter((date) => !isApart(date))
  const [nearest, next] = (inClause.length > 0 ? inClause : own).toSorted((a, b) => distance(a) - distance(b))
  return nearest && distance(nearest) > 0 && !(next && distance(next) === distance(nearest)) ? nearest : undefined
}

const NOTHING: ReadonlySet<never> = new Set()

/** Most clauses have no act, outcome or decimal, and a large dossier has a million of them. */
function setOf<T>(values: readonly T[]): ReadonlySet<T> {
  return values.length === 0 ? NOTHING : new Set(values)
}

interface ClauseWord {
  /** Of the key under which it is looked for. */
  readonly number: number
  /** The kind of act that it reports. */
  readonly act?: string
  readonly start: number
}

const numberKey = startNumbering()
const numberAct = rememberWords((act) => numberKey(`=${act}`))
const numberStem = rememberKeys((key) => numberKey(key.slice(0, STEM)))

/** The words of a sentence that say something. */
function readWords(
  words: readonly Word[],
  pack: LanguagePack | undefined,
  isPerson: (at: number) => boolean,
): ClauseWord[] {
  const read = [...(pack?.comparison?.readActs(words.map(({ number }) => number)) ?? [])].filter(
    ([act]) => !isWeakAct(act),
  )
  const acts = new Map(read.flatMap(([act, places]) => places.map((at) => [at, act] as const)))
  return words.flatMap(({ key, number, start }, at) => {
    const act = isPerson(start) ? undefined : acts.get(at)
    if (act !== undefined) return { number: numberAct(act), act, start }
    return key.length > 2 ? { number: numberStem(number), start } : []
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
