import { readData } from '../../../text/read-data.ts'
import type { ReadCaveat } from '../../sentence-readers.ts'
import type { Range } from '../../../model/passage.ts'

/** "If", and other words before which nothing has been said to be unconfirmed. */
const SUPPOSED = /\b(?:if|unless|until|whether)\b[^,;]{0,80}$/iu
/** Conjunctions and marks at which another claim begins. */
const JOINTS = /[,;] (?:and|although|but|though|while) /giu
/** A conjunction after which the sentence contradicts what came before. */
const CONTRAST = /[,;] (?:although|but|though|while)\b/iu
/** Writes negated verbs with their contractions into a pattern: "couldn’t" beside "could not". */
function withContractions(pattern: string): string {
  return pattern
    .replaceAll(/\bcould not\b/g, "(?:could not|couldn['’]t)")
    .replaceAll(/\bcannot\b/g, "(?:cannot|can['’]t)")
}

type Lists = Record<
  | 'inability'
  | 'verbs'
  | 'perfect'
  | 'undone'
  | 'absence'
  | 'participles'
  | 'adverbs'
  | 'claims'
  | 'figures'
  | 'pointers'
  | 'pronouns'
  | 'closers',
  readonly string[]
>

const lists: Lists = readData('./caveats.yml', import.meta.url)

const any = (words: readonly string[]) =>
  `(?:${withContractions(words.toSorted((a, b) => b.length - a.length).join('|'))})`
const ADVERBS = `(?:${any(lists.adverbs)} ){0,2}`
const ACTIVE = `${any(lists.inability)} ${ADVERBS}${any(lists.verbs)}|${any(lists.perfect)} ${any(lists.participles)}|${any(lists.absence)}(?: of)?`
const PASSIVE = `${any(lists.undone)} ${ADVERBS}${any(lists.participles)}`
const NOUN = `(?:(?<claim>${any(lists.claims)})|(?<figure>${any(lists.figures)}))`
/** Words between a pointer and its noun: "the ministry’s claim". */
const OWNER = "(?:[\\p{L}\\p{N}'’-]{1,30} ){0,2}"
const POINTED = `(?:${any(lists.pointers)} ${OWNER}${NOUN}|${any(lists.pronouns)})`
/** The end of the clause: what follows a comma must not say which claim is meant ("the account, in which …"). */
const CLOSED = `(?: ${any(lists.closers)})?(?=[.;]|$|, (?:although|and|as|because|but|though|while) )`

const DOUBT = new RegExp(`\\b(?:(?<active>${ACTIVE})|${PASSIVE})\\b`, 'iu')
const CLAUSE = new RegExp(`^ (?:(?:the |any )?${any(lists.claims)} )?(?:that|whether|if) `, 'iu')
const OBJECT = new RegExp(`^ ${POINTED}${CLOSED}`, 'iu')
const SUBJECT = new RegExp(`(?:^(?:and |but |however, )?|[,;] (?:and|although|but|though|while) )${POINTED} $`, 'iu')
const APPOSITION = new RegExp(
  `, (?:an?|the) ${OWNER}${NOUN} (?:(?:that|which) )?(?:[\\p{L}\\p{N}.&'’-]{1,30} ){0,5}$`,
  'iu',
)

/**
 * Finds a statement that something could not be confirmed, and its place. Undefined if something else could not be
 * confirmed ("the video"), or if the sentence only supposes it.
 */
export function readCaveat(text: string): ReadCaveat | undefined {
  const match = DOUBT.exec(text)
  if (!match || SUPPOSED.test(text.slice(0, match.index))) return undefined
  const words = { start: match.index, end: match.index + match[0].length }
  const [before, after] = [text.slice(0, words.start), text.slice(words.end)]
  const clause = CLAUSE.exec(after)
  if (clause)
    return { words, about: 'clause', within: clauseOf(text, words.end + clause[0].length), isOfFigures: false }
  const apposition = APPOSITION.exec(before)
  if (apposition)
    return {
      words,
      about: 'opening',
      within: { start: 0, end: apposition.index },
      isOfFigures: isOfFigures(apposition),
    }
  const pointed = match.groups!['active'] ? OBJECT.exec(after) : SUBJECT.exec(before)
  if (!pointed) return undefined
  const opening = lastJoint(before)
  return {
    words,
    about: opening > 0 ? 'opening' : 'before',
    within: { start: 0, end: Math.max(0, opening) },
    isOfFigures: isOfFigures(pointed),
  }
}

function clauseOf(text: string, start: number): Range {
  const turn = CONTRAST.exec(text.slice(start))
  return { start, end: turn ? start + turn.index : text.length }
}

function lastJoint(before: string): number {
  return [...before.matchAll(JOINTS)].at(-1)?.index ?? -1
}

function isOfFigures({ groups }: RegExpExecArray): boolean {
  return groups!['figure'] !== undefined
}
