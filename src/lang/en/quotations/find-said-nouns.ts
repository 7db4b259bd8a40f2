import type { Phrase } from './find-main-subject.ts'
import type { FrameWord } from './frame-sentences.ts'
import { DETERMINERS, POSSESSIVES, PREPOSITIONS, SAID_NOUNS } from './vocabulary.ts'
import { isPossessive } from '../words/verb-forms.ts'

/** A noun that gives words to the one it belongs to: "Vale’s claim that …", "her promise to …". */
export interface SaidNoun {
  readonly at: number
  readonly owner: Phrase
}

/** Words between the noun and the quoted words. */
const REACH = 24

/**
 * The nearest noun for something said before the quoted text at word `at`, in the same clause, with the phrase that owns
 * it. The words must be its content ("claim that …", "promise to …", "description of him as …") or its name ("her “…” remark").
 */
export function findSaidNoun(words: readonly FrameWord[], at: number): SaidNoun | undefined {
  for (let noun = at - 1; noun > Math.max(0, at - REACH); noun -= 1) {
    if (/^[.;:,]$/.test(words[noun]!.text) && noun < at - 1) return undefined
    if (!SAID_NOUNS.has(words[noun]!.lower) || !hasContent(words, noun, at)) continue
    const owner = ownerBefore(words, noun)
    return owner && { at: noun, owner }
  }
  return undefined
}

/** Nouns whose "of … as" is their own: in "dismissed her promise of help as “…”" it is the verb's. */
const DESCRIBING = /^(?:characteri[sz]ation|denunciation|depiction|description|portrayal)$/

function hasContent(words: readonly FrameWord[], noun: number, at: number): boolean {
  const next = words[noun + 1]!
  if (noun + 1 === at || next.lower === 'that') return true
  if (/^[,:]$/.test(next.text)) return noun + 2 === at
  if (next.lower === 'to') return at - noun < 10
  return next.lower === 'of' && DESCRIBING.test(words[noun]!.lower) && words[at - 1]!.lower === 'as'
}

/** The possessive before the noun, over at most two adjectives. */
function ownerBefore(words: readonly FrameWord[], noun: number): Phrase | undefined {
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at -= 1) {
    if (POSSESSIVES.has(words[at]!.lower)) return { start: at, end: at + 1, coreEnd: at + 1 }
    if (isPossessive(words[at]!.text)) return namedBefore(words, at)
    if (!/^\p{L}/u.test(words[at]!.text) || PREPOSITIONS.has(words[at]!.lower)) return undefined
  }
  return undefined
}

/** The name, or the noun from its determiner on, that ends before the possessive. */
function namedBefore(words: readonly FrameWord[], end: number): Phrase | undefined {
  let start = end
  while (start > 0 && end - start < 6 && /^(?:\p{Lu}|[.-]$)/u.test(words[start - 1]!.text)) start -= 1
  if (start < end) return { start, end, coreEnd: end }
  const determiner = words.findLastIndex(({ lower }, at) => at < end && at >= end - 4 && DETERMINERS.has(lower))
  const isPhrase = determiner >= 0 && words.slice(determiner, end).every(({ text }) => /^\p{L}/u.test(text))
  return isPhrase ? { start: determiner, end, coreEnd: end } : undefined
}
