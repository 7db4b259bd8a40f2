import { isTransition, LABEL_COUNT as L } from '../lang/tagger/labels.ts'

const LABELS = Array.from({ length: L }, (_, label) => label)
const MOVES = LABELS.flatMap((from) => LABELS.filter((to) => isTransition(from, to)).map((to) => [from, to] as const))
const FROM = Uint8Array.from(MOVES, ([from]) => from)
const TO = Uint8Array.from(MOVES, ([, to]) => to)
const CELL = Uint16Array.from(MOVES, ([from, to]) => from * L + to)
const OPENS = Uint8Array.from(LABELS, (label) => Number(isTransition(0, label)))
const CLOSES = Uint8Array.from(LABELS, (label) => Number(isTransition(label, 0)))

/** What the true labels have more of than the model expects: the direction in which the likelihood grows. */
export interface Gradient {
  /** `L` a token. */
  readonly tokens: Float64Array
  readonly transitions: Float64Array
}

/**
 * Works out the gradient of the log-likelihood of a sentence's labels (forward-backward, scaled token by token).
 *
 * @param scores `L` a token
 */
export function gradientOf(scores: Float64Array, transitions: Float32Array, labels: Uint8Array): Gradient {
  const potentials = exponentiate(scores)
  const moves = Float64Array.from(CELL, (cell) => Math.exp(transitions[cell]!))
  const { forward, scales } = sweepForward(potentials, moves)
  const backward = sweepBackward(potentials, moves, scales)
  const gradient = { tokens: new Float64Array(scores.length), transitions: new Float64Array(L * L) }
  for (let i = 0; i < scores.length; i += 1) gradient.tokens[i] = -forward[i]! * backward[i]!
  labels.forEach((label, at) => (gradient.tokens[at * L + label]! += 1))
  for (let at = 1; at < labels.length; at += 1) {
    const step = (at - 1) * L
    for (let m = 0; m < CELL.length; m += 1) {
      const to = at * L + TO[m]!
      const share = forward[step + FROM[m]!]! * moves[m]! * potentials[to]! * backward[to]!
      gradient.transitions[CELL[m]!]! -= share / scales[at]!
    }
    gradient.transitions[labels[at - 1]! * L + labels[at]!]! += 1
  }
  return gradient
}

/** Exponentials of the scores, each token's greatest taken as 1. */
function exponentiate(scores: Float64Array): Float64Array {
  const potentials = new Float64Array(scores.length)
  for (let start = 0; start < scores.length; start += L) {
    let most = -Infinity
    for (let i = start; i < start + L; i += 1) most = Math.max(most, scores[i]!)
    for (let i = start; i < start + L; i += 1) potentials[i] = Math.exp(scores[i]! - most)
  }
  return potentials
}

function sweepForward(potentials: Float64Array, moves: Float64Array) {
  const length = potentials.length / L
  const forward = new Float64Array(potentials.length)
  const scales = new Float64Array(length)
  for (let at = 0; at < length; at += 1) {
    const here = at * L
    if (at === 0) for (let label = 0; label < L; label += 1) forward[label] = OPENS[label]!
    else {
      const before = here - L
      for (let m = 0; m < moves.length; m += 1) forward[here + TO[m]!]! += forward[before + FROM[m]!]! * moves[m]!
    }
    let sum = 0
    for (let label = 0; label < L; label += 1) {
      forward[here + label]! *= potentials[here + label]! * (at === length - 1 ? CLOSES[label]! : 1)
      sum += forward[here + label]!
    }
    scales[at] = sum
    for (let label = 0; label < L; label += 1) forward[here + label]! /= sum
  }
  return { forward, scales }
}

function sweepBackward(potentials: Float64Array, moves: Float64Array, scales: Float64Array): Float64Array {
  const backward = new Float64Array(potentials.length)
  const length = scales.length
  for (let label = 0; label < L; label += 1) backward[(length - 1) * L + label] = CLOSES[label]!
  for (let at = length - 2; at >= 0; at -= 1) {
    const next = (at + 1) * L
    for (let m = 0; m < moves.length; m += 1) {
      const to = next + TO[m]!
      backward[at * L + FROM[m]!]! += (moves[m]! * potentials[to]! * backward[to]!) / scales[at + 1]!
    }
  }
  return backward
}
