import type { Mention } from '../../../model/entity.ts'
import type { Span } from '../../../model/passage.ts'
import { sentenceAt } from '../../sentences.ts'
import { genderOfGivenName } from '../roles/persons.ts'
import type { CreditedPhrase } from './attribute-quoted.ts'
import type { NamedPhrase } from './name-speaker.ts'
import { nameSpeaker } from './name-speaker.ts'
import type { Paragraph } from './read-paragraph.ts'
import { FEMININE, MASCULINE, POSSESSIVES, PRONOUNS, SINGULAR_PERSON } from './vocabulary.ts'
import { partitionPoint } from '../../../text/partition-point.ts'

/** A speaker's words where they stand. */
export interface Placed extends NamedPhrase {
  /** Where the words stand; for a pronoun that was resolved, the pronoun. */
  readonly at: Span
  readonly isPlural: boolean
  /** Where their sentence begins in the passage. */
  readonly sentence: number
  /** True when what they say stands before them or around them: "…, he said.", "The vote, he said, is lost." */
  readonly followsSpeech: boolean
  /** True when a closing mark stands right before them. */
  readonly followsMark: boolean
  /** True of the subject of a verb that gives somebody words. */
  readonly speaks?: boolean
}

/** The words with a comma, a title and the begin of what comes next, where an apposition would stand. */
export function withNext({ span, coreEnd }: CreditedPhrase): Span {
  return { ...span, end: Math.max(span.end, coreEnd) + 12 }
}

const ENDS_SENTENCE =
  /^\s{1,9}(?:\p{L}{1,30}ly\s|also\s|later\s)?\p{L}{1,30}(?:\s(?:on|in|at|to)\s[^.,;“”"]{1,40}|\s\p{Lu}\p{Ll}{1,9}day)?[.]?\s{0,9}$/u

/** The rest of words put into a sentence that is itself what is said: ", it went on, is …". */
const IS_PUT_IN = /^\s{1,9}(?:\p{L}{1,30}ly\s|also\s|later\s)?\p{L}{1,30}(?:\son)?,/u

/** More white space than stands between two words. */
const SPACE = 20

/** "Eleven neighbours and a midwife": several, where "the founder and director of the bank" is one. */
const SEVERAL = /\sand (?:an?|her|his|its|one|the|their)\s/u

/** Reads the words credited where they stand, with the names that overlap them. */
export function placeSpeaker(
  { passage, frames }: Paragraph,
  phrase: CreditedPhrase,
  mentions: readonly Mention[] | undefined,
): Placed {
  const { span } = phrase
  const frame = sentenceAt(frames, span.start)
  const found = nameSpeaker(passage.text, phrase, mentions)
  const [before, after] = [
    passage.text.slice(Math.max(0, span.start - SPACE), span.start).trimEnd(),
    passage.text.slice(span.end, frame?.end),
  ]
  const followsMark = /["”’»]$/u.test(before)
  return {
    ...found,
    at: span,
    sentence: frame?.start ?? 0,
    isPlural:
      SEVERAL.test(found.words) || (!found.isPerson && (/\sand\s/u.test(found.words) || found.head.endsWith('s'))),
    followsMark,
    followsSpeech: followsMark || (before.endsWith(',') && (ENDS_SENTENCE.test(after) || IS_PUT_IN.test(after))),
  }
}

/** How many subjects a pronoun or a short description looks back over. */
const REACH = 60

/** A pronoun looks back within its paragraph and the two before; "it", which may be anything, within its own. */
const isNear = (a: Span, b: Span) => b.passage - a.passage <= 2
/** Whether both stand in one sentence. */
export const areInOneSentence = (a: Placed, b: Placed) => a.at.passage === b.at.passage && a.sentence === b.sentence

/** The last candidates that end before the words begin (binary search). */
function candidatesBefore({ at }: Placed, candidates: readonly Placed[]): Placed[] {
  const isBefore = (one: Span) => one.passage < at.passage || (one.passage === at.passage && one.end <= at.start)
  const end = partitionPoint(candidates.length, (index) => isBefore(candidates[index]!.at))
  return candidates.slice(Math.max(0, end - REACH), end)
}

/** The phrase that the words refer to: themselves, or for a pronoun or a short description a candidate before them. */
export function findAntecedent(own: Placed, candidates: readonly Placed[]): Placed | undefined {
  const pronoun = pronounOf(own)
  if (!PRONOUNS.has(pronoun)) return isShortDescription(own) ? (resolveDescription(own, candidates) ?? own) : own
  const before = candidatesBefore(own, candidates).filter(
    (one) => isNear(one.at, own.at) && !(own.followsSpeech && areInOneSentence(one, own) && !introduces(one, own)),
  )
  if (SINGULAR_PERSON.has(pronoun)) {
    const fits = ({ isPerson, isPlural, gender }: Placed) =>
      isPerson && !isPlural && (gender === undefined || gender === own.gender)
    return before.findLast(fits) ?? spokeBefore(own, candidatesBefore(own, candidates).filter(fits))
  }
  const last = before.filter((one) => areInOneSentence(one, before.at(-1)!))
  if (pronoun === 'they')
    return (
      last.findLast(({ isPlural }) => isPlural) ??
      spokeBefore(
        own,
        before.filter(({ isPlural }) => isPlural),
        1,
      )
    )
  if (pronoun !== 'it') return undefined
  const isThing = ({ isPerson, isPlural }: Placed) => !isPerson && !isPlural
  return (
    last.findLast((one) => isThing(one) && one.at.passage === own.at.passage) ??
    spokeBefore(own, before.filter(isThing), 1)
  )
}

/** Paragraphs over which the only person in play is looked for. */
const FAR = 8

/** The only one in play in the paragraphs before, who has said something there. */
function spokeBefore(own: Placed, people: readonly Placed[], reach = FAR): Placed | undefined {
  const sole = soleOf(own, people, reach)
  return sole && people.some(({ head, speaks }) => speaks && head === sole.head) ? sole : undefined
}

/** The one that all fitting subjects of this paragraph and some before mean, where there is no other. */
function soleOf(own: Placed, found: readonly Placed[], reach: number): Placed | undefined {
  const near = found.filter(({ at }) => own.at.passage - at.passage <= reach)
  return new Set(near.map(({ head }) => head)).size === 1 ? near.at(-1) : undefined
}

/** "Vale scolded him: “…,” she said": who introduces the words is who the pronoun behind them means. */
const introduces = ({ speaks }: Placed, { followsMark }: Placed) => speaks === true && followsMark

/** The pronoun in small letters, also where its possessive stands: "he" for "his". */
export function pronounOf({ words }: Placed): string {
  const lower = words.toLowerCase()
  return POSSESSIVES.get(lower) ?? lower
}

/** "The witness", with nothing more. */
export const isShortDescription = ({ form, words, isPerson }: Placed) =>
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

/** The nearest person given this role, in this paragraph or an earlier one. */
function namedByRole(own: Placed, held: readonly Placed[]): Placed | undefined {
  const ofRole = held.filter(({ role }) => role === own.head)
  const here = ofRole.filter(({ at }) => at.passage === own.at.passage)
  const people = here.length > 0 ? here : ofRole
  return new Set(people.map(({ head }) => head)).size === 1 ? people.at(-1) : undefined
}

/**
 * Gender of the persons of a source, by the words right before their names: "Ms Vale",
 * "spokesman Jon Lund", or the given name. By the last word of the name, in small letters; one that two differ over is left out.
 *
 * @param texts texts of the passages by ordinal
 */
export function findGenders(
  texts: ReadonlyMap<number, string>,
  mentions: readonly Mention[],
): ReadonlyMap<string, 'f' | 'm'> {
  const gendersOf = new Map<string, Set<'f' | 'm'>>()
  for (const { span, kind, form } of mentions) {
    const text = texts.get(span.passage)
    const gender =
      kind === 'person' && form === 'name' && text
        ? (genderBefore(text, span.start) ?? genderOfFirst(text.slice(span.start, span.end)))
        : undefined
    const name = gender && /[\p{L}\p{M}]{1,60}$/u.exec(text!.slice(span.start, span.end))?.[0].toLowerCase()
    if (name) gendersOf.set(name, (gendersOf.get(name) ?? new Set()).add(gender))
  }
  return new Map([...gendersOf].flatMap(([name, genders]) => (genders.size === 1 ? [[name, [...genders][0]!]] : [])))
}

/** The gender that the first word of a name usually shows; a lone word only where it is a given name. */
const genderOfFirst = (name: string) => genderOfGivenName(name.split(' ')[0]!)

function genderBefore(text: string, start: number): 'f' | 'm' | undefined {
  const word = /(\p{L}{1,40})\.?\s$/u.exec(text.slice(Math.max(0, start - 42), start))?.[1]?.toLowerCase() ?? ''
  return FEMININE.has(word) ? 'f' : MASCULINE.has(word) ? 'm' : undefined
}
