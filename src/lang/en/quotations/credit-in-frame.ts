import { bySecond, embedded, ofSaidNoun, openingParticiple, saidBefore } from './credit-before.ts'
import { accordingTo, announced, inTheWordsOf, trailing } from './credit-elsewhere.ts'
import type { Credit, ReadFrame } from './find-cues.ts'
import { MAX_WORDS, isBreak } from './find-cues.ts'
import { skipBack } from './find-subject.ts'
import type { FrameWord } from './frame-sentences.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import { CLAUSAL, HEARD, isAdverb, PRONOUNS, QUOTING, UNSAID, VENUES, WEAK } from './vocabulary.ts'

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
