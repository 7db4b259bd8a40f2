import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeBytes } from '../pipeline/1-read/decode-bytes.ts'
import type { Features } from '../pipeline/1-read/html/block-features.ts'
import { describeBlocks } from '../pipeline/1-read/html/block-features.ts'
import { describePage } from '../pipeline/1-read/html/read-page.ts'
import type { PageBlock } from '../pipeline/1-read/html/list-blocks.ts'
import { judgeLines } from '../pipeline/2-clean/judge-lines.ts'

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

/** Lists and describes the blocks of a page and tells which of them the true body holds. */
export function describeLabelled(page: LabelledPage): TrainingPage {
  const { blocks, voices, words } = describePage(page.html, { judge: judgeLines })
  return {
    ...page,
    blocks,
    features: describeBlocks(blocks, voices, words),
    labels: labelBlocks(blocks, page.body),
    readability: voices.readability,
  }
}

/**
 * Whether each block is of the body: when most of its words stand in a run of four words of the page, from block to
 * block, that the body holds too. So a cell or a heading counts by its neighbours.
 */
export function labelBlocks(blocks: readonly Pick<PageBlock, 'text'>[], body: string): boolean[] {
  const runs = new Set(shinglesOf(body))
  const tokens = blocks.flatMap(({ text }) => tokensOf(text))
  const covered = new Uint8Array(tokens.length)
  for (let at = 0; at + 4 <= tokens.length; at += 1)
    if (runs.has(tokens.slice(at, at + 4).join(' '))) covered.fill(1, at, at + 4)
  let start = 0
  return blocks.map(({ text }) => {
    const count = tokensOf(text).length
    const own = covered.subarray(start, start + count)
    start += count
    return count > 0 && own.reduce((sum, one) => sum + one, 0) >= count / 2
  })
}

/** The words of a text as the benchmark cuts them. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
}

function shinglesOf(text: string): string[] {
  const tokens = tokensOf(text)
  return Array.from({ length: Math.max(1, tokens.length - 3) }, (_, index) => tokens.slice(index, index + 4).join(' '))
}

/** The benchmark's measure for one page: precision, recall and F1 over runs of four words, each counted as often as it stands. */
export function measure(truth: string, found: string): { precision: number; recall: number; f1: number } {
  const count = (text: string) => {
    const counts = new Map<string, number>()
    for (const run of shinglesOf(text)) counts.set(run, (counts.get(run) ?? 0) + 1)
    return counts
  }
  const [right, own] = [count(truth), count(found)]
  let shared = 0
  for (const [run, times] of own) shared += Math.min(times, right.get(run) ?? 0)
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0)
  const precision = shared / sum(own)
  const recall = shared / sum(right)
  return { precision, recall, f1: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
