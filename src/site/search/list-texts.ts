import { getCollection } from 'astro:content'
import { remark } from 'remark'
import remarkMdx from 'remark-mdx'
import { formatDate } from '../../figures/word-date.ts'
import { listTags, textOf } from '../../markup/vocabulary.ts'
import type { EntityEntry, SourceEntry } from '../../model/entry.ts'
import type { SearchName, SearchNames, SearchPage, SearchPart } from '../../model/search-index.ts'
import { compare } from '../../text/compare.ts'
import { foldText } from '../../text/search-words.ts'
import { listNames } from '../entity/list-mentions.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import { markedPassagesOf } from '../loader/load-entries.ts'
import { t } from '../text/text.ts'

/** A source as the search finds it: what is known of it, its passages, and the text that was left out. */
export function sourceText(source: SourceEntry): SearchPage {
  const { publisher, authors, date, title, setAside, language } = source
  const passages = listPassages(source)
  const dateWords = date && formatDate(date)
  const about = [publisher, ...authors, dateWords, passages[0]?.kind === 'headline' ? undefined : title]
  return {
    url: addressOf(source.id),
    title,
    kind: t.search.source,
    language,
    ...(publisher && { publisher }),
    ...(date && { date }),
    ...(dateWords && { dateWords }),
    parts: [
      { kind: 'about', text: about.filter(Boolean).join(' · '), ...(date && { dates: [date.slice(0, 10)] }) },
      ...passages,
      ...setAside.map(({ text }) => ({ kind: 'left out' as const, text })),
    ],
  }
}

function listPassages(source: SourceEntry): SearchPart[] {
  const marked = markedPassagesOf(source)
  const datesIn = Map.groupBy(source.dates, ({ passage }) => passage)
  return source.passages.map(({ id, ordinal, kind }, index) => {
    const { words } = marked[index]!
    const entities = [...new Set(listTags(words).flatMap(({ attributes }) => attributes['to'] ?? []))]
    const dates = [...new Set((datesIn.get(id) ?? []).flatMap(listDays))]
    return {
      kind: kind === 'headline' ? 'headline' : 'passage',
      id,
      ordinal,
      text: textOf(words),
      ...(entities.length > 0 && { entities }),
      ...(dates.length > 0 && { dates }),
    }
  })
}

const MOST_DAYS = 14

/** The days that a date means, or its month; nothing for what is longer or open. */
function listDays({ lo, hi, precision }: SourceEntry['dates'][number]): string[] {
  if (!lo || !hi) return []
  if (precision === 'month') return [lo.slice(0, 7)]
  const days: string[] = []
  for (let day = lo; day <= hi && days.length <= MOST_DAYS; day = dayAfter(day)) days.push(day)
  return days.length > MOST_DAYS ? [] : days
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

/** Characters of JSON to a piece: some 5 kB as it travels. */
const PIECE = 20_000

/** A piece of the names, and the first word that stands in it. */
export interface NamesPiece {
  readonly from: string
  readonly piece: SearchNames
}

/** An entity as the search lists it. */
export function nameOf(entity: EntityEntry): SearchName {
  const { id, name, names, kind, mentions, description, unprinted = [] } = entity
  const wordings = listNames(entity)
  return {
    id,
    name,
    kind: t.kinds[kind].one,
    url: addressOf(id),
    mentions: mentions.length,
    sources: new Set(mentions.map(({ source }) => source)).size,
    wordings,
    printed: wordings.length - wordings.filter((wording) => unprinted.includes(wording)).length,
    ...(names.some(({ form }) => form !== 'name') && { isCalledOtherwise: true as const }),
    ...(description && { description }),
  }
}

/** Divides names by their words, in the order of the words, so that a search reads only the pieces of its own words. */
export function divideNames(names: readonly SearchName[]): NamesPiece[] {
  const byWord = new Map<string, SearchName[]>()
  for (const name of names)
    for (const word of new Set(name.wordings.flatMap((wording) => foldText(wording).split(' '))))
      if (word) byWord.set(word, [...(byWord.get(word) ?? []), name])
  const groups: [string, SearchName[]][][] = []
  let size = Infinity
  for (const entry of [...byWord].sort(([a], [b]) => compare(a, b))) {
    const length = entry[1].reduce((sum, name) => sum + JSON.stringify(name).length, entry[0].length)
    if (size + length > PIECE) groups.push([]), (size = 0)
    groups.at(-1)!.push(entry)
    size += length
  }
  return groups.map((group) => ({ from: group[0]![0], piece: makePiece(group) }))
}

function makePiece(group: readonly [string, SearchName[]][]): SearchNames {
  const names = [...new Set(group.flatMap(([, of]) => of))]
  const place = new Map(names.map((name, index) => [name, index]))
  return { names, words: Object.fromEntries(group.map(([word, of]) => [word, of.map((name) => place.get(name)!)])) }
}

/** The pages written by hand as the search finds them, each paragraph and heading a part. */
export async function listHandWritten(): Promise<SearchPage[]> {
  return (await getCollection('handWritten')).map(({ id, data, body = '' }) => ({
    url: withBase(`/${id}/`),
    title: data.title,
    kind: t.search.page,
    parts: [
      { kind: 'about', text: data.title },
      ...listBlocks(remark().use(remarkMdx).parse(body)).map((text) => ({ kind: 'passage' as const, text })),
    ],
  }))
}

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

const BLOCKS: readonly string[] = ['paragraph', 'heading', 'tableCell']

function listBlocks(node: Node): string[] {
  if (BLOCKS.includes(node.type)) return [proseOf(node)].filter((text) => text !== '')
  return (node.children ?? []).flatMap(listBlocks)
}

/** The words of a node without what its program computes. */
function proseOf({ type, value, children = [] }: Node): string {
  if (type.endsWith('Expression') || type === 'mdxjsEsm') return ''
  return value ?? children.map(proseOf).join('')
}
