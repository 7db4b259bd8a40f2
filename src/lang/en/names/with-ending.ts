import type { Candidate } from '../../names/candidate.ts'
import { isInnerStop } from '../../names/line.ts'
import { readVocabulary } from './vocabulary.ts'

const SUFFIXES = new Set(readVocabulary<{ suffixes: string[] }>('persons').suffixes)
const ABBREVIATED = new Set(readVocabulary<{ abbreviated: string[] }>('organisation-heads').abbreviated)

/** Whether a printed word is a person's suffix ("Jr", "III"), which is never a surname. */
export function isSuffix(word: string): boolean {
  return SUFFIXES.has(word)
}

/** Takes in what ends a name and is part of it: "Ada Vale Jr.", "Vale, Sr.", "Vale & Co.", the stop of "Vale Inc." inside a sentence. */
export function withEnding(candidate: Candidate): Candidate {
  const { line, kind, form, to } = candidate
  const word = (at: number): string => line.tokens[at]?.text ?? ''
  if (form !== 'name' || (kind !== 'person' && kind !== 'organisation')) return candidate
  let end = to
  if (kind === 'person') {
    if (isSuffix(word(to))) end = to + 1
    else if (word(to) === ',' && /^[JS]n?r$/.test(word(to + 1))) end = to + 2
  } else if (word(to) === '&' && word(to + 1) === 'Co') end = to + 2
  const isShort = kind === 'person' ? /^[JS]n?r$/.test(word(end - 1)) : ABBREVIATED.has(word(end - 1))
  return { ...candidate, to: isShort && isInnerStop(line, end) ? end + 1 : end }
}
