import type { PassagePermalink } from '../../../model/permalink.ts'
import { hashFigures } from './figures.ts'
import type { GramSet } from './gram-set.ts'
import { gramsOf } from './gram-set.ts'
import { hashPassageText } from '../normalise-text.ts'

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
