import { isCapitalised } from '../../../names/candidate.ts'
import { CLASSES } from '../lists/vocabulary.ts'
import type { Judgement, WordAt } from './judgement.ts'
import { ORGANISATION, organisations, PERSON, persons, PLACE, places, POSSESSIVE, THING, things } from './judgement.ts'

/**
 * Maximum number of words of an apposition before the noun that gives the kind ("a Dutch maker of pumps": none of
 * them gives it).
 */
const LONGEST = 5

const endsPhrase = (word: string): boolean => CLASSES['phrase-ends'].has(word) || /^[a-z]+ed$/.test(word)

/**
 * "Vale, a Dutch insurer", "Vale, 54,", "Vale, whose shareholders": the words after the comma.
 *
 * @param isOther whether "who" behind the name takes up other words
 */
export function judgeApposition(
  word: WordAt,
  to: number,
  isFirm: (noun: string) => boolean,
  isPerson: boolean,
  isOther: boolean,
): Judgement | undefined {
  if (word(to) !== ',') return undefined
  if (word(to + 1) === 'which' && organisations.does.has(word(to + 2))) return ORGANISATION
  if (word(to + 1) === 'whose')
    return organisations.firm.has(word(to + 2)) || organisations.firm.has(`${word(to + 2)} ${word(to + 3)}`)
      ? ORGANISATION
      : persons.whose.has(word(to + 2))
        ? PERSON
        : undefined
  if ((word(to + 1) === 'who' && !isOther) || (/^\d\d$/.test(word(to + 1)) && word(to + 2) === ',')) return PERSON
  if (!/^(?:an?|the|his|her)$/.test(word(to + 1))) return undefined
  let found: Judgement | undefined
  for (let at = to + 2; at < to + 2 + LONGEST && /^[\p{L}-]/u.test(word(at)); at += 1) {
    if (POSSESSIVE.test(word(at + 1))) return undefined
    if (endsPhrase(word(at)) && (found || !word(at).endsWith('ed'))) break
    found = judgeNoun(word, at, isFirm, isPerson) ?? found
    if (found === PERSON && isOfNext(word, at + 1)) return undefined
  }
  return found
}

/**
 * "Vale, the mayor, Ada Okafor, said" and "Vale, a doctor said": the noun after the comma belongs to the next words.
 */
function isOfNext(word: WordAt, at: number): boolean {
  return persons.speech.has(word(at)) || (word(at) === ',' && isCapitalised(word(at + 1)))
}

/** The kind of a name that a noun of its apposition implies. */
function judgeNoun(
  word: WordAt,
  at: number,
  isFirm: (noun: string) => boolean,
  isPerson: boolean,
): Judgement | undefined {
  if (isFirm(word(at))) return ORGANISATION
  if (persons.roles.has(word(at)) || persons.bearers.has(word(at))) return PERSON
  if (places.before.has(word(at))) return PLACE
  const isCompound = /^\p{Ll}+$/u.test(word(at + 1)) && !CLASSES.postmodifiers.has(word(at + 1))
  const isThing = !isPerson && things.has(word(at)) && !isCompound
  return isThing ? THING : undefined
}
