import type { Span } from '../../../model/passage.ts'
import type { Speaker } from '../../../model/quotation.ts'
import { sentenceAt } from '../../sentences.ts'
import type { CreditedPhrase } from './attribute-quoted.ts'
import { toPhrase } from './attribute-quoted.ts'
import { accordingTo } from './credit-elsewhere.ts'
import { creditInFrame } from './credit-in-frame.ts'
import type { Placed } from './find-antecedent.ts'
import {
  areInOneSentence,
  findAntecedent,
  isShortDescription,
  placeSpeaker,
  pronounOf,
  withNext,
} from './find-antecedent.ts'
import { findBearers, findDescribed, personsBefore } from './find-bearers.ts'
import type { ReadFrame } from './find-cues.ts'
import type { Phrase } from './find-main-subject.ts'
import { findMainSubject } from './find-main-subject.ts'
import type { FrameWord, MentionsIn } from './frame-sentences.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import type { Paragraph } from './read-paragraph.ts'
import { certaintyOf, DETERMINERS, FEMININE, PRONOUNS, SINGULAR_PERSON } from './vocabulary.ts'

/** Resolves the words credited in one source to speakers. */
export type ResolveSpeaker = (phrase: CreditedPhrase, rule: string, isInferred: boolean) => Speaker | undefined

/**
 * Prepares the resolution of speakers in one source: a name or description stands for itself, "he" for the nearest
 * person who is the subject of a sentence before, "the official" for the fuller description before it or for the one
 * person whose name that role was put to.
 * A pronoun without such a subject in its own paragraph stands for the one person whom the paragraph names before it.
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
    const found = placeSpeaker(paragraphOf.get(phrase.span.passage)!, phrase, mentionsIn?.(withNext(phrase)))
    const gender = found.gender ?? (found.isPerson && found.form === 'named' ? genders.get(found.head) : undefined)
    return gender ? { ...found, gender } : found
  }
  const placeName = (span: Span): Placed => place({ span, coreEnd: span.end })
  const candidates = findCandidates(paragraphs, place)
  const isDoubtful = (own: Placed, found: Placed, { cue }: CreditedPhrase): boolean => {
    if (!SINGULAR_PERSON.has(pronounOf(own)) || found.gender !== undefined || areInOneSentence(found, own)) return false
    const { passage, frames } = paragraphOf.get(found.at.passage)!
    const verb = cue ? paragraphOf.get(cue.passage)!.passage.text.slice(cue.start, cue.end) : ''
    return isContradicted(
      pronounOf(own),
      verb,
      passage.text.slice(found.at.end, sentenceAt(frames, found.at.start)?.end),
    )
  }
  const soleNamedBefore = (own: Placed): Placed | undefined => {
    if (!SINGULAR_PERSON.has(pronounOf(own))) return undefined
    const paragraph = paragraphOf.get(own.at.passage)!
    const { passage, start } = own.at
    const people = (mentionsIn ? personsBefore(mentionsIn, passage, start) : [])
      .map(({ span }) => placeName(span))
      .filter((one) => one.sentence < own.sentence && !isQuoted(paragraph, one.span))
    const isOne = new Set(people.map(({ head }) => head)).size === 1
    return isOne && people.every(({ gender }) => gender === undefined || gender === own.gender) ? people[0] : undefined
  }
  const findBearer = mentionsIn && findBearers(paragraphs, mentionsIn)
  const bearerOf = ({ head, at }: Placed): Placed | undefined => {
    const span = findBearer?.(head, at)
    return span && placeName(span)
  }
  const findNamed = mentionsIn && findDescribed(paragraphs, mentionsIn)
  const describedBy = ({ form, isPerson, words, head, gender, at }: Placed): Placed | undefined => {
    const isOne = form === 'described' && (isPerson || /-old$/.test(words))
    const span = isOne ? findNamed?.(words, head, at) : undefined
    const found = span && placeName(span)
    return gender && found?.gender && gender !== found.gender ? undefined : found
  }
  const textOf = (passage: number) => paragraphOf.get(passage)?.passage.text ?? ''
  return (phrase, rule, isInferred) => {
    const own = place(phrase)
    const subject = findAntecedent(own, candidates)
    const nearest = (subject?.at.passage !== own.at.passage && soleNamedBefore(own)) || subject
    const read = nearest && isRoleOfAnother(own, nearest, textOf) ? own : nearest
    const bearer = read === own && isShortDescription(own) ? bearerOf(own) : undefined
    const found = read === own ? (bearer ?? describedBy(own) ?? own) : read
    if (!found || isDoubtful(own, found, phrase)) return undefined
    const isReplaced = found.span !== own.span
    const measured = certaintyOf(rule)
    if (!measured) return undefined
    const certainty = isReplaced || isInferred ? 'inferred' : measured
    return {
      words: found.words,
      span: found.span,
      form: found.form,
      certainty,
      rule,
      ...(isReplaced && { as: own.at }),
    }
  }
}

const isQuoted = ({ quoted }: Paragraph, { start }: Span): boolean =>
  quoted.some((one) => one.start <= start && start < one.end)

/** "lost his boat": a possessive that no other name comes before. "Shouted at her on the pier" has none. */
const OWN =
  /^[^“”"«».;:\p{Lu}]{0,60}?\b(his|her)\b(?!\s(?:an?|and|as|at|about|by|for|from|in|of|on|that|the|to|when|while|with)\b|[.,;:!?])/u
const ASKED =
  /^[^“”"«»]{0,60}?\b(?:asks?|asked|questions?|questioned|presse[sd]|quizzed|grills?|grilled|challenge[sd])\b/u
const REPLIED = /^(?:answer|repl[iy]|respond|retort)/u

/**
 * True when the sentence of an antecedent speaks against it: "Vale lost his boat. “…,” she said.", or
 * "Vale asked Lund about it. “…,” he replied.", where the one who asked is not the one who replies.
 *
 * @param pronoun "he" or "she"
 * @param cue the verb the pronoun goes with
 * @param rest the antecedent's sentence from the antecedent's end on
 */
export function isContradicted(pronoun: string, cue: string, rest: string): boolean {
  const own = OWN.exec(rest)?.[1]
  const isOther = own !== undefined && FEMININE.has(own) !== FEMININE.has(pronoun)
  return isOther || (REPLIED.test(cue) && ASKED.test(rest))
}

/**
 * Whether a role ("the minister") may be that of another than the person found: between the two the text gives the role
 * to somebody who is no subject, as in "Minister Vale met Minister Okafor".
 *
 * @param textOf texts of the passages by ordinal
 */
function isRoleOfAnother(own: Placed, found: Placed, textOf: (passage: number) => string): boolean {
  if (found.role === undefined || found.role !== own.head || own.form === 'named') return false
  const words = textBetween(found.at, own.at, textOf)
    .replace(APPOSITION, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  return words.some((word, at) => word === own.head && words[at - 1] !== 'the')
}

const APPOSITION = /^,[^,]{1,80},/u

/** The text after one span and before another, across passages. */
function textBetween(from: Span, to: Span, textOf: (passage: number) => string): string {
  if (from.passage === to.passage) return textOf(from.passage).slice(from.end, to.start)
  const whole = Array.from({ length: to.passage - from.passage - 1 }, (_, index) => textOf(from.passage + index + 1))
  return [textOf(from.passage).slice(from.end), ...whole, textOf(to.passage).slice(0, to.start)].join('\n')
}

/** The subjects of a source's sentences in their order, which a pronoun or a short description may mean. */
function findCandidates(paragraphs: readonly Paragraph[], place: (phrase: CreditedPhrase) => Placed): Placed[] {
  const candidates: Placed[] = []
  for (const { passage, frames } of paragraphs) {
    for (const frame of frames) {
      for (const phrase of subjectsOf(frame)) {
        const own = place(toPhrase(passage.ordinal, frame, { phrase, rule: '' }))
        const found = PRONOUNS.has(own.words.toLowerCase()) ? findAntecedent(own, candidates) : own
        const speaks = frame.cues.some(({ cue, subject }) => cue.form !== 'ing' && subject?.start === phrase.start)
        if (found) candidates.push({ ...withoutRole(found, own), at: own.at, sentence: own.sentence, speaks })
      }
    }
  }
  return candidates
}

/** Resolving a pronoun can fail, so its speaker is inferred; a role is read only where it stands beside the name. */
function withoutRole(found: Placed, own: Placed): Placed {
  const { role: _, ...rest } = { ...own, ...found }
  return found === own ? own : rest
}

/** The subjects of the sentence and of its cues, also those behind their verb (“…,” said Vale), in their order. */
function subjectsOf(frame: ReadFrame): Phrase[] {
  const { words, cues } = frame
  const inverted = cues.flatMap(({ cue, subject }) =>
    subject === undefined && words[cue.at - 1]?.quoted !== undefined
      ? creditInFrame(frame, cue.at - 1, true)?.phrase
      : [],
  )
  const subjects = [
    subordinateSubject(words),
    oneOfSeveral(words),
    findMainSubject(words, words.length) ?? openingName(words),
    ...cues.map(({ subject }) => subject),
    ...inverted,
    accordingTo(frame)?.phrase,
  ]
  return subjects.filter((subject) => subject !== undefined).sort((a, b) => a.start - b.start)
}

/** "Although the fund named nobody, it spoke of …": the subject of the clause that opens the sentence. */
function subordinateSubject(words: readonly FrameWord[]): Phrase | undefined {
  if (!/^(?:after|although|as|because|before|if|since|though|when|while)$/.test(words[0]?.lower ?? '')) return undefined
  const phrase = findMainSubject([{ ...words[0]!, lower: ',', text: ',' }, ...words.slice(1)], words.length, 1)
  return phrase?.start === 1 ? phrase : undefined
}

/** "One of them, a clerk, left.": the description of the one. */
function oneOfSeveral(words: readonly FrameWord[]): Phrase | undefined {
  if (words[0]?.lower !== 'one' || words[1]?.lower !== 'of') return undefined
  const comma = words.findIndex(({ text }) => text === ',')
  const phrase = comma > 0 && comma < 6 ? readNounPhrase(words, comma + 1) : undefined
  const isClosed = phrase && /^an?$/.test(words[phrase.start]!.lower) && words[phrase.coreEnd]?.text === ','
  return isClosed ? { start: phrase.start, end: phrase.coreEnd, coreEnd: phrase.coreEnd } : undefined
}

/** The name a sentence opens with, where its verb is not known: "Vale bristles at that." */
function openingName(words: readonly FrameWord[]): Phrase | undefined {
  const end = words.findIndex(({ text }) => !/^\p{Lu}/u.test(text))
  if (end < 1 || DETERMINERS.has(words[0]!.lower) || !/^\p{Ll}/u.test(words[end]!.text) || !readNounPhrase(words, 0))
    return undefined
  return { start: 0, end, coreEnd: end }
}
