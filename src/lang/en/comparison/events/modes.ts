import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { stemWord } from '../../words/verb-forms.ts'
import type { PhraseIndex } from '../../../kinds.ts'
import { indexPhrases, phraseAt } from '../../../kinds.ts'
import type { Word } from '../../../words.ts'
import { keyPhrase } from '../../../words.ts'

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

const modes: Lists = parse(readFileSync(new URL('./modes.yml', import.meta.url), 'utf8'))

/** The lists of `modes.yml`, each entry as the keys of its words. */
export const MODES: Lists = {
  ...modes,
  ...Object.fromEntries(Object.entries(modes).map(([name, phrases]) => [name, phrases.map(keyPhrase)])),
}

const acts: Record<string, readonly string[]> = parse(readFileSync(new URL('./acts.yml', import.meta.url), 'utf8'))
const ACTS: PhraseIndex<string> = indexPhrases(
  Object.entries(acts).flatMap(([kind, phrases]) => phrases.map((phrase) => [stemPhrase(phrase), kind] as const)),
)

function stemPhrase(phrase: string): string {
  return keyPhrase(phrase).split(' ').map(stemWord).join(' ')
}

/** Reads the kinds of acts that words tell of, with the positions of these words. */
export function readActs(words: readonly Pick<Word, 'key'>[]): Map<string, number[]> {
  const stems = words.map(({ key }) => stemWord(key))
  const found = new Map<string, number[]>()
  for (let at = 0; at < stems.length; at += 1) {
    const phrase = phraseAt(stems, at, ACTS)
    if (!phrase) continue
    const places = Array.from({ length: phrase.length }, (_, step) => at + step)
    found.set(phrase.value, [...(found.get(phrase.value) ?? []), ...places])
  }
  return found
}
