import { Readability } from '@mozilla/readability'
import { loadDom } from '../load-dom.ts'
import type { ArticleData } from './json-ld.ts'
import type { PageBlock } from './list-blocks.ts'
import { listBlocks } from './list-blocks.ts'

/** For each line, whether the cleaning of plain text keeps it as text. */
export type Judge = (lines: readonly string[]) => readonly boolean[]

/** Signals of other extractors, an entry for each block of a page. */
export interface BlockSignals {
  readonly readability: readonly boolean[]
  readonly judge: readonly boolean[]
  /** Share of a block's word trigrams that occur in the body given by JSON-LD. */
  readonly data: readonly number[]
}

/** Blocks beyond this number are not shown to Readability, whose time grows faster than the page. */
const MAX_FOR_READABILITY = 6000

/** Collects the signals of Readability, of the cleaning of plain text and of the page's JSON-LD. */
export function readBlockSignals(
  document: Document,
  blocks: readonly PageBlock[],
  data: ArticleData | undefined,
  judge: Judge | undefined,
): BlockSignals {
  const texts = blocks.map(({ text }) => text)
  return {
    readability: blocks.length > MAX_FOR_READABILITY ? texts.map(() => false) : askReadability(document, texts),
    judge: judge?.(texts) ?? texts.map(() => false),
    data: askData(texts, data?.body),
  }
}

/** Blocks that Readability keeps. It rebuilds the page, so they are matched by their words. */
function askReadability(document: Document, texts: readonly string[]): boolean[] {
  const { document: copy } = loadDom().parseHTML(document.documentElement.outerHTML)
  const parsed = new Readability(copy as unknown as Document, {
    charThreshold: 250,
    serializer: (node) => node,
    maxElemsToParse: 0,
  }).parse()
  const kept = new Map<string, number>()
  if (parsed?.content)
    for (const { text } of listBlocks(parsed.content as unknown as Element)) kept.set(text, (kept.get(text) ?? 0) + 1)
  return texts.map((text) => (kept.get(text) ?? 0) > 0)
}

function askData(texts: readonly string[], body: string | undefined): number[] {
  if (!body) return texts.map(() => 0)
  const known = new Set(runsOf(body))
  return texts.map((text) => {
    const runs = runsOf(text)
    return runs.length === 0 ? 0 : runs.filter((run) => known.has(run)).length / runs.length
  })
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 3) return words.length > 0 ? [words.join(' ')] : []
  return words.slice(2).map((_, index) => words.slice(index, index + 3).join(' '))
}
