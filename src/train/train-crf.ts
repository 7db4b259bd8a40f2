import { isTransition, LABEL_COUNT as L } from '../lang/tagger/labels.ts'
import type { Sequence } from './collect-sequences.ts'
import { indexFeatures } from './collect-sequences.ts'
import type { Random } from './random.ts'
import { makeRandom, shuffle } from './random.ts'

const LABELS = Array.from({ length: L }, (_, label) => label)
const MOVES = LABELS.flatMap((from) => LABELS.filter((to) => isTransition(from, to)).map((to) => [from, to] as const))
const FROM = Uint8Array.from(MOVES, ([from]) => from)
const TO = Uint8Array.from(MOVES, ([, to]) => to)
const CELL = Uint16Array.from(MOVES, ([from, to]) => from * L + to)
const OPENS = Uint8Array.from(LABELS, (label) => Number(isTransition(0, label)))
const CLOSES = Uint8Array.from(LABELS, (label) => Number(isTransition(label, 0)))

/** Gradient of the log-likelihood: observed minus expected feature counts. */
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

/** Weights of a trained CRF: one row of values a feature, and a score for each move from label to label. */
export interface Weights {
  /** Ascending. */
  readonly features: Uint32Array
  readonly values: Float32Array
  readonly transitions: Float32Array
}

/** How to train. */
export interface Recipe {
  readonly epochs: number
  /** Step of AdaGrad (Duchi, Hazan & Singer 2011). */
  readonly rate: number
  /** Share of a token's features left out at each visit, so that none can be relied on alone. */
  readonly dropout: number
  readonly seed: number
  /** A feature seen less often than this is left out. */
  readonly least: number
}

const SNAPSHOTS_AN_EPOCH = 3
/** A token whose labels the model already gets with less error than this teaches nothing. */
const NEGLIGIBLE = 1e-3
/** A row holds the weights of a feature, and after them their sums of squared gradients. */
const ROW = 2 * L

/** Trains on `sequences` and returns the mean of the weights over the snapshots after the first epoch. */
export function trainCrf(sequences: readonly Sequence[], recipe: Recipe, log: (line: string) => void): Weights {
  const { features, indexed } = indexFeatures(sequences, recipe.least)
  const random = makeRandom(recipe.seed)
  const cells = new Float32Array(features.length * ROW)
  const moves = new Float32Array(2 * L * L).fill(1e-6, L * L)
  const mean = { values: new Float32Array(features.length * L), transitions: new Float32Array(L * L) }
  const order = Uint32Array.from(sequences.keys())
  const every = Math.ceil(order.length / SNAPSHOTS_AN_EPOCH)
  const weight = 1 / (SNAPSHOTS_AN_EPOCH * (recipe.epochs - 1))
  for (let i = 0; i < cells.length; i += ROW) cells.fill(1e-6, i + L, i + ROW)
  log(`${features.length} features, ${order.length} sentences`)
  for (let epoch = 1; epoch <= recipe.epochs; epoch += 1) {
    shuffle(order, random)
    order.forEach((sequence, i) => {
      learn(indexed[sequence]!, cells, moves, recipe, random)
      const isSnapshot = (i + 1) % every === 0 || i === order.length - 1
      if (epoch > 1 && isSnapshot) addSnapshot(mean, cells, moves, weight)
    })
    log(`epoch ${epoch} of ${recipe.epochs}`)
  }
  return { features, ...mean }
}

/** One step of gradient ascent on one sentence, seen through a random part of its features. */
function learn(sequence: Sequence, cells: Float32Array, moves: Float32Array, recipe: Recipe, random: Random): void {
  const { rows, ends } = drawFeatures(sequence, recipe.dropout, random)
  const { labels } = sequence
  const scores = new Float64Array(labels.length * L)
  for (let at = 0; at < labels.length; at += 1) {
    for (let i = at === 0 ? 0 : ends[at - 1]!; i < ends[at]!; i += 1) {
      for (let label = 0; label < L; label += 1) scores[at * L + label]! += cells[rows[i]! + label]!
    }
  }
  const gradient = gradientOf(scores, moves.subarray(0, L * L), labels)
  for (let at = 0; at < labels.length; at += 1) {
    const slope = gradient.tokens.subarray(at * L, at * L + L)
    if (slope.every((value) => Math.abs(value) < NEGLIGIBLE)) continue
    for (let i = at === 0 ? 0 : ends[at - 1]!; i < ends[at]!; i += 1) climb(cells, rows[i]!, slope, recipe.rate)
  }
  climb(moves, 0, gradient.transitions, recipe.rate)
}

/** The rows of the features drawn, token after token, and where those of each token end. */
function drawFeatures({ features, starts, labels }: Sequence, dropout: number, random: Random) {
  const rows = new Int32Array(features.length)
  const ends = new Int32Array(labels.length)
  const threshold = dropout * 2 ** 32
  let count = 0
  for (let at = 0; at < labels.length; at += 1) {
    for (let i = starts[at]!; i < starts[at + 1]!; i += 1) {
      if (random() >= threshold) rows[count++] = features[i]! * ROW
    }
    ends[at] = count
  }
  return { rows, ends }
}

/** Moves the weights at `offset` along the gradient; the sums of squared gradients are stored after them. */
function climb(cells: Float32Array, offset: number, slope: Float64Array, rate: number): void {
  const size = slope.length
  for (let i = 0; i < size; i += 1) {
    const step = slope[i]!
    const square = cells[offset + size + i]! + step * step
    cells[offset + size + i] = square
    cells[offset + i]! += (rate * step) / Math.sqrt(square)
  }
}

type Mean = Pick<Weights, 'values' | 'transitions'>

function addSnapshot({ values, transitions }: Mean, cells: Float32Array, moves: Float32Array, weight: number): void {
  for (let i = 0; i < values.length; i += 1) values[i]! += cells[Math.floor(i / L) * ROW + (i % L)]! * weight
  for (let i = 0; i < transitions.length; i += 1) transitions[i]! += moves[i]! * weight
}
