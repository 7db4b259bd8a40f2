import type { Mention } from '../../../model/mention.ts'
import type { Speaker } from '../../../model/quotation.ts'
import type { Span } from '../../../model/span.ts'
import { type CreditedPhrase, toPhrase } from './credited-phrase.ts'
import { isContradicted } from './is-contradicted.ts'
import { creditInFrame, type ReadFrame } from './credit-in-frame.ts'
import { findMainSubject, type Phrase } from './find-subject.ts'
import type { Word } from './frame-sentences.ts'
import type { MentionsIn } from './mentions-in.ts'
import { nameSpeaker, type NamedPhrase } from './name-speaker.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import { sentenceAt } from '../../../text/sentences.ts'
import type { Paragraph } from './read-paragraph.ts'
import { DETERMINERS, PRONOUNS, SINGULAR_PERSON } from './vocabulary.ts'

/** A speaker's words where they stand. */
interface Placed extends NamedPhrase {
  /** Where the words stand; for a pronoun that was resolved, the pronoun. */
  readonly at: Span
  readonly isPlural: boolean
  /** Where their sentence begins in the passage. */
  readonly sentence: number
  /** True when what they say stands before them or around them: "…, he said.", "The vote, he said, is lost." */
  readonly followsSpeech: boolean
}

/** Resolves the words credited in one source to speakers. */
export type ResolveSpeaker = (phrase: CreditedPhrase, rule: string, isInferred: boolean) => Speaker | undefined

/**
 * Prepares the resolution of speakers in one source: a name or description stands for itself, "he" for the nearest
 * person who is the subject of a sentence before, "the official" for the fuller description before it or for the one
 * person whose name that role was put to.
 * A pronoun without such a subject gives no speaker.
 *
 * @param mentionsIn names of the source by place; undefined when they are not known: then runs of capitals count
 * @param genders men and women of the source by the last words of their names, in small letters
 */
export function prepareSpeakers(
  paragraphs: readonly Paragraph[],
  mentionsIn: MentionsIn | undefined,
  genders: ReadonlyMap<string, 'f' | 'm'>,
): ResolveSpeaker {
  const paragraphOf = new Map(paragraphs.map((paragraph) => [paragraph.passage.ordinal, paragraph]))
  const place = (phrase: CreditedPhrase): Placed => {
    const found = placePhrase(paragraphOf.get(phrase.span.passage)!, phrase, mentionsIn?.(withNext(phrase)))
    const gender = found.gender ?? (found.isPerson && found.form === 'named' ? genders.get(found.head) : undefined)
    return gender ? { ...found, gender } : found
  }
  const candidates = findCandidates(paragraphs, place)
  const isDoubtful = (own: Placed, found: Placed, { cue }: CreditedPhrase): boolean => {
    if (!SINGULAR_PERSON.has(own.words.toLowerCase()) || found.gender !== undefined || areInOneSentence(found, own)) return false
    const { passage, frames } = paragraphOf.get(found.at.passage)!
    const verb = cue ? paragraphOf.get(cue.passage)!.passage.text.slice(cue.start, cue.end) : ''
    return isContradicted(own.words.toLowerCase(), verb, passage.text.slice(found.at.end, sentenceAt(frames, found.at.start)?.end))
  }
  /** "The minister" may be any of two whose role is told, also of one who is no subject: "Minister Vale met Minister Okafor". */
  const isRoleOfAnother = (own: Placed, found: Placed): boolean => {
    if (found.role === undefined || found.role !== own.head || own.form === 'named') return false
    const between = textBetween(found.at, own.at, (passage) => paragraphOf.get(passage)?.passage.text ?? '')
    return between.replace(APPOSITION, '').toLowerCase().split(/[^\p{L}]+/u).some((word, at, words) => word === own.head && words[at - 1] !== 'the')
  }
  return (phrase, rule, isInferred) => {
    const own = place(phrase)
    const nearest = resolve(own, candidates)
    const found = nearest && isRoleOfAnother(own, nearest) ? own : nearest
    if (!found || isDoubtful(own, found, phrase)) return undefined
    const isReplaced = found.span !== own.span
    const certainty = isReplaced || isInferred ? 'inferred' : 'stated'
    return { words: found.words, span: found.span, form: found.form, certainty, rule, ...(isReplaced && { as: own.at }) }
  }
}

const APPOSITION = /^,[^,]{1,80},/u

/** What stands behind one span and before another, across passages. */
function textBetween(from: Span, to: Span, textOf: (passage: number) => string): string {
  if (from.passage === to.passage) return textOf(from.passage).slice(from.end, to.start)
  const whole = Array.from({ length: to.passage - from.passage - 1 }, (_, index) => textOf(from.passage + index + 1))
  return [textOf(from.passage).slice(from.end), ...whole, textOf(to.passage).slice(0, to.start)].join('\n')
}

/** The words with a comma, a title and the begin of what comes next, where an apposition would stand. */
function withNext({ span, coreEnd }: CreditedPhrase): Span {
  return { ...span, end: Math.max(span.end, coreEnd) + 12 }
}

const ENDS_SENTENCE = /^\s{1,9}(?:\p{L}{1,30}ly\s|also\s|later\s)?\p{L}{1,30}(?:\s(?:on|in|at|to)\s[^.,;“”"]{1,40}|\s\p{Lu}\p{Ll}{1,9}day)?[.]?\s{0,9}$/u

/** The rest of words put into a sentence that is itself what is said: ", it went on, is …". */
const IS_PUT_IN = /^\s{1,9}(?:\p{L}{1,30}ly\s|also\s|later\s)?\p{L}{1,30}(?:\son)?,/u

/** More white space than stands between two words. */
const SPACE = 20

function placePhrase({ passage, frames }: Paragraph, phrase: CreditedPhrase, mentions: readonly Mention[] | undefined): Placed {
  const { span } = phrase
  const frame = sentenceAt(frames, span.start)
  const found = nameSpeaker(passage.text, phrase, mentions)
  const [before, after] = [passage.text.slice(Math.max(0, span.start - SPACE), span.start).trimEnd(), passage.text.slice(span.end, frame?.end)]
  return {
    ...found,
    at: span,
    sentence: frame?.start ?? 0,
    isPlural: !found.isPerson && /\sand\s|s$/u.test(found.words),
    followsSpeech: /["”’»]$/u.test(before) || (before.endsWith(',') && (ENDS_SENTENCE.test(after) || IS_PUT_IN.test(after))),
  }
}

function findCandidates(paragraphs: readonly Paragraph[], place: (phrase: CreditedPhrase) => Placed): Placed[] {
  const candidates: Placed[] = []
  for (const { passage, frames } of paragraphs) {
    for (const frame of frames) {
      for (const phrase of subjectsOf(frame)) {
        const own = place(toPhrase(passage.ordinal, frame, { phrase, rule: '' }))
        const found = PRONOUNS.has(own.words.toLowerCase()) ? resolve(own, candidates) : own
        if (found) candidates.push({ ...withoutRole(found, own), at: own.at, sentence: own.sentence })
      }
    }
  }
  return candidates
}

/** A pronoun may have been given to the wrong one; a role is read only where it stands beside the name. */
function withoutRole(found: Placed, own: Placed): Placed {
  const { role: _, ...rest } = { ...own, ...found }
  return found === own ? own : rest
}

/** The subjects of the sentence and of its cues, also those behind their verb (“…,” said Vale), in their order. */
function subjectsOf(frame: ReadFrame): Phrase[] {
  const { words, cues } = frame
  const inverted = cues.flatMap(({ cue, subject }) =>
    subject === undefined && words[cue.at - 1]?.quoted !== undefined ? creditInFrame(frame, cue.at - 1, true)?.phrase : [])
  const subjects = [findMainSubject(words, words.length) ?? openingName(words), ...cues.map(({ subject }) => subject), ...inverted]
  return subjects.filter((subject) => subject !== undefined).sort((a, b) => a.start - b.start)
}

/** The name a sentence opens with, where its verb is not known: "Vale bristles at that." */
function openingName(words: readonly Word[]): Phrase | undefined {
  const end = words.findIndex(({ text }) => !/^\p{Lu}/u.test(text))
  if (end < 1 || DETERMINERS.has(words[0]!.lower) || !/^\p{Ll}/u.test(words[end]!.text) || !readNounPhrase(words, 0)) return undefined
  return { start: 0, end, coreEnd: end }
}

/** How many subjects a pronoun or a short description looks back over. */
const REACH = 60

/** A pronoun looks back within its paragraph and the two before; "it", which may be anything, within its own. */
const isNear = (a: Span, b: Span) => b.passage - a.passage <= 2
const areInOneSentence = (a: Placed, b: Placed) => a.at.passage === b.at.passage && a.sentence === b.sentence

/** The last candidates that end before the words begin, found by halving. */
function candidatesBefore({ at }: Placed, candidates: readonly Placed[]): Placed[] {
  let [low, high] = [0, candidates.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = candidates[middle]!.at
    if (one.passage < at.passage || (one.passage === at.passage && one.end <= at.start)) low = middle + 1
    else high = middle
  }
  return candidates.slice(Math.max(0, low - REACH), low)
}

function resolve(own: Placed, candidates: readonly Placed[]): Placed | undefined {
  const pronoun = own.words.toLowerCase()
  if (!PRONOUNS.has(pronoun)) return isShortDescription(own) ? (resolveDescription(own, candidates) ?? own) : own
  const before = candidatesBefore(own, candidates).filter(
    (one) => isNear(one.at, own.at) && !(own.followsSpeech && areInOneSentence(one, own)),
  )
  if (SINGULAR_PERSON.has(pronoun)) {
    return before.findLast(({ isPerson, gender }) => isPerson && (gender === undefined || gender === own.gender))
  }
  const last = before.filter((one) => areInOneSentence(one, before.at(-1)!))
  if (pronoun === 'they') return last.findLast(({ isPlural }) => isPlural)
  if (pronoun !== 'it') return undefined
  return last.findLast(({ isPerson, isPlural, at }) => !isPerson && !isPlural && at.passage === own.at.passage)
}

const isShortDescription = ({ form, words, isPerson }: Placed) => form === 'described' && isPerson && /^(?:the|this|that)\s\S+$/i.test(words)

/**
 * "The official" after "an official in the Free Army", up to three paragraphs back; "the minister" after "Minister Ada
 * Vale", unless another minister is named or described as well: which one is meant is then not known.
 */
function resolveDescription(own: Placed, candidates: readonly Placed[]): Placed | undefined {
  const held = candidatesBefore(own, candidates).filter(({ at }) => own.at.passage - at.passage <= 3)
  const described = held.findLast((one) => one.form === 'described' && one.head === own.head && !isShortDescription(one))
  const named = namedByRole(own, held)
  if (!described || named) return described ? undefined : named
  return described.words.length > own.words.length ? described : undefined
}

/** The one person whom the role was put to, in the own paragraph or else before it. */
function namedByRole(own: Placed, held: readonly Placed[]): Placed | undefined {
  const ofRole = held.filter(({ role }) => role === own.head)
  const here = ofRole.filter(({ at }) => at.passage === own.at.passage)
  const people = here.length > 0 ? here : ofRole
  return new Set(people.map(({ head }) => head)).size === 1 ? people.at(-1) : undefined
}
