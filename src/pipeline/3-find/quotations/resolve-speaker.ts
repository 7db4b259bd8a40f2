import type { Mention } from '../../../model/mention.ts'
import type { Speaker } from '../../../model/quotation.ts'
import type { Span } from '../../../model/span.ts'
import type { CreditedPhrase } from './attribute-quoted.ts'
import { toPhrase } from './attribute-quoted.ts'
import type { ReadFrame } from './credit-in-frame.ts'
import { findMainSubject, type Phrase } from './find-subject.ts'
import type { Word } from './frame-sentences.ts'
import { nameSpeaker, type NamedPhrase } from './name-speaker.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import type { Paragraph } from './read-paragraph.ts'
import { PRONOUNS, SINGULAR_PERSON } from './vocabulary.ts'

/** A subject of a sentence, as a candidate for the pronouns after it. */
interface Candidate extends NamedPhrase {
  /** Where the subject stands; for a pronoun that was resolved, the pronoun. */
  readonly at: Span
  readonly isPlural: boolean
  /** Index of its sentence, counted through the whole source. */
  readonly sentence: number
}

/** Resolves the words credited in one source to speakers. */
export type ResolveSpeaker = (phrase: CreditedPhrase, rule: string, isInferred: boolean) => Speaker | undefined

/**
 * Prepares the resolution of speakers in one source: a name or description stands for itself, "he" for the nearest
 * person who is the subject of a sentence before, "the official" for the fuller description before it.
 * A pronoun without such a subject gives no speaker.
 */
export function prepareSpeakers(paragraphs: readonly Paragraph[], mentions: readonly Mention[]): ResolveSpeaker {
  const byPassage = Map.groupBy(mentions, (mention) => mention.span.passage)
  const texts = new Map(paragraphs.map(({ passage }) => [passage.ordinal, passage.text]))
  const name = (phrase: CreditedPhrase) =>
    nameSpeaker(texts.get(phrase.span.passage)!, phrase, byPassage.get(phrase.span.passage) ?? [])
  const candidates = findCandidates(paragraphs, name)
  return (phrase, rule, isInferred) => {
    const own = name(phrase)
    const found = resolve(own, candidates)
    if (!found) return undefined
    const isReplaced = found.span !== own.span
    return {
      words: found.words,
      span: found.span,
      form: found.form,
      certainty: isReplaced || isInferred ? 'inferred' : 'stated',
      rule,
      ...(isReplaced && { as: own.span }),
    }
  }
}

function findCandidates(paragraphs: readonly Paragraph[], name: (phrase: CreditedPhrase) => NamedPhrase): Candidate[] {
  const candidates: Candidate[] = []
  let sentence = 0
  for (const { passage, frames } of paragraphs) {
    for (const frame of frames) {
      sentence += 1
      for (const phrase of subjectsOf(frame)) {
        const own = name(toPhrase(passage.text, passage.ordinal, frame, { phrase, rule: '' }))
        const isPronoun = PRONOUNS.has(own.words.toLowerCase())
        const found = isPronoun ? resolve(own, candidates) : own
        if (found) candidates.push({ ...found, at: own.span, sentence, isPlural: !found.isPerson && /\sand\s|s$/u.test(found.words) })
      }
    }
  }
  return candidates
}

/** The subjects of the sentence and of its cues, in their order. */
function subjectsOf({ words, cues }: ReadFrame): Phrase[] {
  const subjects = [findMainSubject(words, words.length) ?? openingName(words), ...cues.map(({ subject }) => subject)]
  return subjects.filter((subject) => subject !== undefined).sort((a, b) => a.start - b.start)
}

/** The name a sentence opens with, where its verb is not known: "Vale bristles at that." */
function openingName(words: readonly Word[]): Phrase | undefined {
  const end = words.findIndex(({ text }) => !/^\p{Lu}/u.test(text))
  if (end < 1 || !/^\p{Ll}/u.test(words[end]!.text) || !readNounPhrase(words, 0)) return undefined
  return { start: 0, end, coreEnd: end }
}

const isBefore = (a: Span, b: Span) => a.passage < b.passage || (a.passage === b.passage && a.end <= b.start)
/** A pronoun looks back within its paragraph and the two before. */
const isNear = (a: Span, b: Span) => b.passage - a.passage <= 2

function resolve(own: NamedPhrase, candidates: readonly Candidate[]): NamedPhrase | undefined {
  const before = candidates.filter(({ at }) => isBefore(at, own.span) && isNear(at, own.span))
  const pronoun = own.words.toLowerCase()
  if (SINGULAR_PERSON.has(pronoun)) {
    return before.findLast(({ isPerson, gender }) => isPerson && (gender === undefined || gender === own.gender))
  }
  if (pronoun === 'they') return lastSentence(before).findLast(({ isPlural }) => isPlural)
  if (pronoun === 'it') return lastSentence(before).findLast(({ isPerson, isPlural }) => !isPerson && !isPlural)
  if (PRONOUNS.has(pronoun)) return undefined
  return isShortDescription(own) ? (fullerDescription(own, candidates) ?? own) : own
}

/** "it" and "they" refer to the subject right before them only. */
const lastSentence = (before: readonly Candidate[]) => before.filter(({ sentence }) => sentence >= (before.at(-1)?.sentence ?? 0))

const isShortDescription = ({ form, words, isPerson }: NamedPhrase) => form === 'described' && isPerson && /^(?:the|this|that)\s\S+$/i.test(words)

/** "the official" after "an official in the Free Army", up to three paragraphs back. */
function fullerDescription(own: NamedPhrase, candidates: readonly Candidate[]): NamedPhrase | undefined {
  return candidates.findLast(
    ({ at, head, form, words }) =>
      form === 'described' && head === own.head && isBefore(at, own.span) && own.span.passage - at.passage <= 3 && words.length > own.words.length,
  )
}
