import type { Sentence } from '../../lang/comparison.ts'
import { sentenceAt, splitSentences } from '../../lang/sentences.ts'
import type { ResolvedMention } from '../../model/entity.ts'
import type { Passage, Span } from '../../model/passage.ts'
import { passageKey } from '../../model/permalink.ts'
import type { Source } from '../../model/source.ts'
import { rememberLast } from '../../text/remember.ts'

export type { Sentence } from '../../lang/comparison.ts'

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

/** Stands for all sentences of a source and their mentions: they are arranged anew together, and then it is another object. */
export function sentencesIn({ file, passages: [first] }: Source, sentences: Sentences): unknown {
  return first && sentences.get(passageKey(file, first.ordinal))
}

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
    mentions: (bySentence.get(start) ?? []).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
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
