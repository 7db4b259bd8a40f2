import type { Provenance, Stated } from '../../../model/extracted.ts'
import { foldTitle } from '../../../text/characters.ts'
import type { Judge, Note, ReadBlock } from '../formats/format.ts'
import type { BlockSignals, Features } from './block-features.ts'
import { describeBlocks, readBlockSignals } from './block-features.ts'
import type { BlockModel } from './classify-blocks.ts'
import { blockModel, chooseBlocks, probabilityOf } from './classify-blocks.ts'
import { findBylines, findPlainReason, isLabel, isLine, kindOfBlock, readBylineLine } from './kinds.ts'
import type { PageBlock } from './list-blocks.ts'
import { countWords, listBlocks, selectorOf } from './list-blocks.ts'
import { parsePage } from './parse-page.ts'
import type { PageMetadata } from './read-metadata.ts'
import type { PageWords } from './features.ts'
import { readMetadata } from './read-metadata.ts'

/** Context of a page in addition to its markup. */
export interface PageOptions {
  /** Where it was saved from, when the file around it says so. */
  readonly address?: string | undefined
  readonly judge?: Judge | undefined
}

/** The article of a page: its blocks in reading order, those that are not text with the reason. */
export interface ReadPage {
  readonly blocks: readonly ReadBlock[]
  readonly stated: readonly Stated[]
  readonly provenance: Provenance
  readonly notes: readonly Note[]
  readonly form?: 'excerpt'
}

/** A page with everything that the classifier looks at. */
export interface DescribedPage {
  readonly blocks: readonly PageBlock[]
  readonly signals: BlockSignals
  readonly words: PageWords
  readonly metadata: PageMetadata
}

/** Lists the blocks of a page with every signal of the classifier. */
export function describePage(html: string, { address, judge }: PageOptions): DescribedPage {
  const document = parsePage(html)
  const metadata = readMetadata(document, html, address)
  const blocks = listBlocks(document.body)
  const words = {
    title: [document.querySelector('title')?.textContent ?? '', valueOf(metadata, 'headline') ?? ''].join(' | '),
    description: document.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
  }
  return { blocks, signals: readBlockSignals(document, blocks, metadata.data, judge), words, metadata }
}

const valueOf = ({ stated }: PageMetadata, field: string) => {
  const value = stated.find((one) => one.field === field)?.value
  return value === undefined ? undefined : String(value)
}

/** Reads the article of a web page. */
export function readPage(html: string, options: PageOptions, model: BlockModel = blockModel): ReadPage {
  const page = describePage(html, options)
  const features = describeBlocks(page.blocks, page.signals, page.words)
  const plain = page.blocks.map(findPlainReason)
  const likely = chooseBlocks(features, model).map((kept, at) => kept && !plain[at])
  const chosen =
    likely.includes(true) || page.metadata.data?.isPaid !== true ? likely : chooseLikeliest(features, plain, model)
  const headline = valueOf(page.metadata, 'headline')
  const kept = page.blocks.filter((_, index) => chosen[index])
  const fromData = bodyFromData(page.metadata, kept)
  const blocks = fromData ? [...fromData, ...setAsideAll(page, headline)] : assignRoles(page, chosen, headline)
  const isPaid =
    page.metadata.data?.isPaid === true && !fromData && countWords(kept.map(({ text }) => text).join(' ')) < 120
  return {
    blocks: withHeadline(blocks, page.metadata),
    stated: [...page.metadata.stated, ...readBylineLine(blocks)],
    provenance: page.metadata.provenance,
    notes: [...(fromData ? [FROM_DATA] : []), ...(isPaid ? [PAYWALL] : [])],
    ...(isPaid && { form: 'excerpt' }),
  }
}

/** The block with the highest probability of being text: behind a paywall there is often only a sentence. */
function chooseLikeliest(features: readonly Features[], plain: readonly unknown[], model: BlockModel): boolean[] {
  const likely = features.map((one, at) => (plain[at] || one['heading'] ? 0 : probabilityOf(one, model)))
  const most = Math.max(LEAST_LIKELY, ...likely)
  return likely.map((one) => one === most)
}

const LEAST_LIKELY = 0.05

const FROM_DATA: Note = {
  rule: 'read/body-from-json-ld',
  reason: 'Unexpected page that shows only the beginning; the text was taken from its JSON-LD',
  hint: 'Compare it with the original.',
}
const PAYWALL: Note = {
  rule: 'read/paywall',
  reason: 'Unexpected page behind a paywall; only its beginning is there',
  hint: 'Save the whole article, or say so in the sidecar:\nform: excerpt',
}

/** Words of a body in JSON-LD below which it is no article, and how much more of it than of the page must be there. */
const LEAST_WORDS = 40
const MORE = 1.6

function bodyFromData({ data }: PageMetadata, kept: readonly PageBlock[]): ReadBlock[] | undefined {
  if (!data?.body || countWords(data.body) < LEAST_WORDS) return undefined
  const shown = kept.reduce((sum, { words }) => sum + words, 0)
  if (countWords(data.body) < shown * MORE) return undefined
  return data.body
    .split(/\n+/)
    .map((text): ReadBlock => ({ text, role: 'paragraph', place: { element: 'JSON-LD articleBody' } }))
}

function setAsideAll({ blocks }: DescribedPage, headline: string | undefined): ReadBlock[] {
  return blocks
    .filter(({ text }) => foldTitle(text) !== foldTitle(headline ?? ''))
    .map((block) => ({ ...layOut(block), role: 'aside', ...kindOfBlock(block) }))
}

const layOut = ({ text, element }: PageBlock) => ({ text, place: { element: selectorOf(element) } })

/** How far from the headline and from the ends of the text a line is looked at for author and day. */
const NEAR = 6

function assignRoles(
  { blocks, metadata }: DescribedPage,
  chosen: readonly boolean[],
  headline: string | undefined,
): ReadBlock[] {
  const title = foldTitle(headline ?? '')
  const start = chosen.indexOf(true)
  const first = blocks.findIndex(
    (block, index) => chosen[index] && index >= start && !isLine(block) && foldTitle(block.text) !== title,
  )
  const last = chosen.lastIndexOf(true)
  const heads = blocks.flatMap(({ text }, index) => (title !== '' && foldTitle(text) === title ? [index] : []))
  const head = heads.filter((index) => index <= first).at(-1) ?? heads[0]
  const times = timesOf(blocks, metadata.data?.type === 'LiveBlogPosting')
  const isCredit = findBylines(blocks, head ?? Math.max(0, first - NEAR), first, last)
  return blocks.map((block, index): ReadBlock => {
    const time = times[index]
    const laid = { text: block.text, place: { element: selectorOf(block.element), ...(time && { time }) } }
    if (index === head) return { ...laid, role: 'headline' }
    if (!chosen[index] || index < first || heads.includes(index) || (time && isLabel(block)))
      return { ...laid, ...(findPlainReason(block) ?? kindOfBlock(block)), role: isCredit(index) ? 'credit' : 'aside' }
    return { ...laid, role: /^h[1-6]$/.test(block.tag) ? 'heading' : 'paragraph' }
  })
}

/** The printed time over the entry of a live blog that a block belongs to. */
function timesOf(blocks: readonly PageBlock[], isLive: boolean): (string | undefined)[] {
  const entries = new Map<Element, string>()
  for (const { element } of blocks) {
    const entry = entryOf(element)
    const time = entry?.querySelector('time')?.textContent?.trim()
    if (entry && time) entries.set(entry, time)
  }
  if (!isLive && entries.size < 3) return []
  return blocks.map(({ element }) => entries.get(entryOf(element)!))
}

const entryOf = (element: Element) =>
  element.closest(
    '[class*=live-entry], [class*=live-post], [itemprop=liveBlogUpdate], [itemtype*=BlogPosting] article, [class*=liveblog] article, [class*=live] article',
  )

/** A headline that is only in the metadata is put before the text. */
function withHeadline(blocks: readonly ReadBlock[], metadata: PageMetadata): ReadBlock[] {
  const stated = metadata.stated.find(({ field }) => field === 'headline')
  if (!stated || blocks.some(({ role }) => role === 'headline')) return [...blocks]
  return [{ text: String(stated.value), role: 'headline', place: { element: stated.place } }, ...blocks]
}
