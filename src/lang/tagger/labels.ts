/** The four types of CoNLL-2003; MISC holds demonyms, events, works and other names. */
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

/** The label of a name of one token. */
export const unitOf = (type: NameType): number => 1 + 4 * NAME_TYPES.indexOf(type) + UNIT

/** The labels of the tokens of one name. */
export function nameLabels(length: number, type: NameType): Uint8Array {
  return encodeLabels(length, [{ first: 0, last: length - 1, type }])
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

/** Each move that is allowed, by the label that it leads to: where it comes from, and its score. */
interface Moves {
  /** Where the moves to a label begin; behind the last label, where they end. */
  readonly starts: Uint16Array
  readonly origins: Uint8Array
  readonly scores: Float32Array
}

function listMoves(transitions: Float32Array, labelCount: number): Moves {
  const labels = Array.from({ length: labelCount }, (_, label) => label)
  const origins = labels.map((to) => labels.filter((from) => isTransition(from, to)))
  let next = 0
  return {
    starts: Uint16Array.of(0, ...origins.map(({ length }) => (next += length))),
    origins: Uint8Array.from(origins.flat()),
    scores: Float32Array.from(origins.flatMap((all, to) => all.map((from) => transitions[from * labelCount + to]!))),
  }
}

/**
 * Makes a decoder that finds the best path of labels through a sentence.
 *
 * @param transitions score of label b after label a at `a * labelCount + b`;
 *   moves that `isTransition` forbids are never taken
 * @returns a function from scores (`labelCount` a token) and the number of tokens to the best label of each token
 */
export function makeViterbi(transitions: Float32Array, labelCount: number) {
  const moves = listMoves(transitions, labelCount)
  const { starts, origins } = moves
  let best = new Float32Array(0)
  let back = new Uint8Array(0)

  function enter(at: number, label: number, scores: Float32Array): void {
    const before = (at - 1) * labelCount
    const end = starts[label + 1]!
    let top = -Infinity
    let from = 0
    for (let move = starts[label]!; move < end; move += 1) {
      const score = best[before + origins[move]!]! + moves.scores[move]!
      if (score > top) {
        top = score
        from = origins[move]!
      }
    }
    best[at * labelCount + label] = top + scores[at * labelCount + label]!
    back[at * labelCount + label] = from
  }

  return function findBestPath(scores: Float32Array, length: number): Uint8Array {
    const path = new Uint8Array(length)
    if (length === 0) return path
    if (best.length < length * labelCount) {
      best = new Float32Array(length * labelCount)
      back = new Uint8Array(length * labelCount)
    }
    for (let label = 0; label < labelCount; label += 1) {
      best[label] = isTransition(0, label) ? scores[label]! : -Infinity
    }
    for (let at = 1; at < length; at += 1) {
      for (let label = 0; label < labelCount; label += 1) enter(at, label, scores)
    }
    path[length - 1] = lastLabel(best, (length - 1) * labelCount, labelCount)
    for (let at = length - 1; at > 0; at -= 1) path[at - 1] = back[at * labelCount + path[at]!]!
    return path
  }
}

function lastLabel(best: Float32Array, offset: number, labelCount: number): number {
  let found = 0
  for (let label = 1; label < labelCount; label += 1) {
    if (isTransition(label, 0) && best[offset + label]! > best[offset + found]!) found = label
  }
  return found
}
