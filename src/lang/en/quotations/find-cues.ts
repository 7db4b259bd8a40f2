import type { Span } from '../../../model/passage.ts'
import type { VerbForm } from '../words/verb-forms.ts'
import type { Phrase } from './find-main-subject.ts'
import { findSubject, hasAgent, skipBack } from './find-subject.ts'
import type { Frame, FrameWord, MentionsIn } from './frame-sentences.ts'
import {
  ATTITUDE,
  AUDIENCES,
  AUXILIARIES,
  BE,
  COLLECTIVES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  OUTLET_NOUNS,
  PARTICLES,
  PLURAL_NOUNS,
  PREPOSITIONS,
  PRONOUNS,
  SPEECH,
  TIME_WORDS,
} from './vocabulary.ts'
import { isPossessive } from '../words/verb-forms.ts'

/** A verb that gives somebody words. */
export interface Cue {
  /** Index of the verb among the frame's words. */
  readonly at: number
  readonly lemma: string
  readonly form: VerbForm
  /** `speech` verbs take a clause ("said that …"), `attitude` verbs only quoted words ("called it “…”"). */
  readonly kind: 'speech' | 'attitude'
}

/**
 * The verbs of a frame that attribute words to somebody, without nouns of the same form ("its claims") and passives
 * ("was told").
 */
export function findCues(words: readonly FrameWord[]): Cue[] {
  return words.flatMap((word, at) => {
    const speech = SPEECH.get(word.lower)
    const verb = speech ?? ATTITUDE.get(word.lower)
    if (!verb) return []
    if (word.text !== word.lower && !(at === 0 && verb.form === 'ing') && !opensInverted(words, at)) return []
    const particle = PARTICLES.get(verb.lemma)
    if (
      (particle && !particle.includes(words[at + 1]?.lower ?? '')) ||
      (verb.lemma === 'go' && /ing$/.test(words[at + 2]?.lower ?? '')) ||
      isNoun(words, at, verb.form) ||
      (verb.form === 'present' && PLURAL_NOUNS.has(word.lower)) ||
      isCompared(words, at, verb.lemma) ||
      isPassive(words, at, verb.form)
    )
      return []
    return [{ at, lemma: verb.lemma, form: verb.form, kind: speech ? ('speech' as const) : ('attitude' as const) }]
  })
}

/** "Said Vale: “…”" */
const opensInverted = (words: readonly FrameWord[], at: number) =>
  at === 0 &&
  /^(?:added|asked|said|wrote)$/.test(words[0]!.lower) &&
  /^\p{Lu}|^(?:an?|the|one)$/u.test(words[1]?.text ?? '')

/** "talk compared to that of a thief": nobody compares. */
const isCompared = (words: readonly FrameWord[], at: number, lemma: string) =>
  lemma === 'compare' && /^(?:to|with)$/.test(words[at + 1]?.lower ?? '')

function isNoun(words: readonly FrameWord[], at: number, form: VerbForm): boolean {
  const previous = words[at - 1]
  if (words[at + 1]?.text === '-' || previous?.text === '-') return true
  if (!previous || form === 'ing') return previous !== undefined && DETERMINERS.has(previous.lower)
  const subject = words[skipBack(words, at - 1, false)]?.lower ?? ''
  if (subject === 'to' || PRONOUNS.has(subject) || AUXILIARIES.has(subject)) return false
  if (DETERMINERS.has(previous.lower) || PREPOSITIONS.has(previous.lower) || isPossessive(previous.text)) return true
  const isJoined = words.slice(Math.max(0, at - 4), at - 1).some(({ lower }) => lower === 'and')
  return form === 'base' && !isJoined && !COLLECTIVES.has(subject) && !/(?:s|men|and|but|,)$/u.test(subject)
}

function isPassive(words: readonly FrameWord[], at: number, form: VerbForm): boolean {
  if (form !== 'past' || hasAgent(words, at)) return false
  if (isReduced(words, at)) return true
  const before = words[skipBack(words, at - 1, false)]
  return before !== undefined && BE.has(before.lower)
}

/**
 * "The toll, described as “…”, was dropped": without an object, unless it is before the verb ("which Vale described
 * as").
 */
function isReduced(words: readonly FrameWord[], at: number): boolean {
  const isAttitude = ATTITUDE.has(words[at]!.lower)
  if (!isAttitude || !/^(?:as|by)$/.test(words[at + 1]?.lower ?? '')) return false
  return !words.slice(Math.max(0, at - 12), at).some(({ lower }) => /^(?:that|what|which|whom|whose)$/.test(lower))
}

const OUTLET =
  /^\s(?:the\s)?(\p{Lu}[\p{L}\p{M}\p{N}.’'&-]{0,30}(?:\s\p{Lu}[\p{L}\p{M}\p{N}.’'&-]{0,30}){0,4})(?:\s(\p{L}+))?/u

/**
 * The outlet that a speaker spoke to: "Reuters" in "told Reuters", "Northport Herald" in "told the Northport Herald
 * on Monday". Neither an audience ("told Parliament") nor a person, nor the beginning of a longer phrase ("told
 * French lawmakers").
 */
export function findToldTo(text: string, cue: Span, mentionsIn: MentionsIn): string | undefined {
  if (SPEECH.get(text.slice(cue.start, cue.end).toLowerCase())?.lemma !== 'tell') return undefined
  const match = OUTLET.exec(text.slice(cue.end, cue.end + 160))
  if (!match || !canFollow(match[2]?.toLowerCase())) return undefined
  const words = match[1]!.replace(/['’]s$|[.]$/u, '')
  const start = cue.end + match[0].indexOf(match[1]!)
  const [mention] = mentionsIn({ passage: cue.passage, start, end: start + 1 })
  const isOutlet = !mention || (mention.form === 'name' && /^(?:organisation|work)$/.test(mention.kind))
  return isOutlet && !AUDIENCES.has(words.toLowerCase()) ? words : undefined
}

const canFollow = (next: string | undefined) =>
  next === undefined ||
  [OUTLET_NOUNS, PREPOSITIONS, CONJUNCTIONS, PRONOUNS, DETERMINERS, TIME_WORDS].some((words) => words.has(next)) ||
  isAdverb(next) ||
  /^(?:last|late|early|next)$/.test(next)

/** The speaker to whom a sentence gives quoted or reported words. */
export interface Credit {
  /** The words that name or describe the speaker, or a pronoun. */
  readonly phrase: Phrase
  readonly cue?: Cue
  readonly rule: string
}

/** A frame once read: its cues, each with its subject. */
export interface ReadFrame extends Frame {
  readonly cues: readonly { readonly cue: Cue; readonly subject: Phrase | undefined }[]
}

/** Longer runs of words without a stop are no sentences, and are not read. */
export const MAX_WORDS = 400

/** Finds the cues of a frame and their subjects, once for all the quoted texts in it. */
export function readFrame(frame: Frame): ReadFrame {
  if (frame.words.length > MAX_WORDS) return { ...frame, cues: [] }
  const cues = findCues(frame.words).map((cue) => {
    const subject = findSubject(frame.words, cue.at, cue.form !== 'ing')
    return { cue, subject: subject && agrees(frame.words, cue, subject) ? subject : undefined }
  })
  return { ...frame, cues }
}

/** A verb in -s has no subject in the plural: in "the strikes demands" one of the two is misread. */
const agrees = (words: readonly FrameWord[], { form }: Cue, { coreEnd }: Phrase) =>
  form !== 'present' || !/^\p{Ll}+[^sui]s$/u.test(words[coreEnd - 1]!.text)

/** A comma, colon or dash. */
export const isBreak = (word: FrameWord | undefined) => word !== undefined && /^(?:[,;:]|-+|–|—)$/u.test(word.text)
