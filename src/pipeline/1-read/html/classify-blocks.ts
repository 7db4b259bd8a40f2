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
/** Threshold for a block between two blocks that are text. */
const BETWEEN = 0.25
/** Threshold for a block that Readability left out. */
const THRESHOLD_ALONE = 0.9
/** Readability chose only a part of the article when less than this share of the likely words is left. */
const LEAST_AGREED = 0.25

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

/**
 * Chooses the blocks that are text: those with a high probability, those between two of them that are not improbable,
 * and sentences between the headline and the first of them. On a page with several texts the features of a block do
 * not show which text is the main one; Readability's choice does.
 */
export function chooseBlocks(features: readonly Features[], model: BlockModel): boolean[] {
  const likely = features.map((one) => probabilityOf(one, model))
  const agreed = likely.map((one, at) =>
    features[at]!['readability'] === 1 || one >= THRESHOLD_ALONE ? one : Math.min(one, BETWEEN / 2),
  )
  const [all, some] = [likely, agreed].map((each) => withLists(features, withLead(features, chooseLikely(each)))) as [
    boolean[],
    boolean[],
  ]
  return countWords(features, some) >= LEAST_AGREED * countWords(features, all) ? some : all
}

function chooseLikely(probabilities: readonly number[]): boolean[] {
  const sure = probabilities.map((one) => one >= THRESHOLD)
  return sure.map(
    (kept, at) => kept || (probabilities[at]! >= BETWEEN && sure[at - 1] === true && sure[at + 1] === true),
  )
}

/** Adds the paragraphs that Readability keeps too and that lead from the headline to the first text. */
function withLead(features: readonly Features[], chosen: readonly boolean[]): boolean[] {
  const isLead = (one: Features | undefined) => one?.['tag:p'] === 1 && one['ends'] === 1 && one['readability'] === 1
  const first = chosen.indexOf(true)
  let from = first
  while (from > 0 && isLead(features[from - 1])) from -= 1
  const isBelowHeadline = features[from - 1]?.['tag:h1'] === 1
  return isBelowHeadline ? chosen.map((kept, at) => kept || (at >= from && at < first)) : [...chosen]
}

/** Adds lists without links, of results or names say, that follow a text and that Readability keeps too. */
function withLists(features: readonly Features[], chosen: readonly boolean[]): boolean[] {
  const all = [...chosen]
  for (const [at, one] of features.entries())
    all[at] ||= at > 0 && all[at - 1]! && one['tag:li'] === 1 && one['links'] === 0 && one['readability'] === 1
  return all
}

const countWords = (features: readonly Features[], chosen: readonly boolean[]): number =>
  features.reduce((sum, one, at) => sum + (chosen[at] ? (one['words'] ?? 0) : 0), 0)
