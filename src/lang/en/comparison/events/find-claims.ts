import { isAdverb, REFUSALS as REFUSED } from '../../quotations/vocabulary.ts'
import { splitWords } from '../../../words.ts'
import { rememberObjects } from '../../../../text/remember.ts'
import type { DeniedAct, ReadSentence, Sentence } from '../../../sentence-readers.ts'
import { stemWord } from '../../words/verb-forms.ts'
import { MODES, readStems } from './words.ts'
import { contentOf, lemmaOf } from './read-denials.ts'

/** "There is no shortage": the thing said not to exist. */
const NOT_BEING = /\b[Tt]here (?:is|are|was|were|has been|have been) no (?<what>[^,.;:”"]{3,60})/u
/** "There is a shortage", before the thing. */
const BEING = /\bthere (?:is|are|was|were|has been|have been) (?:already |still )?(?:an?|some|serious|severe)\b/iu

const NEGATIONS = new Set([...MODES.negation, ...MODES.rejection, ...MODES.denial])
const BREAKERS = new Set(MODES.breaker)
const MODALS = new Set([...MODES.modal, 'if', 'unless', 'whether', 'to'])
const PLANS = new Set(['will', 'would', 'plans', 'planned', 'to'])
/** Window, in words on either side of a verb, for its agent and its objects. */
const AROUND = 16
/** Words before a verb in which a negation or a modal is about it. */
const NEAR = 4

/** Splits a sentence into its words and their lemmas. */
export const lemmatise = rememberObjects((sentence: Sentence): ReadSentence => {
  const keys = splitWords(sentence.text).map(({ key }) => key)
  return { sentence, keys, lemmas: keys.map(lemmaOf) }
})

/** Whether a sentence claims what another denies: the verb, its agent, and at least half of its objects. */
export function isClaimOf({ sentence, keys, lemmas }: ReadSentence, denied: DeniedAct): boolean {
  return indicesOf(lemmas, denied.verb).some((at) => {
    if (isUnsaid(keys, at, denied.isPlan)) return false
    const [from, to] = clauseAround(keys, at)
    const content = new Set(contentOf(keys.slice(from, to)))
    const others = denied.objects.filter((one) => content.has(one))
    const isDoer = denied.doer === undefined ? others.length > 1 : isByDoer(sentence, content, denied)
    return (
      isDoer && others.length * 2 >= denied.objects.length && others.length + (denied.objects.length > 0 ? 0 : 1) > 0
    )
  })
}

/** Nearly always none: a denial is looked for in every sentence of its week. */
function indicesOf(lemmas: readonly string[], verb: string): number[] {
  const found: number[] = []
  for (let at = lemmas.indexOf(verb); at >= 0; at = lemmas.indexOf(verb, at + 1)) found.push(at)
  return found
}

function isByDoer({ mentions }: Sentence, content: ReadonlySet<string>, { doer, names, objects }: DeniedAct): boolean {
  const isNamed = [...(doer ?? [])].some((one) => content.has(one) && !objects.includes(one))
  return isNamed || mentions.some(({ entity }) => names.has(entity))
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

/** Stems of the words that "there is no …" denies; undefined for fewer than two words. */
export function readAbsence({ text }: Sentence): string[] | undefined {
  const what = NOT_BEING.exec(text)?.groups!.what
  const stems = contentOf(splitWords(what ?? '').map(({ key }) => key)).slice(0, 2)
  return stems.length === 2 ? stems : undefined
}

/** Whether a sentence says that something is: "there is already a humanitarian crisis". */
export function isPresenceOf({ sentence: { text } }: ReadSentence, what: readonly string[]): boolean {
  const found = BEING.exec(text)
  const next = found
    ? contentOf(splitWords(text.slice(found.index + found[0].length, found.index + 80)).map(({ key }) => key))
    : []
  return what.every((stem, at) => next[at] === stem)
}

const CLAIMS = new Set(MODES.claim)
const REJECTIONS = new Set(MODES.rejection)
const FACTIVES = new Set(MODES.factive)
const REFUSALS = new Set(MODES.refusal)
const UNREAL = new Set(MODES.unreal)
/** Words behind a word of blame in which the act is named. */
const CLOSE = 8
/** Words after a word of denial in which the act is named: "denied that its planes had bombed the camp". */
const REACH = 14
/** The same after a negation, where the act is the verb: "had not bombed". */
const VERB = 2

/** "Condemned the bombing": the act is close after the verb, and the sentence is not a plan or denial. */
export function reactsTo({ keys }: ReadSentence, acts: ReadonlySet<string>): boolean {
  const at = keys.findIndex((key) => FACTIVES.has(key))
  if (at < 0 || keys.some((key) => REJECTIONS.has(key) || REFUSALS.has(key))) return false
  const behind = clauseOf(keys.slice(at + 1, at + 1 + CLOSE))
  return [...readStems(behind.map(stemWord)).keys()].some((act) => acts.has(act))
}

/** The word of denial, where the sentence denies one of the acts. */
export function findDenial({ text }: Sentence, acts: ReadonlySet<string>): string | undefined {
  const keys = splitWords(text).map(({ key }) => key)
  const at = keys.findIndex((key, place) => {
    const isRefused =
      REFUSALS.has(key) && !UNREAL.has(`${keys[place - 1]} ${key}`) && !UNREAL.has(`${key} ${keys[place + 1]}`)
    const reach = REJECTIONS.has(key) ? REACH : isRefused ? VERB : 0
    if (reach === 0) return false
    const window = clauseOf(keys.slice(place + 1, place + 1 + reach))
    const found = [...readStems(window.map(stemWord))].find(([act]) => acts.has(act))
    return found !== undefined && isDenied(window, found[1])
  })
  return at < 0 ? undefined : keys[at]
}

/** The verb with which reported speech begins where it turns down what follows, behind adverbs: "flatly denied that …". */
export function findRefusal(reported: string): string | undefined {
  const verb = reported.split(' ').find((word) => !isAdverb(word.toLowerCase()))
  return verb !== undefined && REFUSED.has(verb.toLowerCase()) ? verb : undefined
}

/** The words up to the next clause; "that" continues the denied clause. */
function clauseOf(keys: readonly string[]): readonly string[] {
  const end = keys.findIndex((key) => key !== 'that' && BREAKERS.has(key))
  return end < 0 ? keys : keys.slice(0, end)
}

/** Not "denied claims that fighters were in the school bombed by planes": the claims are denied, and the bombing is not. */
function isDenied(keys: readonly string[], [at]: readonly number[]): boolean {
  return keys[at! + 1] !== 'by' && !keys.slice(0, at).some((key) => CLAIMS.has(key))
}
