import { isPossessive } from '../words/verb-forms.ts'
import type { Credit, Cue, ReadFrame } from './find-cues.ts'
import { findMainSubject, type Phrase } from './find-main-subject.ts'
import { skipBack } from './find-subject.ts'
import type { FrameWord } from './frame-sentences.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import {
  AUDIENCES,
  CLAIMS,
  DETERMINERS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  REFUSALS,
  RELATIVES,
  SAID_NOUNS,
  UNSAID,
  WEAK,
} from './vocabulary.ts'

const LINK = /^(?:that|it|him|them|as|:|,|be|being|is|was|an?|the|of|to|for)$/

/** Vale’s claim that the plan was “…”. A verb of speech nearer by gives the words to its own subject. */
export function ofSaidNoun({ words, cues }: ReadFrame, at: number): Credit | undefined {
  const noun = findSaidNoun(words, at)
  const isNearest = noun && !cues.some(({ cue, subject }) => subject && cue.at > noun.at && cue.at < at)
  return isNearest ? { phrase: noun.owner, rule: 'quotation/said-noun' } : undefined
}

/** Buyers call it “…” and sellers “…”: the second verb is left out. In "called the plan “…” and the figures “…”" it is not. */
export function bySecond({ words, cues }: ReadFrame, at: number): Credit | undefined {
  const first = words.findLastIndex(({ quoted }, index) => index < at && quoted !== undefined)
  const start = words[first + 1]?.text === ',' ? first + 3 : first + 2
  const isJoined = first > 0 && /^(?:and|but|while|;)$/.test(words[start - 1]?.lower ?? '')
  const phrase = isJoined ? readNounPhrase(words, start) : undefined
  const cue = cues.findLast((one) => one.subject && one.cue.at < first)?.cue
  if (!cue || words.slice(cue.at + 1, first).some(({ lower }) => !/^(?:her|him|it|them)$/.test(lower))) return undefined
  const isSpeaker =
    phrase?.ends.includes(at) && !DETERMINERS.has(words[at - 1]!.lower) && !isPossessive(words[at - 1]!.text)
  return phrase && isSpeaker ? { phrase: { ...phrase, end: at }, rule: 'quotation/embedded' } : undefined
}

/** Vale said: “…” */
export function saidBefore(frame: ReadFrame, at: number): Credit | undefined {
  const found = nearestBefore(frame, at)
  const between = frame.words.slice((found?.cue.at ?? at) + 1, at)
  if (!found || between.some(({ lower }) => !LINK.test(lower) && !AUDIENCES.has(lower))) return undefined
  return { phrase: found.subject, cue: found.cue, rule: 'quotation/said-before' }
}

/** Vale said the plan was “…”. */
export function embedded(frame: ReadFrame, at: number): Credit | undefined {
  const found = nearestBefore(frame, at)
  if (found && areOthersWords(frame.words.slice(found.cue.at, at))) return undefined
  const rule = found?.cue.form === 'ing' ? 'quotation/participle' : 'quotation/embedded'
  return found && { phrase: found.subject, cue: found.cue, rule }
}

/** Calling the plan “…”, Vale left the room. After saying it was “…”, she left. */
export function openingParticiple({ words, cues }: ReadFrame, at: number): Credit | undefined {
  const cue = cues.find((one) => one.cue.at <= 1 && one.cue.form === 'ing')?.cue
  if (!cue || cue.at > at || (cue.at === 1 && !/^(?:after|before|by|despite|in|while)$/.test(words[0]!.lower)))
    return undefined
  const comma = words.findIndex(({ text }, index) => index > at && text === ',')
  const found = [at + 1, comma + 1]
    .filter((start) => start > at)
    .map((start) => ({ start, phrase: findMainSubject(words, words.length, start) }))
    .find(({ start, phrase }) => phrase?.start === start)
  return found?.phrase && { phrase: found.phrase, cue, rule: 'quotation/participle' }
}

/** "Vale rejected claims that the plan was “…”": the claim is somebody else's. */
function areOthersWords([verb, ...words]: readonly FrameWord[]): boolean {
  const claim = words.findIndex(({ lower }) => CLAIMS.has(lower))
  const isOf = /^(?:by|from|of|that)$/.test(words[claim + 1]?.lower ?? '')
  return REFUSALS.has(verb!.lower) && claim >= 0 && claim <= 3 && isOf
}

/**
 * The nearest cue before the text, unless the antecedent of "who" is unknown; for "Vale said he thought it “…”" the
 * outer one, which names the speaker.
 */
function nearestBefore({ words, cues }: ReadFrame, at: number): { cue: Cue; subject: Phrase } | undefined {
  const last = cues.findLast(({ cue }) => cue.at < at)
  if (last && !last.subject && isUnknownWho(words, last.cue.at, at)) return undefined
  const before = cues.flatMap(({ cue, subject }) => (cue.at < at && subject ? [{ cue, subject }] : []))
  const nearest = before.at(-1)
  if (!nearest) return undefined
  const isPronoun =
    PRONOUNS.has(words[nearest.subject.start]!.lower) &&
    !/^(?:but|yet)$/.test(words[nearest.subject.start - 1]?.lower ?? '')
  const outer = before.filter(({ cue }) => cue !== nearest.cue && cue.kind === 'speech' && !isWeak(words, cue))
  const named = outer.findLast(({ subject }) => !PRONOUNS.has(words[subject.start]!.lower))
  const lower = words[nearest.subject.start]!.lower
  const same = before
    .filter(({ cue, subject }) => cue.form !== 'ing' && words[subject.start]!.lower === lower)
    .reduce((a, b) => (b.subject.start < a.subject.start ? b : a), nearest)
  return (isPronoun ? (named ?? same) : undefined) ?? (isWeak(words, nearest.cue) ? outer.at(-1) : undefined) ?? nearest
}

/** What somebody would say, or an attitude that an outer verb of speech reports: "Vale said the board would defend its “…”". */
const isWeak = (words: readonly FrameWord[], { at, lemma }: Cue) =>
  WEAK.has(lemma) || words.slice(skipBack(words, at - 1) + 1, at).some(({ lower }) => UNSAID.has(lower))

/** Vale asked one who replied: “…” */
const isUnknownWho = (words: readonly FrameWord[], verb: number, at: number) =>
  RELATIVES.has(words[skipBack(words, verb - 1)]?.lower ?? '') &&
  words.slice(verb + 1, at).every(({ text }) => /^[,:]$/.test(text))

/** A noun that gives words to the one it belongs to: "Vale’s claim that …", "her promise to …". */
interface SaidNoun {
  readonly at: number
  readonly owner: Phrase
}

/** Words between the noun and the quoted words. */
const NOUN_REACH = 24

/**
 * The nearest noun for something said before the quoted text at word `at`, in the same clause, with the phrase that owns
 * it. The words must be its content ("claim that …", "promise to …", "description of him as …") or its name ("her “…” remark").
 */
function findSaidNoun(words: readonly FrameWord[], at: number): SaidNoun | undefined {
  for (let noun = at - 1; noun > Math.max(0, at - NOUN_REACH); noun -= 1) {
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
