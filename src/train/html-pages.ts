import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeBytes } from '../pipeline/1-read/decode-bytes.ts'
import type { Features } from '../pipeline/1-read/html/block-features.ts'
import { describeBlocks } from '../pipeline/1-read/html/block-features.ts'
import { describePage } from '../pipeline/1-read/html/read-page.ts'
import type { PageBlock } from '../pipeline/1-read/html/list-blocks.ts'
import { judgeLines } from '../pipeline/2-clean/clean-seed.ts'

/** A page of a benchmark with the true body of its article. */
export interface LabelledPage {
  readonly name: string
  readonly html: string
  readonly body: string
  readonly url: string
}

/** A page as the classifier sees it. */
export interface TrainingPage extends LabelledPage {
  readonly blocks: readonly PageBlock[]
  readonly features: readonly Features[]
  /** Whether each block is part of the true body. */
  readonly labels: readonly boolean[]
  readonly readability: readonly boolean[]
}

/** Reads pages of the form of the article-extraction benchmark: `ground-truth.json` and `pages/NAME.html.gz`. */
export function readLabelledPages(folder: string): LabelledPage[] {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string; url: string }
  >
  return readdirSync(join(folder, 'pages'))
    .toSorted()
    .map((file) => {
      const name = file.split('.')[0]!
      const html = decodeBytes(gunzipSync(readFileSync(join(folder, 'pages', file)))).text ?? ''
      return { name, html, body: truth[name]!.articleBody, url: truth[name]!.url }
    })
}

/** Lists and describes the blocks of a page. */
export function describeBlocksOf(page: LabelledPage): Omit<TrainingPage, 'labels'> {
  const { blocks, signals, words } = describePage(page.html, { judge: judgeLines })
  return { ...page, blocks, features: describeBlocks(blocks, signals, words), readability: signals.readability }
}

/** Lists and describes the blocks of a page, and marks those that are part of the true body. */
export function describeLabelled(page: LabelledPage): TrainingPage {
  const described = describeBlocksOf(page)
  return { ...described, labels: labelBlocks(described.blocks, page.body) }
}

/**
 * Which blocks make up the body. First those most of whose words stand in a run of four words of the page, from block to
 * block, that the body holds too; then each is changed while that brings the whole nearer to the body. Of words that
 * stand twice on the page, as a headline above a video, those away from the rest of the body go first.
 */
export function labelBlocks(blocks: readonly Pick<PageBlock, 'text'>[], body: string): boolean[] {
  const tokens = blocks.map(({ text }) => tokensOf(text))
  const covered = countCovered(tokens, new Set(shinglesOf(tokensOf(body))))
  const labels = tokens.map(({ length }, at) => length > 0 && covered[at]! >= length / 2)
  const measureBody = measureAgainst(body)
  const score = () => measureBody(tokens.flatMap((own, at) => (labels[at] ? own : []))).f1
  const nearby = (at: number) =>
    covered.slice(Math.max(0, at - 3), at + 4).reduce((sum, one) => sum + one, 0) - covered[at]!
  const order = [...labels.keys()].filter((at) => covered[at]! > 0).toSorted((a, b) => nearby(a) - nearby(b))
  let best = score()
  for (let round = 0, isBetter = true; isBetter && round < MAX_ROUNDS; round += 1) {
    isBetter = false
    for (const at of order) {
      labels[at] = !labels[at]
      const next = score()
      if (next > best + 1e-9) [best, isBetter] = [next, true]
      else labels[at] = !labels[at]
    }
  }
  return labels
}

const MAX_ROUNDS = 3

/** Words of each block in runs of four words that the body contains, including runs across blocks. */
function countCovered(blocks: readonly (readonly string[])[], runs: ReadonlySet<string>): number[] {
  const tokens = blocks.flat()
  const covered = new Uint8Array(tokens.length)
  for (let at = 0; at + 4 <= tokens.length; at += 1)
    if (runs.has(tokens.slice(at, at + 4).join(' '))) covered.fill(1, at, at + 4)
  let start = 0
  return blocks.map(({ length }) => {
    const own = covered.subarray(start, start + length)
    start += length
    return own.reduce((sum, one) => sum + one, 0)
  })
}

/** The words of a text as the benchmark cuts them. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
}

function shinglesOf(tokens: readonly string[]): string[] {
  return Array.from({ length: Math.max(1, tokens.length - 3) }, (_, index) => tokens.slice(index, index + 4).join(' '))
}

/** How near a text comes to the truth. */
export interface Measured {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * The benchmark's measure for one page: precision, recall and F1 over runs of four words, counted with repetitions.
 */
export function measure(truth: string, found: string): Measured {
  return measureAgainst(truth)(tokensOf(found))
}

function measureAgainst(truth: string): (found: readonly string[]) => Measured {
  const right = countRuns(tokensOf(truth))
  const wanted = sumOf(right)
  return (found) => {
    const own = countRuns(found)
    let shared = 0
    for (const [run, times] of own) shared += Math.min(times, right.get(run) ?? 0)
    const precision = shared / sumOf(own)
    const recall = shared / wanted
    return { precision, recall, f1: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
  }
}

function countRuns(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const run of shinglesOf(tokens)) counts.set(run, (counts.get(run) ?? 0) + 1)
  return counts
}

const sumOf = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0)
