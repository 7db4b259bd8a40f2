import type { Speaker } from '../../../model/quotation.ts'
import { sentenceAt } from '../../../lang/sentences.ts'
import { certaintyOf } from './certainty.ts'
import type { CreditedPhrase } from './credited-phrase.ts'
import { areInOneSentence, findAntecedent } from './find-antecedent.ts'
import { findCandidates } from './find-candidates.ts'
import { isContradicted } from './is-contradicted.ts'
import { isRoleOfAnother } from './is-role-of-another.ts'
import type { MentionsIn } from './mentions-in.ts'
import { placeSpeaker, type Placed, withNext } from './place-speaker.ts'
import type { Paragraph } from './read-paragraph.ts'
import { SINGULAR_PERSON } from './vocabulary.ts'

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
    const found = placeSpeaker(paragraphOf.get(phrase.span.passage)!, phrase, mentionsIn?.(withNext(phrase)))
    const gender = found.gender ?? (found.isPerson && found.form === 'named' ? genders.get(found.head) : undefined)
    return gender ? { ...found, gender } : found
  }
  const candidates = findCandidates(paragraphs, place)
  const isDoubtful = (own: Placed, found: Placed, { cue }: CreditedPhrase): boolean => {
    if (!SINGULAR_PERSON.has(own.words.toLowerCase()) || found.gender !== undefined || areInOneSentence(found, own))
      return false
    const { passage, frames } = paragraphOf.get(found.at.passage)!
    const verb = cue ? paragraphOf.get(cue.passage)!.passage.text.slice(cue.start, cue.end) : ''
    return isContradicted(
      own.words.toLowerCase(),
      verb,
      passage.text.slice(found.at.end, sentenceAt(frames, found.at.start)?.end),
    )
  }
  const textOf = (passage: number) => paragraphOf.get(passage)?.passage.text ?? ''
  return (phrase, rule, isInferred) => {
    const own = place(phrase)
    const nearest = findAntecedent(own, candidates)
    const found = nearest && isRoleOfAnother(own, nearest, textOf) ? own : nearest
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
