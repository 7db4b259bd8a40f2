import type { Comparison } from '../../lang/comparison.ts'
import type { Sentence, SentenceCue } from '../../lang/sentence-readers.ts'
import { isWeakAct } from '../../lang/kinds.ts'
import { packFor } from '../../lang/packs.ts'
import { sentenceAt, splitSentences } from '../../lang/sentences.ts'
import { keyAt } from '../../lang/read-words.ts'
import { hasPhrase, keysOf, numbersOf, numbersWithin } from '../../lang/words.ts'
import type { ResolvedMention } from '../../model/entity.ts'
import type { Passage, Range, Span } from '../../model/passage.ts'
import { passageKey } from '../../model/permalink.ts'
import type { Source } from '../../model/source.ts'
import { rememberLast } from '../../text/remember.ts'

export type { Sentence } from '../../lang/sentence-readers.ts'

/** The sentences of each passage, by `passageKey`. */
export type Sentences = ReadonlyMap<string, readonly Sentence[]>

/**
 * Lays every sentence of the sources out with its mentions.
 *
 * @param sources any sources
 * @param mentions resolved mentions of these sources, in any order
 * @returns passages as given, each with its sentences by place; a sentence's mentions by start
 */
export function arrangeSentences(sources: readonly Source[], mentions: readonly ResolvedMention[]): Sentences {
  const byFile = Map.groupBy(mentions, ({ file }) => file)
  return new Map(
    sources.flatMap((source) => {
      const own = byFile.get(source.file) ?? []
      return remember(source, own, () => arrangeSource(source, own))
    }),
  )
}

const remember = rememberLast<Source, [string, Sentence[]][]>()

function arrangeSource({ file, language, passages }: Source, mentions: readonly ResolvedMention[]) {
  const byPassage = Map.groupBy(mentions, ({ span }) => span.passage)
  return passages.map((passage): [string, Sentence[]] => [
    passageKey(file, passage.ordinal),
    arrangePassage(file, language, passage, byPassage.get(passage.ordinal) ?? []),
  ])
}

/** Identity of a source's sentences and mentions for caches: arranging them anew makes a new object. */
export function sentencesIn({ file, passages: [first] }: Source, sentences: Sentences): unknown {
  return first && sentences.get(passageKey(file, first.ordinal))
}

/** Sentences that name nobody share one list. */
const NONE: readonly ResolvedMention[] = []

function arrangePassage(
  file: string,
  language: string,
  { ordinal, text }: Passage,
  mentions: readonly ResolvedMention[],
): Sentence[] {
  const ranges = splitSentences(text, language)
  const bySentence = Map.groupBy(mentions, ({ span }) => sentenceAt(ranges, span.start)?.start)
  return ranges.map(({ start, end }) => ({
    file,
    language,
    passage: ordinal,
    start,
    end,
    text: text.slice(start, end),
    mentions: bySentence.get(start)?.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end) ?? NONE,
  }))
}

/** The sentences of a source in reading order. */
export function sentencesInOrder({ file, passages }: Source, sentences: Sentences): Sentence[] {
  return passages.flatMap(({ ordinal }) => sentences.get(passageKey(file, ordinal)) ?? [])
}

/** Finds the sentence a span begins in. */
export function findSentence(sentences: Sentences, file: string, span: Span): Sentence | undefined {
  return sentenceAt(sentences.get(passageKey(file, span.passage)) ?? [], span.start)
}

/*
 * The readers of the language of a sentence. Without a pack nothing is read, and words are
 * compared as they are.
 */

interface InLanguage {
  readonly language: string
}

/** A text with its language. */
interface Text extends InLanguage {
  readonly text: string
}

/** The comparison readers of a language. */
export function comparisonOf({ language }: InLanguage): Comparison | undefined {
  return packFor(language)?.comparison
}

/** The languages of sources, by file. */
export function languagesOf(sources: readonly Source[]): (file: string) => string {
  const languages = new Map(sources.map(({ file, language }) => [file, language]))
  return (file) => languages.get(file) ?? ''
}

/** The stems of the words of a text, or of a part of it, in order. */
export function stemsOf({ text, language }: Text, part?: Range): string[] {
  const stemWord = packFor(language)?.words?.stemWord
  const keys = numbersIn(text, part).map(keyAt)
  return keys.map((key) => stemWord?.(key) ?? key)
}

const numbersIn = (text: string, part?: Range) => (part ? numbersWithin(text, part) : numbersOf(text))

/** Whether a stem is too common to be evidence. */
export function isCommonStem(stem: string, { language }: InLanguage): boolean {
  return packFor(language)?.words?.common.has(stem) === true
}

/** Kinds of acts in a text, or in a part of it, without those too common to be evidence. */
export function strongActsOf(one: Text, part?: Range): string[] {
  const acts = comparisonOf(one)?.readActs(numbersIn(one.text, part)) ?? []
  return [...acts].flatMap(([act]) => (isWeakAct(act) ? [] : [act]))
}

/** Whether a text holds a phrase that shows one of these. */
export function hasCue(one: Text, ...cues: readonly SentenceCue[]): boolean {
  const lists = comparisonOf(one)?.cues
  const keys = keysOf(one.text)
  return lists !== undefined && cues.some((cue) => hasPhrase(keys, lists[cue]))
}
