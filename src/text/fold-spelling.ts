import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const { letters, endings }: { letters: number; endings: Record<string, string> } = parse(
  readFileSync(new URL('./spelling.yml', import.meta.url), 'utf8'),
)
const ENDINGS = Object.entries(endings)

/**
 * Folds British endings into American ones, for comparing only: the result need not be a word.
 *
 * @param word one lower-case word
 * @returns the same key for both spellings: "organised" and "organized" give "organized"
 */
export function foldSpelling(word: string): string {
  if (word.length < letters) return word
  const found = ENDINGS.find(([british]) => word.endsWith(british))
  return found === undefined ? word : word.slice(0, -found[0].length) + found[1]
}
