import { readFileSync } from 'node:fs'
import type { Features } from './block-features.ts'

/** A logistic model over binned features: `npm run train:html` makes it. */
export interface BlockModel {
  readonly bias: number
  /** By feature: upper limits of its bins but the last, ascending, and a weight for each bin. */
  readonly features: Readonly<
    Record<string, { readonly limits: readonly number[]; readonly weights: readonly number[] }>
  >
}

/** From this probability on a block is text. */
const THRESHOLD = 0.5
/** So much is enough between two blocks that are text. */
const BETWEEN = 0.15

/** The model that is shipped; its provenance is in `block-model.md`. */
export const blockModel: BlockModel = JSON.parse(readFileSync(new URL('./block-model.json', import.meta.url), 'utf8'))

/** The probability that a block is text of the article. */
export function probabilityOf(features: Features, { bias, features: known }: BlockModel): number {
  let sum = bias
  for (const [name, { limits, weights }] of Object.entries(known)) sum += weights[binOf(features[name] ?? 0, limits)]!
  return 1 / (1 + Math.exp(-sum))
}

/** The number of limits below a value. */
export function binOf(value: number, limits: readonly number[]): number {
  let bin = 0
  while (bin < limits.length && value > limits[bin]!) bin += 1
  return bin
}

/** Which blocks are text: those likely enough, and what stands between two of them and is not unlikely. */
export function chooseBlocks(probabilities: readonly number[]): boolean[] {
  const sure = probabilities.map((one) => one >= THRESHOLD)
  return sure.map(
    (kept, at) => kept || (probabilities[at]! >= BETWEEN && sure[at - 1] === true && sure[at + 1] === true),
  )
}
