/** The four types of CoNLL-2003; MISC holds demonyms, events, works and whatever else bears a name. */
export const NAME_TYPES = ['PER', 'ORG', 'LOC', 'MISC'] as const
export type NameType = (typeof NAME_TYPES)[number]

/** A name over tokens: `first` and `last` are token indexes, both inside the name. */
export interface TokenSpan {
  readonly first: number
  readonly last: number
  readonly type: NameType
}

/** O, and for each type one label for the begin, inside, last and unit token of a name (BILOU). */
export const LABEL_COUNT = 1 + 4 * NAME_TYPES.length
const BEGIN = 0,
  INSIDE = 1,
  LAST = 2,
  UNIT = 3

const positionOf = (label: number): number => (label - 1) & 3
const typeOf = (label: number): number => (label - 1) >> 2
const isOpen = (label: number): boolean => label > 0 && positionOf(label) <= INSIDE

/** True when `to` may follow `from`: an open name goes on to its last token, a closed one may not go on. */
export function isTransition(from: number, to: number): boolean {
  const goesOn = to > 0 && (positionOf(to) === INSIDE || positionOf(to) === LAST)
  return isOpen(from) ? goesOn && typeOf(from) === typeOf(to) : !goesOn
}

/** Writes spans that do not overlap as one label a token. */
export function encodeLabels(length: number, spans: readonly TokenSpan[]): Uint8Array {
  const labels = new Uint8Array(length)
  for (const { first, last, type } of spans) {
    const base = 1 + 4 * NAME_TYPES.indexOf(type)
    labels.fill(base + INSIDE, first, last)
    labels[first] = base + (first === last ? UNIT : BEGIN)
    if (first < last) labels[last] = base + LAST
  }
  return labels
}

/** Reads labels back as spans. The labels must follow `isTransition`, as those of a Viterbi path do. */
export function decodeLabels(labels: ArrayLike<number>): TokenSpan[] {
  const spans: TokenSpan[] = []
  let first = 0
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i]!
    if (label === 0) continue
    const position = positionOf(label)
    if (position === BEGIN || position === UNIT) first = i
    if (position === LAST || position === UNIT) spans.push({ first, last: i, type: NAME_TYPES[typeOf(label)]! })
  }
  return spans
}
