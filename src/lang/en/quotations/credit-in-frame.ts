import { accordingTo, announced, inTheWordsOf, trailing } from './credit-elsewhere.ts'
import type { Credit, Cue, ReadFrame } from './find-cues.ts'
import { MAX_WORDS, isBreak } from './find-cues.ts'
import { findSaidNoun } from './find-said-nouns.ts'
import { findMainSubject, type Phrase } from './find-main-subject.ts'
import { skipBack } from './find-subject.ts'
import type { FrameWord } from './frame-sentences.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import {
  AUDIENCES,
  CLAIMS,
  CLAUSAL,
  DETERMINERS,
  HEARD,
  isAdverb,
  PRONOUNS,
  QUOTING,
  REFUSALS,
  RELATIVES,
  UNSAID,
  VENUES,
  WEAK,
} from './vocabulary.ts'
import { isPossessive } from '../words/verb-forms.ts'

type Rule = (frame: ReadFrame, at: number) => Credit | undefined

/**
 * Finds in its own sentence who is credited with the quoted text at word `at`.
 *
 * @param leansRight true when the text ends with a comma or the like inside its mark, or opens the sentence:
 *   then the credit is looked for behind it first
 */
export function creditInFrame(frame: ReadFrame, at: number, leansRight: boolean): Credit | undefined {
  if (frame.words.length > MAX_WORDS || isRecalled(frame, at)) return undefined
  const right = [verbThenSpeaker, wordsOfAnother, speakerThenVerb]
  const left = [ofSaidNoun, openingParticiple, bySecond, saidBefore, embedded]
  const order: Rule[] = leansRight && !isWhatIsCalled(frame, at) ? [...right, ...left] : [...left, ...right]
  for (const rule of [...order, trailing, accordingTo, inTheWordsOf, announced]) {
    const credit = rule(frame, at)
    if (credit) return credit
  }
  return undefined
}

const nextQuoted = (words: readonly FrameWord[], at: number) => {
  const next = words.findIndex((word, index) => index > at && word.quoted !== undefined)
  return next < 0 ? words.length : next
}

/** Okafor called the plan “…”, Vale said: the words are those of the one who calls it so. */
function isWhatIsCalled({ words, cues }: ReadFrame, at: number): boolean {
  const found = cues.findLast(({ cue, subject }) => subject && cue.at < at && cue.form !== 'ing')
  if (found?.cue.kind !== 'attitude' || WEAK.has(found.cue.lemma)) return false
  const between = words.slice(found.cue.at + 1, at)
  return !between.some(isBreak) && (between.length === 0 || between.at(-1)!.lower === 'as')
}

/** “…,” said Vale. */
function verbThenSpeaker({ words, cues }: ReadFrame, at: number): Credit | undefined {
  let next = isBreak(words[at + 1]) ? at + 2 : at + 1
  while (words[next] && isAdverb(words[next]!.lower)) next += 1
  const found = cues.find(({ cue }) => cue.at === next) ?? openingVerb(cues, at, words)
  if (!found || found.cue.form === 'ing') return undefined
  const phrase = readNounPhrase(words, found.cue.at + 1)
  if (!phrase) return undefined
  return {
    phrase: { ...phrase, end: shortEnd(words, found.cue.at + 1, phrase) },
    cue: found.cue,
    rule: 'quotation/verb-then-speaker',
  }
}

/** Said Vale: “…” */
const openingVerb = (cues: ReadFrame['cues'], at: number, words: readonly FrameWord[]) =>
  cues.find(({ cue }) => cue.at === 0 && /^[,:]$/.test(words[at - 1]?.text ?? ''))

/**
 * After the verb only "of …" and "for …" belong to the speaker: "said Vale of the miners’ union in a letter";
 * with one who is unnamed also where they are: "said an official in the river police".
 */
function shortEnd(
  words: readonly FrameWord[],
  start: number,
  { coreEnd, ends }: { coreEnd: number; ends: readonly number[] },
): number {
  const isUnnamed = /^(?:an?|one|another)$/.test(words[start]!.lower)
  const joints = isUnnamed ? /^(?:of|for|from|and|&|in|at|with)$/ : /^(?:of|for|from|and|&)$/
  let end = apposedEnd(words, coreEnd, ends) ?? coreEnd
  for (const next of ends.filter((one) => one > end)) {
    if (!joints.test(words[end]!.lower) || words.slice(end, next).some(({ lower }) => VENUES.has(lower))) break
    end = next
  }
  return end
}

/** "Said its director in Oslo, Ada Vale": where a description ends that has a name of two words behind its comma. */
function apposedEnd(words: readonly FrameWord[], coreEnd: number, ends: readonly number[]): number | undefined {
  const isCapital = (at: number) => /^\p{Lu}/u.test(words[at]?.text ?? '')
  if (isCapital(coreEnd - 1)) return undefined
  return ends.find((end) => end > coreEnd && words[end]?.text === ',' && isCapital(end + 1) && isCapital(end + 2))
}

/** Verbs behind which another can be the one who spoke: "Vale said Okafor had warned". */
const RELAYING = new Set(['add', 'claim', 'recall', 'recount', 'report', 'say', 'tell', 'testify'])

/** “…,” Vale said Okafor had warned. “…,” the agency quoted Okafor as saying. */
function wordsOfAnother(frame: ReadFrame, at: number): Credit | undefined {
  const { words, cues } = frame
  const limit = nextQuoted(words, at)
  const outer = speakerThenVerb(frame, at)?.cue
  const cited = cues.find(
    ({ cue, subject }) =>
      subject &&
      cue.at > at &&
      cue.at < limit &&
      words[cue.at - 1]!.lower === 'as' &&
      isCiting(words, subject.start - 1),
  )
  const found =
    cited?.subject && cited.cue.form === 'ing'
      ? { phrase: cited.subject, cue: cited.cue }
      : outer && RELAYING.has(outer.lemma)
        ? relayedBehind(frame, outer.at)
        : undefined
  return found && { ...found, rule: 'quotation/words-of-another' }
}

/** Whether the word is a form of "quote", "cite" and the like. */
const isCiting = (words: readonly FrameWord[], at: number) =>
  [/d$/, /ed$/, /s$/].some((ending) => QUOTING.has(words[at]?.lower.replace(ending, '') ?? ''))

/**
 * The phrase directly after a verb of speech that is the subject of another one; a pronoun refers to the first
 * speaker.
 */
function relayedBehind({ words, cues }: ReadFrame, outer: number): Pick<Credit, 'phrase' | 'cue'> | undefined {
  const start = words[outer + 1]?.lower === 'that' ? outer + 2 : outer + 1
  const phrase = readNounPhrase(words, start)
  if (!phrase || PRONOUNS.has(words[start]!.lower)) return undefined
  const recalled = words.findIndex(({ lower }, at) => at > start && at < start + 8 && HEARD.has(lower))
  if (recalled > 0 && words.slice(start, recalled).every(({ text }) => /^\p{L}/u.test(text)))
    return { phrase: { start, end: recalled, coreEnd: recalled } }
  const found = cues.find(({ cue }) => cue.kind === 'speech' && phrase.ends.includes(skipBack(words, cue.at - 1) + 1))
  const end = found && skipBack(words, found.cue.at - 1) + 1
  return found && end !== undefined
    ? { phrase: { start, end, coreEnd: Math.min(phrase.coreEnd, end) }, cue: found.cue }
    : undefined
}

/** “…,” Vale recalled him saying: whom the pronoun means is not known. */
function isRecalled({ words }: ReadFrame, at: number): boolean {
  const limit = nextQuoted(words, at)
  return words.slice(at, limit).some(({ lower }, index) => {
    const next = words[at + index + 1]?.lower ?? ''
    return (
      /^(?:him|her|them|someone|somebody)$/.test(lower) && /^(?:say|saying|shout|shouting|tell|whisper)$/.test(next)
    )
  })
}

/** “…,” Vale said. */
function speakerThenVerb({ words, cues }: ReadFrame, at: number): Credit | undefined {
  const start = isBreak(words[at + 1]) ? at + 2 : at + 1
  const limit = nextQuoted(words, at)
  const found = cues.find(
    ({ cue, subject }) =>
      cue.at < limit && subject !== undefined && subject.start >= start && subject.start <= start + 1,
  )
  const isClauseOfItsOwn = found?.subject?.start === start + 1 && CLAUSAL.has(words[start]!.lower)
  if (isClauseOfItsOwn) return undefined
  const isDenied = found && words.slice(found.subject!.end, found.cue.at).some(({ lower }) => UNSAID.has(lower))
  if (isDenied) return undefined
  return found?.subject && { phrase: found.subject, cue: found.cue, rule: 'quotation/speaker-then-verb' }
}

const LINK = /^(?:that|it|him|them|as|:|,|be|being|is|was|an?|the|of|to|for)$/

/** Vale’s claim that the plan was “…”. A verb of speech nearer by gives the words to its own subject. */
function ofSaidNoun({ words, cues }: ReadFrame, at: number): Credit | undefined {
  const noun = findSaidNoun(words, at)
  const isNearest = noun && !cues.some(({ cue, subject }) => subject && cue.at > noun.at && cue.at < at)
  return isNearest ? { phrase: noun.owner, rule: 'quotation/said-noun' } : undefined
}

/** Buyers call it “…” and sellers “…”: the second verb is left out. In "called the plan “…” and the figures “…”" it is not. */
function bySecond({ words, cues }: ReadFrame, at: number): Credit | undefined {
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
function saidBefore(frame: ReadFrame, at: number): Credit | undefined {
  const found = nearestBefore(frame, at)
  const between = frame.words.slice((found?.cue.at ?? at) + 1, at)
  if (!found || between.some(({ lower }) => !LINK.test(lower) && !AUDIENCES.has(lower))) return undefined
  return { phrase: found.subject, cue: found.cue, rule: 'quotation/said-before' }
}

/** Vale said the plan was “…”. */
function embedded(frame: ReadFrame, at: number): Credit | undefined {
  const found = nearestBefore(frame, at)
  if (found && areOthersWords(frame.words.slice(found.cue.at, at))) return undefined
  const rule = found?.cue.form === 'ing' ? 'quotation/participle' : 'quotation/embedded'
  return found && { phrase: found.subject, cue: found.cue, rule }
}

/** Calling the plan “…”, Vale left the room. After saying it was “…”, she left. */
function openingParticiple({ words, cues }: ReadFrame, at: number): Credit | undefined {
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
