import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BlockModel } from '../pipeline/1-read/html/classify-blocks.ts'
import { binOf } from '../pipeline/1-read/html/classify-blocks.ts'
import type { TrainingPage } from './html-pages.ts'
import { describeLabelled, readLabelledPages } from './html-pages.ts'

/** Bins that the values of a feature are cut into. */
const BINS = 10
const L2 = 3
/** A feature that fewer blocks have is left out. */
const LEAST = 8

/** Fits the classifier of blocks: values cut into bins by their quantiles, a weight for each bin. */
export function fitBlocks(pages: readonly Pick<TrainingPage, 'features' | 'labels' | 'blocks'>[]): BlockModel {
  const features = pages.flatMap((page) => page.features)
  const limits = new Map(namesOf(features).map((name) => [name, limitsOf(features.map((one) => one[name] ?? 0))]))
  const offsets = new Map<string, number>()
  let size = 0
  for (const [name, cuts] of limits) {
    offsets.set(name, size)
    size += cuts.length + 1
  }
  const rows = features.map((one) =>
    Int32Array.from(limits, ([name, cuts]) => offsets.get(name)! + binOf(one[name] ?? 0, cuts)),
  )
  const labels = Uint8Array.from(pages.flatMap((page) => page.labels.map(Number)))
  const weights = Float64Array.from(pages.flatMap((page) => page.blocks.map(({ words }) => weightOf(words))))
  const fitted = fitLogistic({ rows, labels, weights, size }, L2)
  const round = (value: number) => Math.round(value * 1e4) / 1e4
  return {
    bias: round(fitted[size]!),
    features: Object.fromEntries(
      [...limits].map(([name, cuts]) => {
        const from = offsets.get(name)!
        return [name, { limits: cuts, weights: Array.from(fitted.subarray(from, from + cuts.length + 1), round) }]
      }),
    ),
  }
}

/** A long block costs more when it is wrong. */
const weightOf = (words: number) => Math.min(3, 0.5 + Math.log2(1 + words) / 4)

function namesOf(features: readonly Readonly<Record<string, number>>[]): string[] {
  const counts = new Map<string, number>()
  for (const one of features) for (const name in one) if (one[name] !== 0) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= LEAST)
    .map(([name]) => name)
    .toSorted()
}

/** The quantiles of the values, each once; half between 0 and 1 for a feature that is or is not there. */
function limitsOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const cuts = Array.from({ length: BINS - 1 }, (_, index) => sorted[Math.floor((sorted.length * (index + 1)) / BINS)]!)
  const distinct = [...new Set(cuts)].filter((cut) => cut < sorted.at(-1)!)
  const rounded = [...new Set(distinct.map((cut) => Math.round(cut * 1e4) / 1e4))]
  return rounded.length > 0 ? rounded : [sorted[0]!]
}

/** Rows of binary features for a logistic regression. */
export interface LogisticData {
  /** For each row, the numbers of its features. */
  readonly rows: readonly Int32Array[]
  readonly labels: Uint8Array
  /** Importance of each row. */
  readonly weights: Float64Array
  readonly size: number
}

/** Pairs of steps that L-BFGS remembers. */
const MEMORY = 8

/**
 * Fits a logistic regression with an L2 penalty by L-BFGS (Nocedal & Wright 2006, algorithm 7.4) with backtracking.
 * The last weight is the bias, which is not penalised.
 *
 * @param l2 strength of the penalty
 */
function fitLogistic(data: LogisticData, l2: number, rounds = 120): Float64Array {
  let at = new Float64Array(data.size + 1)
  let { loss, gradient } = evaluate(data, at, l2)
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const direction = descend(gradient, steps)
    const slope = dot(direction, gradient)
    let size = round === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1
    let next = evaluate(data, move(at, direction, size), l2)
    for (let tries = 0; next.loss > loss + 1e-4 * size * slope && tries < 30; tries += 1) {
      size /= 2
      next = evaluate(data, move(at, direction, size), l2)
    }
    const moved = move(at, direction, size)
    const s = minus(moved, at)
    const y = minus(next.gradient, gradient)
    const curvature = dot(s, y)
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature })
    if (steps.length > MEMORY) steps.shift()
    const gain = loss - next.loss
    at = moved
    ;({ loss, gradient } = next)
    if (gain < 1e-7 * Math.abs(loss)) break
  }
  return at
}

function evaluate({ rows, labels, weights, size }: LogisticData, at: Float64Array, l2: number) {
  const gradient = new Float64Array(size + 1)
  let loss = 0
  for (let i = 0; i < size; i += 1) {
    loss += (l2 / 2) * at[i]! * at[i]!
    gradient[i] = l2 * at[i]!
  }
  for (const [index, row] of rows.entries()) {
    let sum = at[size]!
    for (const feature of row) sum += at[feature]!
    const label = labels[index]!
    const weight = weights[index]!
    loss += weight * (Math.log1p(Math.exp(-Math.abs(sum))) + Math.max(sum, 0) - label * sum)
    const error = weight * (1 / (1 + Math.exp(-sum)) - label)
    for (const feature of row) gradient[feature]! += error
    gradient[size]! += error
  }
  return { loss, gradient }
}

/** The two-loop recursion. */
function descend(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = gradient.map((value) => -value)
  const alphas: number[] = []
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, q)
    alphas.unshift(alpha)
    for (let i = 0; i < q.length; i += 1) q[i]! -= alpha * y[i]!
  }
  const last = steps.at(-1)
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y))
    for (let i = 0; i < q.length; i += 1) q[i]! *= scale
  }
  for (const [index, { s, y, rho }] of steps.entries()) {
    const beta = rho * dot(y, q)
    for (let i = 0; i < q.length; i += 1) q[i]! += s[i]! * (alphas[index]! - beta)
  }
  return q
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}

const move = (a: Float64Array, b: Float64Array, size: number) => a.map((value, i) => value + size * b[i]!)
const minus = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - b[i]!)

/** Writes the classifier: `npm run train:html -- FOLDER`, or with `HTML_PAGES=FOLDER`. */
function trainBlocks(folder: string | undefined): void {
  if (folder === undefined)
    throw new Error('Expected the folder with ground-truth.json and pages/, as argument or HTML_PAGES')
  const model = fitBlocks(readLabelledPages(resolve(folder)).map(describeLabelled))
  const file = new URL('../pipeline/1-read/html/block-model.json', import.meta.url)
  const lines = Object.entries(model.features).map(([name, one]) => ` ${JSON.stringify(name)}: ${JSON.stringify(one)}`)
  writeFileSync(file, `{"bias": ${model.bias}, "features": {\n${lines.join(',\n')}\n}}\n`)
  process.stdout.write(`${lines.length} features\n`)
}

if (import.meta.main) trainBlocks(process.argv[2] ?? process.env['HTML_PAGES'])
