import { readData } from '../../../../text/read-data.ts'
import type { Sentence } from '../../../sentence-readers.ts'
import type { PhraseIndex } from '../../../kinds.ts'
import { indexPhrases, phraseAt } from '../../../kinds.ts'
import type { Range } from '../../../../model/passage.ts'
import { rememberKeys } from '../../../read-words.ts'
import { keyPhrase, keysOf, keysWithin } from '../../../words.ts'
import { stemWord } from '../../words/verb-forms.ts'

type Lists = Record<
  | 'negation'
  | 'refusal'
  | 'unreal'
  | 'saying'
  | 'wide'
  | 'denial'
  | 'complement'
  | 'undone'
  | 'schedule'
  | 'future'
  | 'past'
  | 'passive'
  | 'breaker'
  | 'relative'
  | 'locative'
  | 'anaphor'
  | 'pronoun'
  | 'announcing'
  | 'ordinal'
  | 'cardinal'
  | 'whole'
  | 'rejection'
  | 'dismissal'
  | 'claim'
  | 'spoke'
  | 'superlative'
  | 'happened'
  | 'occurred'
  | 'reaction'
  | 'auxiliary'
  | 'factive'
  | 'modal'
  | 'mental',
  readonly string[]
>

const modes: Lists = readData('./modes.yml', import.meta.url)

/** The lists of `modes.yml`, each entry as the keys of its words. */
export const MODES: Lists = {
  ...modes,
  ...Object.fromEntries(Object.entries(modes).map(([name, phrases]) => [name, phrases.map(keyPhrase)])),
}

const acts: Record<string, readonly string[]> = readData('./acts.yml', import.meta.url)
const ACTS: PhraseIndex<string> = indexPhrases(
  Object.entries(acts).flatMap(([kind, phrases]) => phrases.map((phrase) => [stemPhrase(phrase), kind] as const)),
)

function stemPhrase(phrase: string): string {
  return keyPhrase(phrase).split(' ').map(stemWord).join(' ')
}

const stemOf = rememberKeys(stemWord)
/** Most words begin no act. */
const opensAct = rememberKeys((key) => ACTS.has(stemWord(key)))

/** Reads the kinds of acts that words express, given as numbers of keys, with the positions of these words. */
export function readActs(numbers: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  let stems: string[] | undefined
  for (const [at, number] of numbers.entries()) {
    if (!opensAct(number)) continue
    stems ??= numbers.map(stemOf)
    addAct(found, stems, at)
  }
  return found
}

/** The same for words that are stems already. */
export function readStems(stems: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const at of stems.keys()) addAct(found, stems, at)
  return found
}

/** Adds the act that a phrase at a place expresses. */
function addAct(found: Map<string, number[]>, stems: readonly string[], at: number): void {
  const phrase = phraseAt(stems, at, ACTS)
  if (!phrase) return
  const places = found.get(phrase.value) ?? []
  for (let step = 0; step < phrase.length; step += 1) places.push(at + step)
  found.set(phrase.value, places)
}

/** Somebody known by age dies: "a 36-year-old climber died". */
const AGED_DIES = /\b([1-9]\d?)-year-old(?: [\p{L}.’'-]+){0,5}? (?:died|was killed|was found dead|fell to)\b/u

const words: Record<'after' | 'before' | 'living', readonly string[]> = readData('./deaths.yml', import.meta.url)
const [AFTER, BEFORE, LIVING] = [words.after, words.before, words.living].map((phrases) => phrases.map(keysOf)) as [
  string[][],
  string[][],
  string[][],
]

/** Who dies in a sentence: an entity, or "age:36" for somebody known by age. */
export function findDead({ text, start, mentions }: Sentence): string[] {
  const aged = AGED_DIES.exec(text)?.[1]
  const named = mentions.find(
    ({ kind, form, span }) =>
      kind === 'person' &&
      form === 'name' &&
      beginsWith(keysWithin(text, { start: span.end - start, end: text.length }), AFTER),
  )
  return [...(named ? [named.entity] : []), ...(aged ? [`age:${aged}`] : [])]
}

/** Whether the words around a person's name have the person die, or do what only the living do. */
export function readLife(text: string, { start, end }: Range): 'death' | 'life' | undefined {
  const after = keysWithin(text, { start: end, end: text.length })
  if (beginsWith(after, AFTER) || endsWith(keysWithin(text, { start: 0, end: start }), BEFORE)) return 'death'
  return beginsWith(after, LIVING) ? 'life' : undefined
}

function beginsWith(keys: readonly string[], phrases: readonly (readonly string[])[]): boolean {
  return phrases.some((phrase) => phrase.every((word, at) => word === keys[at]))
}

function endsWith(keys: readonly string[], phrases: readonly (readonly string[])[]): boolean {
  return phrases.some((phrase) => phrase.every((word, at) => word === keys.at(at - phrase.length)))
}
