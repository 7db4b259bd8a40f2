import { FEMININE } from './vocabulary.ts'

/** "lost his boat": a possessive that no other name comes before. */
const OWN = /^[^“”"«».;:\p{Lu}]{0,60}?\b(his|her)\b/u
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
