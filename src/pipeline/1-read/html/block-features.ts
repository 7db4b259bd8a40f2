import { Readability } from '@mozilla/readability'
import { loadDom } from '../xml/parse-xml.ts'
import type { Judge } from '../formats/format.ts'
import type { ArticleData } from './json-ld.ts'
import type { PageBlock } from './list-blocks.ts'
import { listBlocks } from './list-blocks.ts'
import { describeMarkup, describeText, foldWords } from './features.ts'
import type { PageWords } from './features.ts'

/** Features of a block for the classifier: numbers by name; an absent name means 0. */
export type Features = Readonly<Record<string, number>>

/** Features that a block also has of its neighbours. */
const SHARED = [
  'words',
  'links',
  'ends',
  'readability',
  'judge',
  'tag:p',
  'data',
  'near:body',
  'heading',
  'near:related',
  'near:comment',
  'caps',
  'pictureLine',
]
const REACH = 2

/** The features of every block of a page. */
export function describeBlocks(blocks: readonly PageBlock[], signals: BlockSignals, page: PageWords): Features[] {
  const index = indexPage(blocks, signals, page)
  const own = blocks.map((block, at) => describeAlone(block, at, index))
  addSignatures(blocks, own)
  return own.map((features, at) => {
    const all: Record<string, number> = { ...features }
    for (let step = -REACH; step <= REACH; step += 1) {
      const other = step === 0 ? undefined : own[at + step]
      if (!other) continue
      for (const name of SHARED) if (other[name]) all[`${step}:${name}`] = other[name]
    }
    return all
  })
}

interface PageIndex {
  readonly count: number
  readonly signals: BlockSignals
  readonly head: number
  readonly first: number
  readonly last: number
  readonly repeats: ReadonlyMap<string, number>
  readonly total: number
  readonly prose: ReadonlyMap<Element, number>
  readonly page: PageWords
  readonly before: readonly number[]
}

function indexPage(blocks: readonly PageBlock[], signals: BlockSignals, page: PageWords): PageIndex {
  const prose = new Map<Element, number>()
  const repeats = new Map<string, number>()
  const before: number[] = []
  let total = 0
  for (const block of blocks) {
    before.push(total)
    repeats.set(block.text, (repeats.get(block.text) ?? 0) + 1)
    if (!isProse(block)) continue
    total += block.words
    for (let one = block.element.parentElement, step = 0; one && step < 4; one = one.parentElement, step += 1)
      prose.set(one, (prose.get(one) ?? 0) + block.words)
  }
  const title = foldWords(page.title)
  const head = blocks.findIndex(
    ({ tag, text }) => /^h[12]$/.test(tag) && foldWords(text).length > 8 && title.includes(foldWords(text)),
  )
  return {
    count: blocks.length,
    signals,
    head: head >= 0 ? head : blocks.findIndex(({ tag }) => tag === 'h1'),
    first: signals.readability.indexOf(true),
    last: signals.readability.lastIndexOf(true),
    repeats,
    total: Math.max(1, total),
    prose,
    page: { title, description: foldWords(page.description) },
    before,
  }
}

const isProse = ({ words, linkWords, text }: PageBlock) =>
  words >= 8 && linkWords / words < 0.4 && /[.!?…。"”»)]\s*$/.test(text)

function describeAlone(block: PageBlock, at: number, page: PageIndex): Record<string, number> {
  return {
    ...describeText(block, page),
    ...describePlace(block, at, page),
    ...describeMarkup(block),
    readability: Number(page.signals.readability[at]),
    judge: Number(page.signals.judge[at]),
    agree: Number(page.signals.readability[at]) + Number(page.signals.judge[at]),
    data: page.signals.data[at]!,
    hasData: Number(page.signals.data.some((share) => share > 0.6)),
    noData: Number(page.signals.data.some((share) => share > 0.6) && page.signals.data[at]! < 0.2),
  }
}

function describePlace({ element }: PageBlock, at: number, page: PageIndex): Record<string, number> {
  const features: Record<string, number> = {
    position: at / page.count,
    before: page.before[at]! / page.total,
    fromHead: page.head < 0 ? -99 : Math.max(-20, Math.min(60, at - page.head)),
    isBeforeHead: Number(page.head >= 0 && at < page.head),
    hasHead: Number(page.head >= 0),
    fromFirst: page.first < 0 ? -99 : Math.max(-20, Math.min(20, at - page.first)),
    fromLast: page.last < 0 ? 99 : Math.max(-20, Math.min(20, at - page.last)),
    within: Number(page.first >= 0 && at >= page.first && at <= page.last),
    blocks: page.count,
  }
  let one: Element | null = element.parentElement
  for (const name of ['parent', 'grand', 'great', 'fourth']) {
    features[name] = one ? (page.prose.get(one) ?? 0) / page.total : 1
    one = one?.parentElement ?? null
  }
  return features
}

/** Statistics of the blocks with the same tags and classes. */
function addSignatures(blocks: readonly PageBlock[], features: Record<string, number>[]): void {
  const groups = new Map<string, number[]>()
  for (const [at, { element }] of blocks.entries()) {
    const signature = signatureOf(element)
    groups.set(signature, [...(groups.get(signature) ?? []).slice(-2000), at])
  }
  const total = blocks.reduce((sum, { words }) => sum + words, 1)
  for (const members of groups.values()) {
    const mean = (name: string) => members.reduce((sum, at) => sum + (features[at]![name] ?? 0), 0) / members.length
    const shared = {
      'same:count': Math.min(50, members.length),
      'same:words': mean('words'),
      'same:links': mean('links'),
      'same:ends': mean('ends'),
      'same:readability': mean('readability'),
      'same:judge': mean('judge'),
      'same:data': mean('data'),
      'same:share': members.reduce((sum, at) => sum + blocks[at]!.words, 0) / total,
    }
    for (const at of members) Object.assign(features[at]!, shared)
  }
}

function signatureOf(element: Element): string {
  const steps: string[] = []
  for (let one: Element | null = element, step = 0; one && step < 3; one = one.parentElement, step += 1)
    steps.push(`${one.localName}.${(one.getAttribute('class') ?? '').replaceAll(/\d+/g, '0').trim()}`)
  return steps.join('<')
}

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
