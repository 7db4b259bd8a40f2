import type { NameType, TokenSpan } from '../../lang/tagger/labels.ts'

/** How many names were found, how many there are, and how many of the found are right. */
export interface Agreement {
  readonly right: number
  readonly found: number
  readonly wanted: number
}

/** Names sentence by sentence. */
type Names = readonly (readonly TokenSpan[])[]

/** Counts the names found with exact bounds and type, and as `untyped` those with exact bounds and any type. */
export function countAgreement(found: Names, wanted: Names) {
  const typed = (type: NameType): Agreement => count(found, wanted, type)
  return {
    typed: { PER: typed('PER'), ORG: typed('ORG'), LOC: typed('LOC'), MISC: typed('MISC') },
    untyped: count(found, wanted, undefined),
  }
}

function count(found: Names, wanted: Names, type: NameType | undefined): Agreement {
  const keysOf = (spans: readonly TokenSpan[]): string[] =>
    spans.filter((span) => !type || span.type === type).map(({ first, last }) => `${first} ${last}`)
  const total = { right: 0, found: 0, wanted: 0 }
  found.forEach((spans, sentence) => {
    const there = new Set(keysOf(wanted[sentence]!))
    const keys = keysOf(spans)
    total.found += keys.length
    total.wanted += there.size
    total.right += keys.filter((key) => there.has(key)).length
  })
  return total
}

/** Adds counts up. */
export function sumAgreement(parts: readonly Agreement[]): Agreement {
  const sum = (pick: (part: Agreement) => number): number => parts.reduce((total, part) => total + pick(part), 0)
  return { right: sum((part) => part.right), found: sum((part) => part.found), wanted: sum((part) => part.wanted) }
}

/** F1: the harmonic mean of precision and recall, in percent with one decimal. */
export function formatF1({ right, found, wanted }: Agreement): string {
  return ((200 * right) / Math.max(1, found + wanted)).toFixed(1)
}
