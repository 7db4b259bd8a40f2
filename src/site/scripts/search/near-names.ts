import { foldWords } from '../fold-words.ts'
import type { Names } from './names.ts'

const MOST = 3
const MOST_DIFFERENT = 1 / 3

/** Names that are spelled nearly like what was typed or one of its words, the nearest first; at most a third of the letters differ. */
export function nearNames(typed: string, { byWording }: Names): string[] {
  const words = foldWords(typed.slice(0, 200)).map(({ folded }) => folded)
  const asked = [...new Set([words.join(' '), ...words])].filter((word) => word.length > 2)
  const near = [...byWording].flatMap(([wording, [name]]) => {
    const parts = [wording, ...wording.split(' ').filter((part) => part.length > 2)]
    const distances = asked.flatMap((word) =>
      parts.map((part) => distanceBetween(word, part) / Math.max(word.length, part.length)),
    )
    const distance = Math.min(...distances)
    return distance <= MOST_DIFFERENT ? [{ name: name!.name, distance }] : []
  })
  return [
    ...new Set(near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1)).map(({ name }) => name)),
  ].slice(0, MOST)
}

/** Levenshtein distance in UTF-16 code units. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]!
}
