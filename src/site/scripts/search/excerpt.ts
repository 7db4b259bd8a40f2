import { createElement } from './element.ts'
import type { FoundPassage } from './find-in-page.ts'

/** Words of a passage that a result shows; a passage a little longer is shown whole. */
const LENGTH = 46
const WHOLE = 60

/** A passage's words as text with the found ones in `mark`; of a long passage the part around the first of them. */
export function showWords({ words, found, space }: Pick<FoundPassage, 'words' | 'found' | 'space'>): (Node | string)[] {
  const [start, end] = chooseWindow(words.length, found)
  const runs = splitRuns(start, end, new Set(found))
  const parts = runs.flatMap(({ from, to, isFound }, index) => {
    const text = words.slice(from, to).join(space)
    return [index > 0 ? space : '', isFound ? createElement('mark', {}, text) : text]
  })
  return [start > 0 ? '… ' : '', ...parts, end < words.length ? ' …' : '']
}

/** From where to where a passage is shown. */
export function chooseWindow(length: number, found: readonly number[]): [number, number] {
  if (length <= WHOLE) return [0, length]
  const middle = densest(found)
  const start = Math.max(0, Math.min(middle - LENGTH / 4, length - LENGTH))
  return [Math.floor(start), Math.floor(start) + LENGTH]
}

/** The found word with the most others close behind it; the first word when none is found. */
function densest(found: readonly number[]): number {
  const behind = (at: number) => found.filter((other) => other >= at && other < at + LENGTH / 2).length
  return found.reduce((best, at) => (behind(at) > behind(best) ? at : best), found[0] ?? 0)
}

function splitRuns(
  start: number,
  end: number,
  found: ReadonlySet<number>,
): { from: number; to: number; isFound: boolean }[] {
  const runs: { from: number; to: number; isFound: boolean }[] = []
  for (let at = start; at < end; at++) {
    const last = runs.at(-1)
    if (last?.isFound === found.has(at)) last.to = at + 1
    else runs.push({ from: at, to: at + 1, isFound: found.has(at) })
  }
  return runs
}
