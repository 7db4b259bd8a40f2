import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { foldName } from '../../text/characters.ts'
import { rememberWords } from '../../text/tokens.ts'

interface Equivalences {
  readonly equal: readonly (readonly string[])[]
  readonly letters: readonly (readonly [string, string])[]
  readonly dropped: readonly string[]
}

const { equal, letters, dropped }: Equivalences = parse(
  readFileSync(new URL('./transliteration.yml', import.meta.url), 'utf8'),
)
const FIRST_OF = new Map(equal.flatMap((spellings) => spellings.map((spelling) => [spelling, spellings[0]!] as const)))
const DROPPED = new Set(dropped)

/**
 * A key under which the spellings of one foreign name meet ("Mohammad al-Okaffor", "Mohamed Okafour").
 * Too coarse to join single words: compare only names of two words and more.
 */
export function transliterationKey(name: string): string {
  return foldName(name)
    .split(' ')
    .filter((word) => !DROPPED.has(word))
    .map(rewrite)
    .join(' ')
}

const rewrite = rememberWords((word) => {
  let key = FIRST_OF.get(word) ?? word
  for (const [from, to] of letters) key = key.replaceAll(from, to)
  return key.replace(/(\p{L})\1/gu, '$1')
})
