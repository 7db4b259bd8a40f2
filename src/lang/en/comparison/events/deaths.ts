import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Sentence } from '../../../comparison.ts'
import { keyPhrase } from '../../../words.ts'

/** Somebody known by age dies: "a 36-year-old climber died". */
const AGED_DIES = /\b([1-9]\d?)-year-old(?: [\p{L}.’'-]+){0,5}? (?:died|was killed|was found dead|fell to)\b/u

const words: Record<'after' | 'before' | 'living', readonly string[]> = parse(
  readFileSync(new URL('./deaths.yml', import.meta.url), 'utf8'),
)
const [AFTER, BEFORE, LIVING] = [words.after, words.before, words.living].map((phrases) => phrases.map(keyPhrase)) as [
  string[],
  string[],
  string[],
]

/** Who dies in a sentence: an entity, or "age:36" for somebody known by age. */
export function findDead({ text, start, mentions }: Sentence): string[] {
  const aged = AGED_DIES.exec(text)?.[1]
  const named = mentions.find(
    ({ kind, form, span }) => kind === 'person' && form === 'name' && beginsWith(text.slice(span.end - start), AFTER),
  )
  return [...(named ? [named.entity] : []), ...(aged ? [`age:${aged}`] : [])]
}

/** Whether the words around a person's name have the person die, or do what only the living do. */
export function readLife(before: string, after: string): 'death' | 'life' | undefined {
  const keys = ` ${keyPhrase(before)}`
  if (beginsWith(after, AFTER) || BEFORE.some((phrase) => keys.endsWith(` ${phrase}`))) return 'death'
  return beginsWith(after, LIVING) ? 'life' : undefined
}

function beginsWith(text: string, phrases: readonly string[]): boolean {
  const keys = `${keyPhrase(text)} `
  return phrases.some((phrase) => keys.startsWith(`${phrase} `))
}
