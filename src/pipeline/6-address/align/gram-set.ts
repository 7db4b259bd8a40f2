import type { Sketch } from '../../../model/permalink.ts'
import { hashFigures } from './figures.ts'
import { normaliseText } from '../normalise-text.ts'

const WIDTH = 5
const EVERY = 2 ** 32
const MOST_KEPT = 48

/** A text as the set of its runs of five characters, hashed; of a sketch, only the hashes below its limit. */
export interface GramSet {
  readonly grams: ReadonlySet<number>
  readonly limit: number
}

/** The whole gram set of a text. */
export function gramsOf(text: string): GramSet {
  const words = ` ${normaliseText(text)} `
  const grams = new Set<number>()
  for (let at = 0; at + WIDTH <= words.length || at === 0; at += 1) grams.add(fnv(words.slice(at, at + WIDTH)))
  return { grams, limit: EVERY }
}

/** What may be kept of a text that is not to be shown: the smallest third of its gram hashes, 48 at most (MinHash, Broder 1997). */
export function sketchText(text: string): Sketch {
  const sorted = [...gramsOf(text).grams].sort((a, b) => a - b)
  const kept = Math.min(MOST_KEPT, Math.floor(sorted.length / 3))
  return { grams: sorted.slice(0, kept), limit: sorted[kept]!, names: hashFigures(text) }
}

/** Dice similarity of two sets, 0 to 1, judged by the hashes that both would hold. */
export function similarityOf(a: GramSet, b: GramSet): number {
  const limit = Math.min(a.limit, b.limit)
  const isKnown = (gram: number) => gram < limit
  const size = count(a, isKnown) + count(b, isKnown)
  return size === 0 ? 0 : (2 * count(a, (gram) => isKnown(gram) && b.grams.has(gram))) / size
}

/** How much of `part` stands in `whole`, 0 to 1, apart from what `but` already explains. */
export function containmentOf(part: GramSet, whole: GramSet, but?: GramSet): number {
  const limit = Math.min(part.limit, whole.limit)
  const isKnown = (gram: number) => gram < limit
  const size = count(part, isKnown)
  return size === 0 ? 0 : count(part, (gram) => isKnown(gram) && whole.grams.has(gram) && !but?.grams.has(gram)) / size
}

function count({ grams }: GramSet, isCounted: (gram: number) => boolean): number {
  let size = 0
  for (const gram of grams) if (isCounted(gram)) size += 1
  return size
}

/** FNV-1a over UTF-16 code units, unsigned 32 bits. */
function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
