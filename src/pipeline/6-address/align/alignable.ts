import type { PassagePermalink, Sketch } from '../../../model/permalink.ts'
import { sha256Of } from '../../../text/hash.ts'
import { hashPassageText, normaliseText } from '../page-marks.ts'
import { hashFnv } from '../../../text/fnv.ts'

/** A passage as the aligner sees it: its text, or what a sketch kept of it. */
export interface Alignable {
  readonly hash: string
  readonly set: GramSet
  readonly text?: string
  /** Hashes of numbers and names. */
  readonly names: readonly number[]
}

/** A passage of the present text as the aligner sees it. Most have an equal partner and are never taken apart. */
export function alignableFromText(text: string, hash = hashPassageText(text)): Alignable {
  let set: GramSet | undefined
  return {
    hash,
    text,
    get set() {
      return (set ??= gramsOf(text))
    },
    get names() {
      return hashFigures(text)
    },
  }
}

/** A passage of the record as the aligner sees it: with its text, or as its sketch. */
export function alignableFromLine({ hash, text, sketch }: PassagePermalink): Alignable {
  if (text !== undefined) return alignableFromText(text, hash)
  return { hash, set: { grams: new Set(sketch?.grams), limit: sketch?.limit ?? 0 }, names: sketch?.names ?? [] }
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,:/]\p{N}+)*%?/gu
const NUMBER = /^\p{N}[\p{N}.,:/]*%?/u
const NAME = /^\p{Lu}./u
const OPENS = /(?:^|[.!?…:]["'”’»)\]]* )["'“‘«([]*$/u

/**
 * The numbers and names of a text, in order: what makes a sentence speak of another case. A name is a word that begins
 * with a capital or holds a number (HL7); a sentence's first word must hold one. A number goes without its unit.
 */
export function figuresOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '')
  return [...plain.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const figure = NUMBER.exec(word)?.[0] ?? (isName(word, plain.slice(Math.max(0, index - 6), index)) ? word : '')
    return figure === '' ? [] : [figure.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
  })
}

function isName(word: string, before: string): boolean {
  return /\p{N}/u.test(word) || (NAME.test(word) && !OPENS.test(before))
}

/** True for a figure that holds a number. */
export function isNumber(figure: string): boolean {
  return /\p{N}/u.test(figure)
}

/** Sketch of the numbers and names of a text: 16 bits of the hash of each, ascending. */
export function hashFigures(text: string): number[] {
  return [...new Set(figuresOf(text).map((figure) => Number.parseInt(sha256Of(figure).slice(0, 4), 16)))].sort(
    (a, b) => a - b,
  )
}

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
  for (let at = 0; at + WIDTH <= words.length || at === 0; at += 1)
    grams.add(hashFnv(words.slice(at, at + WIDTH)) >>> 0)
  return { grams, limit: EVERY }
}

/** Sketch of a text that is not shown: the smallest third of its gram hashes, 48 at most (MinHash, Broder 1997). */
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

/** Share of `part` that occurs in `whole`, 0 to 1, apart from what `but` already explains. */
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
