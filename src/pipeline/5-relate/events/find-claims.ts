import { BEING, NOT_BEING } from '../../../lang/en/comparison/patterns.ts'
import { splitWords } from '../../../lang/words.ts'
import { rememberObjects } from '../../../text/remember.ts'
import type { Sentence } from '../arrange-sentences.ts'
import { MODES } from '../modes.ts'
import type { Denied } from './read-denials.ts'
import { contentOf, lemmaOf } from './read-denials.ts'

/** A sentence with what is looked for in it. */
export interface ToldSentence {
  readonly sentence: Sentence
  readonly keys: readonly string[]
  readonly lemmas: readonly string[]
}

const NEGATIONS = new Set([...MODES.negation, ...MODES.rejection, ...MODES.denial])
const BREAKERS = new Set(MODES.breaker)
const MODALS = new Set([...MODES.modal, 'if', 'unless', 'whether', 'to'])
const PLANS = new Set(['will', 'would', 'plans', 'planned', 'to'])
/** Words on either side of a verb in which its doer and its objects stand. */
const AROUND = 16
/** Words before a verb in which a negation or a modal is about it. */
const NEAR = 4

export const tellSentence = rememberObjects((sentence: Sentence): ToldSentence => {
  const keys = splitWords(sentence.text).map(({ key }) => key)
  return { sentence, keys, lemmas: keys.map(lemmaOf) }
})

/** Whether a sentence says what another denies: the verb, its doer, and at least half of what it was done to. */
export function isClaimOf({ sentence, keys, lemmas }: ToldSentence, denied: Denied): boolean {
  return lemmas.some((lemma, at) => {
    if (lemma !== denied.verb || isUnsaid(keys, at, denied.isPlan)) return false
    const [from, to] = clauseAround(keys, at)
    const told = new Set(contentOf(keys.slice(from, to)))
    const others = denied.objects.filter((one) => told.has(one))
    const isDoer = denied.doer === undefined ? others.length > 1 : isByDoer(sentence, told, denied)
    return (
      isDoer && others.length * 2 >= denied.objects.length && others.length + (denied.objects.length > 0 ? 0 : 1) > 0
    )
  })
}

function isByDoer({ mentions }: Sentence, told: ReadonlySet<string>, { doer, names, objects }: Denied): boolean {
  const isTold = [...(doer ?? [])].some((one) => told.has(one) && !objects.includes(one))
  return isTold || mentions.some(({ entity }) => names.has(entity))
}

/** The verb is negated, supposed or, unless a plan is denied, planned. */
function isUnsaid(keys: readonly string[], at: number, isPlan: boolean): boolean {
  const near = keys.slice(Math.max(0, at - NEAR), at)
  if (keys.slice(0, at).some((key) => NEGATIONS.has(key) && !['no', 'nor', 'neither'].includes(key))) return true
  if (near.some((key) => NEGATIONS.has(key))) return true
  return isPlan ? !near.some((key) => PLANS.has(key)) : near.some((key) => MODALS.has(key))
}

/** Places of the words from one break between clauses to the next. */
function clauseAround(keys: readonly string[], at: number): [number, number] {
  const isBreak = (key: string) => BREAKERS.has(key) && key !== 'that'
  const before = keys.slice(0, at).findLastIndex(isBreak)
  const after = keys.findIndex((key, place) => place > at && isBreak(key))
  return [Math.max(before + 1, at - AROUND), Math.min(after < 0 ? keys.length : after, at + AROUND)]
}

/** What "there is no …" says not to be, as stems; nothing where that is less than two words. */
export function readAbsence({ text }: Sentence): string[] | undefined {
  const what = NOT_BEING.exec(text)?.groups!.what
  const stems = contentOf(splitWords(what ?? '').map(({ key }) => key)).slice(0, 2)
  return stems.length === 2 ? stems : undefined
}

/** Whether a sentence says that something is: "there is already a humanitarian crisis". */
export function isPresenceOf({ sentence: { text } }: ToldSentence, what: readonly string[]): boolean {
  const found = BEING.exec(text)
  const next = found
    ? contentOf(splitWords(text.slice(found.index + found[0].length, found.index + 80)).map(({ key }) => key))
    : []
  return what.every((stem, at) => next[at] === stem)
}
