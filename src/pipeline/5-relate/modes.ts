import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { keyPhrase } from '../../lang/words.ts'

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

const modes: Lists = parse(readFileSync(new URL('../../lang/en/comparison/modes.yml', import.meta.url), 'utf8'))

/** The lists of `modes.yml`, each entry as the keys of its words. */
export const MODES: Lists = {
  ...modes,
  ...Object.fromEntries(Object.entries(modes).map(([name, phrases]) => [name, phrases.map(keyPhrase)])),
}

/**
 * Finds the last place where one of the phrases stands.
 *
 * @param keys keys of the words looked at, in order
 * @param phrases one or several words each
 * @returns position of the last word of the phrase, and the phrase; position -1 when none stands there
 */
export function findLast(keys: readonly string[], phrases: readonly string[]): { at: number; phrase: string } {
  const joined = ` ${keys.join(' ')} `
  let best = { at: -1, phrase: '' }
  for (const phrase of phrases) {
    const offset = joined.lastIndexOf(` ${phrase} `)
    if (offset < 0) continue
    const at =
      joined
        .slice(0, offset + 1 + phrase.length)
        .trim()
        .split(' ').length - 1
    if (at > best.at || (at === best.at && phrase.length > best.phrase.length)) best = { at, phrase }
  }
  return best
}

/** What two sets have in common, in the order of the first. */
export function intersect(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((one) => b.has(one))
}
