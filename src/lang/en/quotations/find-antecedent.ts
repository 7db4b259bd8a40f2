import type { Span } from '../../../model/passage.ts'
import type { Placed } from './place-speaker.ts'
import { PRONOUNS, SINGULAR_PERSON } from './vocabulary.ts'

/** How many subjects a pronoun or a short description looks back over. */
const REACH = 60

/** A pronoun looks back within its paragraph and the two before; "it", which may be anything, within its own. */
const isNear = (a: Span, b: Span) => b.passage - a.passage <= 2
/** Whether both stand in one sentence. */
export const areInOneSentence = (a: Placed, b: Placed) => a.at.passage === b.at.passage && a.sentence === b.sentence

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

/** Whom the words mean: themselves, or for a pronoun or a short description one of the candidates before them. */
export function findAntecedent(own: Placed, candidates: readonly Placed[]): Placed | undefined {
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

const isShortDescription = ({ form, words, isPerson }: Placed) =>
  form === 'described' && isPerson && /^(?:the|this|that)\s\S+$/i.test(words)

/**
 * "The official" after "an official in the Free Army", up to three paragraphs back; "the minister" after "Minister Ada
 * Vale", unless another minister is named or described as well: which one is meant is then not known.
 */
function resolveDescription(own: Placed, candidates: readonly Placed[]): Placed | undefined {
  const held = candidatesBefore(own, candidates).filter(({ at }) => own.at.passage - at.passage <= 3)
  const described = held.findLast(
    (one) => one.form === 'described' && one.head === own.head && !isShortDescription(one),
  )
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
