import type { Comparison, SentenceCue } from '../../lang/comparison.ts'
import { isWeakAct } from '../../lang/kinds.ts'
import { packFor } from '../../lang/packs.ts'
import { findLast, splitWords } from '../../lang/words.ts'
import type { Source } from '../../model/source.ts'

/*
 * What this stage asks of the language of a sentence. Of a language without a pack nothing is read, and its words are
 * compared as they are.
 */

interface InLanguage {
  readonly language: string
}

/** A text with its language. */
interface Text extends InLanguage {
  readonly text: string
}

/** What the pack of a language reads in sentences. */
export function comparisonOf({ language }: InLanguage): Comparison | undefined {
  return packFor(language)?.comparison
}

/** The languages of sources, by file. */
export function languagesOf(sources: readonly Source[]): (file: string) => string {
  const languages = new Map(sources.map(({ file, language }) => [file, language]))
  return (file) => languages.get(file) ?? ''
}

/** The stems of the words of a text, in order. */
export function stemsOf({ text, language }: Text): string[] {
  const stemWord = packFor(language)?.words?.stemWord
  return splitWords(text).map(({ key }) => stemWord?.(key) ?? key)
}

/** Whether a stem is too common to be evidence. */
export function isCommonStem(stem: string, { language }: InLanguage): boolean {
  return packFor(language)?.words?.common.has(stem) === true
}

/** Kinds of acts that a text tells of, those left out that say only that somebody spoke, began or went. */
export function strongActsOf(one: Text): string[] {
  const acts = comparisonOf(one)?.readActs(splitWords(one.text)) ?? []
  return [...acts].flatMap(([act]) => (isWeakAct(act) ? [] : [act]))
}

/** Whether a text holds a phrase that shows one of these. */
export function hasCue(one: Text, ...cues: readonly SentenceCue[]): boolean {
  const lists = comparisonOf(one)?.cues
  const keys = splitWords(one.text).map(({ key }) => key)
  return lists !== undefined && cues.some((cue) => findLast(keys, lists[cue]).at >= 0)
}
