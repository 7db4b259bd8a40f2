import type { Stated } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import { languageTag, readLabel } from '../labels.ts'
import { splitText, withDistinctLocators } from '../records/read-records.ts'
import { countWords } from '../html/list-blocks.ts'
import { stripTracking } from '../html/page-head.ts'
import { refuseEntities } from '../xml/parse-xml.ts'
import { decodeText } from './text.ts'
import type { Format, FormatInput, ReadArticle, ReadFile } from './format.ts'
import { Refusal } from './format.ts'
import { sha256Of } from '../../../text/hash.ts'

const CUT_OFF = readLabel('cut-off', 'i')

/** RSS, RDF and Atom: an article an entry. */
export const feed: Format = {
  name: 'feed',
  version: 1,
  maxBytes: 50_000_000,
  extensions: ['.xml', '.rss', '.atom', '.rdf'],
  recognises: ({ text }) =>
    /^(?:<\?xml[^>]{0,200}>|<!--(?:(?!-->)[^]){0,2000}-->|<\?xml-stylesheet[^>]{0,400}>|<!doctype[^[>]{0,200}(?:\[[^]{0,60000}?\]\s*)?>|\s){0,12}<(?:rss|feed|rdf:RDF)[\s>]/i.test(
      text,
    ),
  read: readFeed,
}

/** One entry of any kind of feed, by the names that the parser uses. */
interface Entry {
  readonly title?: string | { value?: string }
  readonly link?: string
  readonly links?: readonly { href?: string; rel?: string }[]
  readonly id?: string
  readonly guid?: string | { value?: string }
  readonly pubDate?: string
  readonly published?: string
  readonly updated?: string
  readonly description?: string
  readonly summary?: string | { value?: string }
  readonly content?: string | { value?: string; encoded?: string }
  readonly authors?: readonly (string | { name?: string })[]
  readonly dc?: { creators?: readonly string[]; creator?: string; dates?: readonly string[]; date?: string }
}

async function readFeed({ file, bytes, encoding: declared }: FormatInput): Promise<ReadFile> {
  const { text, encoding, notes } = decodeText(file, bytes, declared)
  refuseEntities(text)
  const { parseFeed } = await import('feedsmith')
  const { feed: parsed } = parseFeed(text) as {
    feed: { title?: Entry['title']; language?: string; items?: Entry[]; entries?: Entry[] }
  }
  const entries = parsed.items ?? parsed.entries ?? []
  if (entries.length === 0) throw new Refusal({ rule: 'read/no-entries', reason: 'Unexpected feed without entries' })
  const title = valueOf(parsed.title)
  const articles = entries.map((entry, index) => readEntry(entry, index, encoding, parsed.language))
  return {
    articles: withDistinctLocators(articles.filter(({ blocks }) => (blocks?.length ?? 0) > 1)),
    notes,
    ...(title && { title }),
  }
}

function valueOf(value: Entry['title']): string | undefined {
  const words = typeof value === 'string' ? value : value?.value
  return words && toPlain(words)
}

/** Titles are often escaped twice, or hold tags. */
function toPlain(words: string): string {
  return splitText(/<\w|&[#\w]{2,8};/.test(words) ? `<p>${words}</p>` : words)
    .map(({ text }) => text)
    .join(' ')
    .trim()
}

function readEntry(entry: Entry, index: number, encoding: string, language: string | undefined): ReadArticle {
  const full =
    (typeof entry.content === 'object' ? (entry.content.encoded ?? entry.content.value) : entry.content) ?? ''
  const summary = entry.description ?? (typeof entry.summary === 'object' ? entry.summary.value : entry.summary) ?? ''
  const isExcerpt = isOnlyExcerpt(full, summary)
  const headline = valueOf(entry.title) ?? ''
  const element = full ? 'content' : 'description'
  const place = { element, row: index + 1 }
  const blocks = [
    { text: headline, role: 'headline' as const, place: { element: 'title', row: index + 1 } },
    ...splitText(full || summary).map((block, at, all) => ({
      ...block,
      ...(at === all.length - 1 && FOOTER.test(block.text) && AS_FOOTER),
      place,
    })),
  ]
  return {
    locator: (typeof entry.guid === 'string' ? entry.guid : entry.guid?.value) ?? entry.id ?? linkOf(entry) ?? headline,
    ownSha256: sha256Of(JSON.stringify(entry)),
    blocks,
    encoding,
    stated: stateEntry(entry, headline, index + 1, language),
    ...(isExcerpt && {
      form: 'excerpt' as const,
      notes: [
        {
          rule: 'read/excerpt',
          reason: 'Unexpected excerpt only: the feed does not carry the whole article',
          hint: 'Save the article itself, as a web page.',
        },
      ],
    }),
  }
}

/** Footers that blog programs add to each entry. */
const FOOTER = readLabel('feed-footer', 'i')
const AS_FOOTER = { role: 'aside', kind: 'navigation', rule: 'boilerplate/feed-footer' } as const

/** A description that ends in dots, or is a sentence or two, is not the article. */
function isOnlyExcerpt(full: string, summary: string): boolean {
  const words = toPlain(full || summary)
  if (CUT_OFF.test(words)) return true
  return full === '' && countWords(words) < 80
}

const linkOf = ({ link, links = [] }: Entry) =>
  link ?? links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? links[0]?.href

function stateEntry(entry: Entry, headline: string, row: number, language: string | undefined): Stated[] {
  const authors = [
    ...(entry.dc?.creators ?? (entry.dc?.creator ? [entry.dc.creator] : [])),
    ...(entry.authors ?? []).flatMap((one) =>
      typeof one === 'string' ? one.replace(/^\S+@\S+\s*\((.*)\)$/, '$1') : (one.name ?? []),
    ),
  ]
  const raw = entry.pubDate ?? entry.published ?? entry.dc?.dates?.[0] ?? entry.dc?.date
  const day = raw && findDay(raw)
  const link = linkOf(entry)
  const url = link && /^https?:/.test(link) && URL.canParse(link) ? stripTracking(new URL(link)) : undefined
  const tag = language && languageTag(language)
  return [
    ...(headline ? [{ field: 'headline' as const, value: headline, place: `title of entry ${row}` }] : []),
    ...(authors.length > 0
      ? [{ field: 'authors' as const, value: [...new Set(authors)], place: `author of entry ${row}` }]
      : []),
    ...(day
      ? [
          {
            field: 'date' as const,
            value: day,
            place: `${entry.pubDate ? 'pubDate' : 'published'} of entry ${row}`,
            words: raw,
          },
        ]
      : []),
    ...(url ? [{ field: 'url' as const, value: url, place: `link of entry ${row}` }] : []),
    ...(tag ? [{ field: 'language' as const, value: tag, place: 'language of the feed' }] : []),
  ]
}
