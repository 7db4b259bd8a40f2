import type { BlockModel } from '../pipeline/1-read/html/classify-blocks.ts'
import { binOf } from '../pipeline/1-read/html/classify-blocks.ts'
import type { TrainingPage } from './html-pages.ts'
import { fitLogistic } from './logistic.ts'

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
