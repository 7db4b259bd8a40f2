import type { Phrase } from './find-main-subject.ts'
import {
  beginsClause,
  CLAUSE_REACH,
  findMainSubject,
  isFiniteVerb,
  isFollowedByVerb,
  subjectAcross,
} from './find-main-subject.ts'
import type { FrameWord } from './frame-sentences.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import {
  ATTITUDE,
  AUXILIARIES,
  BE,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  QUOTING,
  RELATIVES,
  SPEECH,
} from './vocabulary.ts'

/** The index of the last word at or before `at` that is no adverb (and, when asked, no auxiliary). */
export function skipBack(words: readonly FrameWord[], at: number, skipsAuxiliaries = true): number {
  let index = at
  while (
    index >= 0 &&
    (isAdverb(words[index]!.lower) || isLong(words, index) || (skipsAuxiliaries && isAuxiliary(words, index)))
  )
    index -= 1
  return index
}

/** "has long said": otherwise "long" comes before a noun. */
const isLong = (words: readonly FrameWord[], at: number) =>
  words[at]!.lower === 'long' && /^ha(?:s|ve|d)$/.test(words[at - 1]?.lower ?? '')

/** "has", "was"; also the clitic of "he’s", which after a noun would be a possessive. */
const isAuxiliary = (words: readonly FrameWord[], at: number) =>
  AUXILIARIES.has(words[at]!.lower) ||
  (/^['’](?:s|d|ve|re|ll|m)$/u.test(words[at]!.text) && PRONOUNS.has(words[at - 1]?.lower ?? ''))

/**
 * The subject of the verb at `verb`: the noun phrase that ends before it, over adverbs, auxiliaries and an
 * apposition between commas; the antecedent of "who"; else, for a second or non-finite verb, the main clause's subject.
 */
export function findSubject(words: readonly FrameWord[], verb: number, isFinite: boolean): Phrase | undefined {
  const before = skipBack(words, verb - 1)
  const previous = words[before]
  const hasAuxiliary = words.slice(before + 1, verb).some((_, index) => isAuxiliary(words, before + 1 + index))
  if ((!isFinite && !hasAuxiliary) || previous?.lower === 'to') return findParticipleSubject(words, verb)
  if (!previous) return undefined
  const teller = hasAuxiliary ? findTeller(words, verb) : undefined
  if (teller) return teller
  if (/^(?:and|but|then)$/.test(previous.lower))
    return findWho(words, before) ?? findSubordinate(words, before) ?? findMainSubject(words, before)
  const relative = RELATIVES.has(previous.lower) ? before : relativeBefore(words, before)
  if (relative !== undefined) {
    const end = /^(?:,|-+|–|—)$/u.test(words[relative - 1]?.text ?? '') ? relative - 1 : relative
    if (end === 0) return undefined
    return phraseEndingAt(words, end) ?? shortPhraseBefore(words, end) ?? speakerPutIn(words, end)
  }
  const end = before + 1
  return (
    phraseEndingAt(words, end) ??
    shortPhraseBefore(words, end) ??
    phraseBehindOpening(words, end) ??
    clauseAfterSpeech(words, end) ??
    subjectAcross(words, end)
  )
}

/** "who in 2010 said": the relative pronoun before a circumstance. */
function relativeBefore(words: readonly FrameWord[], before: number): number | undefined {
  for (let at = before - 1; at > Math.max(0, before - 6); at -= 1) {
    if (words[at]!.lower === 'who') return /^(?:at|during|in|on)$/.test(words[at + 1]!.lower) ? at : undefined
    if (!/^[\p{L}\p{N}]/u.test(words[at]!.text) || isFiniteVerb(words[at]!.lower)) return undefined
  }
  return undefined
}

/** "Vale said a trainer had told her": the clause after a verb of speech without "that". */
function clauseAfterSpeech(words: readonly FrameWord[], end: number): Phrase | undefined {
  const start = words.findLastIndex(({ lower }, at) => at < end && isSaid(lower)) + 1
  if (start === 0 || start >= end) return undefined
  const phrase = readNounPhrase(words, start)
  return phrase?.ends.includes(end) ? { start, end, coreEnd: Math.min(phrase.coreEnd, end) } : undefined
}

/** "Report" is most often a noun. */
const isSaid = (lower: string) => (SPEECH.get(lower)?.form ?? 'base') !== 'base'

/** "The town is poor, says the report, which speaks of": the speaker after the verb. */
function speakerPutIn(words: readonly FrameWord[], end: number): Phrase | undefined {
  const phrase = clauseAfterSpeech(words, end)
  return phrase && words[phrase.start - 2]?.text === ',' ? phrase : undefined
}

/** "Vale was told by a clerk that …": the agent is the speaker, not the subject. */
function findTeller(words: readonly FrameWord[], verb: number): Phrase | undefined {
  const isPassive = BE.has(words[skipBack(words, verb - 1, false)]?.lower ?? '')
  if (!isPassive || !hasAgent(words, verb)) return undefined
  const phrase = readNounPhrase(words, verb + 2)
  return phrase && { start: phrase.start, end: phrase.coreEnd, coreEnd: phrase.coreEnd }
}

/** "was told by a clerk that …": the agent is the speaker. */
export const hasAgent = (words: readonly FrameWord[], at: number): boolean =>
  /^(?:asked|told|warned)$/.test(words[at]!.lower) && words[at + 1]?.lower === 'by'

/** "wrote about a colleague who left and said": the verb goes on the clause of "who", whose antecedent is the subject. */
function findWho(words: readonly FrameWord[], limit: number): Phrase | undefined {
  const who = words.findLastIndex(({ lower }, at) => at < limit && lower === 'who')
  if (who < 1 || words.slice(who, limit).some(({ text }) => /^[,.;:]$/.test(text))) return undefined
  for (let start = Math.max(0, who - 6); start < who; start += 1) {
    const phrase = readNounPhrase(words, start)
    const isWhole = DETERMINERS.has(words[start]!.lower) || /^\p{Lu}/u.test(words[start]!.text)
    if (isWhole && phrase?.ends.includes(who)) return { start, end: who, coreEnd: phrase.coreEnd }
  }
  return undefined
}

/** "left after she attacked the board and blamed it for …": the verb goes on the clause that gives the time or reason. */
function findSubordinate(words: readonly FrameWord[], limit: number): Phrase | undefined {
  const joint = words.findLastIndex(
    ({ lower }, at) => at < limit && at > 0 && /^(?:after|as|because|before|since|until|when|while)$/.test(lower),
  )
  if (joint < 0 || words.slice(joint, limit).some(({ text }) => /^[,.;:]$/.test(text))) return undefined
  const phrase = readNounPhrase(words, joint + 1)
  const end = phrase?.ends.findLast((at) => at < limit && isFollowedByVerb(words, at))
  return phrase && end !== undefined ? { start: joint + 1, end, coreEnd: Math.min(phrase.coreEnd, end) } : undefined
}

/**
 * The pronoun or capitalised name directly before `end`, if the words before it cannot be parsed: "In a letter Vale
 * wrote".
 */
function shortPhraseBefore(words: readonly FrameWord[], end: number): Phrase | undefined {
  let start = end
  while (start > 0 && isNamePart(words, start - 1)) start -= 1
  const last = words[end - 1]?.lower ?? ''
  if (start === end && PRONOUNS.has(last)) start = end - 1
  if (PREPOSITIONS.has(words[start - 1]?.lower ?? '')) return undefined
  return start < end && readNounPhrase(words, start)?.ends.includes(end) ? { start, end, coreEnd: end } : undefined
}

/**
 * "In a statement from Northport the party said", "At the door a clerk, who gave no name, said": the circumstance that
 * opens the sentence ends without a comma.
 */
function phraseBehindOpening(words: readonly FrameWord[], end: number): Phrase | undefined {
  if (!PREPOSITIONS.has(words[0]!.lower)) return undefined
  for (let start = 2; start < end && isOfCircumstance(words[start - 1]!); start += 1) {
    if (!DETERMINERS.has(words[start]!.lower) || isOpen(words[start - 1]!)) continue
    const phrase = readNounPhrase(words, start)
    const reached = phrase?.ends.findLast((at) => at === end || isApposition(words, at, end))
    if (phrase && reached !== undefined) return { start, end: reached, coreEnd: Math.min(phrase.coreEnd, reached) }
  }
  return undefined
}

const isOfCircumstance = ({ text, lower, quoted }: FrameWord) =>
  quoted === undefined && /^[\p{L}\p{N}’'.-]+$/u.test(text) && !isFiniteVerb(lower)

/** A word that more of its phrase must follow. */
const isOpen = ({ lower }: FrameWord) => PREPOSITIONS.has(lower) || DETERMINERS.has(lower)

const isNamePart = (words: readonly FrameWord[], at: number) =>
  /^\p{Lu}/u.test(words[at]!.text) || (/^[-.]$/.test(words[at]!.text) && /^\p{Lu}/u.test(words[at - 1]?.text ?? ''))

/** Leftmost phrase from a clause's beginning that reaches `end`, itself or with an apposition closed by a comma. */
function phraseEndingAt(words: readonly FrameWord[], end: number): Phrase | undefined {
  for (let start = Math.max(0, end - CLAUSE_REACH); start < end; start += 1) {
    if (!beginsClause(words, start) && !isBehindAdverb(words, start)) continue
    const phrase = readNounPhrase(words, start)
    const takesAside = !PREPOSITIONS.has(words[start - 1]?.lower ?? '')
    const reached = phrase?.ends.findLast((at) => at === end || (takesAside && isApposition(words, at, end)))
    if (!phrase || reached === undefined) continue
    return { start, end: reached, coreEnd: Math.min(phrase.coreEnd, reached) }
  }
  return undefined
}

/** "Only Vale", "Later the board": an adverb opens the clause. */
const isBehindAdverb = (words: readonly FrameWord[], at: number) =>
  at > 0 && isAdverb(words[at - 1]!.lower) && beginsClause(words, at - 1)

/** True when `[start, end)` is ", a senior official," or "(left)" between a noun and its verb. */
function isApposition(words: readonly FrameWord[], start: number, end: number): boolean {
  const [open, close] = [words[start], words[end - 1]]
  if (
    !open ||
    !close ||
    end - start < 3 ||
    words.slice(start, end).some(({ quoted, text }) => quoted !== undefined || text === ';')
  ) {
    return false
  }
  return (
    (open.text === ',' && close.text === ',') || (/^(?:-+|–|—)$/u.test(open.text) && /^(?:-+|–|—)$/u.test(close.text))
  )
}

/** "The town is poor, she said, naming …": the clause put in before the participle has its subject. */
function subjectOfCredit(words: readonly FrameWord[], verb: number): Phrase | undefined {
  const isPutIn = words[verb - 1]?.text === ',' && SPEECH.get(words[verb - 2]?.lower ?? '')?.form === 'past'
  const end = verb - 2
  const phrase = isPutIn ? (phraseEndingAt(words, end) ?? shortPhraseBefore(words, end)) : undefined
  return phrase && (phrase.start === 0 || /^(?:[,“”]+)$/u.test(words[phrase.start - 1]!.text)) ? phrase : undefined
}

/** "footage of Vale asking", "a statement from the Harbour Board saying". */
function nameBehindOf(words: readonly FrameWord[], verb: number): Phrase | undefined {
  let start = verb
  while (start > 0 && isNamePart(words, start - 1)) start -= 1
  if (start === verb || !/^(?:of|from|by)$/.test(words[start - 1]?.lower ?? '')) return undefined
  return readNounPhrase(words, start)?.ends.includes(verb) ? { start, end: verb, coreEnd: verb } : undefined
}

/** "cited an aide as saying" gives the aide, "Vale was quoted as saying" gives Vale, "Vale left, saying" gives Vale. */
function findParticipleSubject(words: readonly FrameWord[], verb: number): Phrase | undefined {
  if (words[verb - 1]?.lower !== 'as')
    return nameBehindOf(words, verb) ?? subjectOfCredit(words, verb) ?? findMainSubject(words, verb)
  for (let at = verb - 2; at >= Math.max(0, verb - 14); at -= 1) {
    const lemma =
      (SPEECH.get(words[at]!.lower) ?? ATTITUDE.get(words[at]!.lower))?.lemma ?? words[at]!.lower.replace(/d$/, '')
    if (!QUOTING.has(lemma)) continue
    const cited = readNounPhrase(words, at + 1)
    return cited?.ends.includes(verb - 1)
      ? { start: cited.start, end: verb - 1, coreEnd: cited.coreEnd }
      : phraseEndingAt(words, skipBack(words, at - 1) + 1)
  }
  return findMainSubject(words, verb)
}
