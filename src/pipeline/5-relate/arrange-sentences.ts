import type { ResolvedMention } from '../../model/entity.ts'
import type { Source } from '../../model/source.ts'
import type { Span, SpanInFile } from '../../model/span.ts'
import { sentenceAt, splitSentences } from '../../text/sentences.ts'

/** A sentence of a passage with the resolved mentions that begin in it. */
export interface Sentence extends SpanInFile {
  readonly text: string
  readonly mentions: readonly ResolvedMention[]
}

/**
 * Lays every sentence of the sources out with its mentions.
 *
 * @param sources any sources
 * @param mentions resolved mentions of these sources, in any order
 * @returns sentences by file as given, passage and place; a sentence's mentions by start
 */
export function arrangeSentences(sources: readonly Source[], mentions: readonly ResolvedMention[]): Sentence[] {
  const byPassage = Map.groupBy(mentions, ({ file, span }) => passageKey(file, span.passage))
  return sources.flatMap(({ file, passages }) =>
    passages.flatMap(({ ordinal, text }) => {
      const ranges = splitSentences(text)
      const inPassage = byPassage.get(passageKey(file, ordinal)) ?? []
      const bySentence = Map.groupBy(inPassage, ({ span }) => sentenceAt(ranges, span.start)?.start)
      return ranges.map(({ start, end }) => ({
        file,
        passage: ordinal,
        start,
        end,
        text: text.slice(start, end),
        mentions: (bySentence.get(start) ?? []).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
      }))
    }),
  )
}

/** Finds the sentence a span begins in. */
export function findSentence(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  file: string,
  span: Span,
): Sentence | undefined {
  return sentenceAt(sentences.get(passageKey(file, span.passage)) ?? [], span.start)
}

/** The sentences of each passage under its key. */
export function groupByPassage(sentences: readonly Sentence[]): Map<string, Sentence[]> {
  return Map.groupBy(sentences, ({ file, passage }) => passageKey(file, passage))
}

/** One string for a passage of a file. */
export function passageKey(file: string, passage: number): string {
  return `${file}#${passage}`
}
