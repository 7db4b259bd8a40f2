import type { Span } from '../model/passage.ts'
import { alignQuote, costInOrder, OTHER_NUMBER, quoteWords } from './align.ts'

/** Words with their context: a W3C TextQuoteSelector. */
export interface Quote {
  readonly exact: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

interface Text {
  readonly ordinal: number
  readonly text: string
}

/**
 * Result of looking for a quote in a text.
 *
 * - `found`: occurs in one place;
 * - `changed`: occurs in one place in slightly other words, with every number the same;
 * - `several`: occurs in several places that its context does not distinguish;
 * - `gone`: does not occur; `nearest` is the most similar place.
 */
export type QuoteSearch =
  | { readonly state: 'found' | 'changed'; readonly at: Span }
  | { readonly state: 'several'; readonly places: readonly Span[] }
  | { readonly state: 'gone'; readonly nearest?: Span }

/** Share of words that may differ, with a word of another spelling counting in part. */
const MAX_CHANGE = 0.3
/** From this share on a place is not worth showing as the nearest. */
const MAX_UNLIKE = 0.7
/** Fewer words are too few to be recognised when they changed. */
const MIN_WORDS = 4
/** How much worse the second-best place must be, as a share of the words. */
const MIN_LEAD = 0.15

/**
 * Finds the words that a person pointed at, as they were or slightly edited.
 *
 * @param texts the passages to look in
 * @returns ranges in UTF-16 code units of a passage's text
 */
export function locateQuote(texts: readonly Text[], quote: Quote): QuoteSearch {
  const places = texts.flatMap((text) => findExact(text, quote.exact))
  const [only, ...others] = places
  if (only && others.length === 0)
    return isAlone(texts, only, quote) ? { state: 'found', at: only } : { state: 'gone', nearest: only }
  if (only) return chooseByContext(texts, places, quote)
  return findChanged(texts, quote)
}

/** Few words occur in many places: where one is left, the context shows whether it is the one that was meant. */
function isAlone(texts: readonly Text[], place: Span, quote: Quote): boolean {
  const { words, cost } = compareContext(texts, place, quote)
  return quoteWords(quote.exact).length >= MIN_WORDS || cost <= words / 2
}

function chooseByContext(texts: readonly Text[], places: readonly Span[], quote: Quote): QuoteSearch {
  const fitting = places.filter((place) =>
    hasContext(texts.find(({ ordinal }) => ordinal === place.passage)!, place, quote),
  )
  if (fitting.length === 1) return { state: 'found', at: fitting[0]! }
  return (fitting.length === 0 && chooseByLikeness(texts, places, quote)) || { state: 'several', places }
}

/** The place whose context is much more like that of the quote than any other's. */
function chooseByLikeness(texts: readonly Text[], places: readonly Span[], quote: Quote): QuoteSearch | undefined {
  const judged = places.map((at) => ({ at, ...compareContext(texts, at, quote) })).sort((a, b) => a.cost - b.cost)
  const [best, next] = [judged[0]!, judged[1]!]
  const { words } = best
  const isSure = words > 0 && best.cost <= words / 2 && next.cost - best.cost >= MIN_LEAD * words
  return isSure ? { state: 'changed', at: best.at } : undefined
}

/** Number of the words around a quote, and how many of them differ around the place. */
function compareContext(texts: readonly Text[], { passage, start, end }: Span, { prefix, suffix }: Quote) {
  const { text } = texts.find(({ ordinal }) => ordinal === passage)!
  const [before, after] = [quoteWords(prefix ?? '').toReversed(), quoteWords(suffix ?? '')]
  const cost =
    costInOrder(before, quoteWords(text.slice(0, start)).toReversed()) + costInOrder(after, quoteWords(text.slice(end)))
  return { words: before.length + after.length, cost }
}

function hasContext({ text }: Text, { start, end }: Span, { prefix = '', suffix = '' }: Quote): boolean {
  const [before, after] = [plain(text.slice(0, start)).trimEnd(), plain(text.slice(end)).trimStart()]
  return before.endsWith(plain(prefix).trim()) && after.startsWith(plain(suffix).trim())
}

/** Every place of the words; quotation marks, dashes and spaces may be of another sort. */
export function findExact({ ordinal, text }: Text, exact: string): Span[] {
  const [needle, hay] = [plain(exact).replace(/ +/g, ' ').trim(), plain(text)]
  const places: Span[] = []
  for (let at = hay.indexOf(needle); needle && at >= 0; at = hay.indexOf(needle, at + 1)) {
    const end = at + needle.length
    if (!isInsideWord(hay, at) && !isInsideWord(hay, end)) places.push({ passage: ordinal, start: at, end })
  }
  return places
}

const isInsideWord = (text: string, at: number) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1))

/** One code unit for one code unit. */
function plain(text: string): string {
  return text
    .replace(/\s/g, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[–—]/g, '-')
}

function findChanged(texts: readonly Text[], quote: Quote): QuoteSearch {
  const [before, own, after] = [quote.prefix ?? '', quote.exact, quote.suffix ?? ''].map(quoteWords)
  const words = [...before!, ...own!, ...after!]
  const within = { start: before!.length, end: before!.length + own!.length }
  const found = texts
    .flatMap(({ ordinal, text }) => {
      const aligned = alignQuote(words, within, quoteWords(text))
      return aligned ? [{ ...aligned, at: { passage: ordinal, start: aligned.start, end: aligned.end } }] : []
    })
    .sort((a, b) => a.cost - b.cost)
  const [best, next] = found
  if (!best) return { state: 'gone' }
  const at = best.at
  const isSure =
    words.length >= MIN_WORDS &&
    best.cost <= MAX_CHANGE * words.length &&
    best.costWithin <= MAX_CHANGE * own!.length &&
    (!next || next.cost - best.cost >= MIN_LEAD * words.length)
  if (isSure) return { state: 'changed', at }
  return best.cost % OTHER_NUMBER <= MAX_UNLIKE * words.length ? { state: 'gone', nearest: at } : { state: 'gone' }
}

/** The words at a place, with as much context as distinguishes them from every other place. */
export function selectQuote(texts: readonly Text[], { passage, start, end }: Span): Quote {
  const { text } = texts.find(({ ordinal }) => ordinal === passage)!
  const exact = text.slice(start, end)
  for (let count = 0; count <= 12; count += 1) {
    const prefix = new RegExp(`(?:\\S+\\s+){0,${count}}\\S*$`).exec(text.slice(0, start))![0].trim()
    const suffix = new RegExp(`^\\S*(?:\\s+\\S+){0,${count}}`).exec(text.slice(end))![0].trim()
    const quote = count === 0 ? { exact } : { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) }
    if (locateQuote(texts, quote).state === 'found') return quote
  }
  return { exact }
}
