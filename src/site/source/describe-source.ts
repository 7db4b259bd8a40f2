import type { Lane, Mark } from '../../figures/strip.ts'
import { formatDate } from '../../figures/word-date.ts'
import { textOf } from '../../markup/vocabulary.ts'
import type { SourceEntry } from '../../model/entry.ts'
import { sha256Of } from '../../text/hash.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import { markedPassagesOf } from '../loader/load-entries.ts'
import { byText, formatCount, formatList, shortenTitle, t } from '../text/text.ts'

/** One sentence on a source, for tabs, results and shared links. */
export function describeSource(source: SourceEntry): string {
  const origin = [source.publisher, source.date && formatDate(source.date)].filter(Boolean).join(', ')
  const names = source.entities.slice(0, 3).map((entity) => entity.name)
  const naming = names.length > 0 ? t.source.naming(formatList(names)) : ''
  return `${origin || t.source.noOrigin}: ${formatCount(source.passages.length, 'passage')}${naming}.`
}

/** Letters of a source's beginning in a list. */
const LEAD = 180

/** How the text of a source begins: its standfirst, else its first paragraph; where its title is made from that, what follows it. */
export function leadOf(source: SourceEntry): string | undefined {
  const first = source.passages.findIndex(({ kind }) => kind === 'paragraph')
  const words = markedPassagesOf(source)[first]?.words
  const text = source.facts.find(({ field }) => field === 'standfirst')?.value ?? (words && textOf(words))
  if (!text) return undefined
  const title = source.title.replace(/[\s…]+$/, '')
  return shortenTitle(source.isTitleMade && text.startsWith(title) ? `…${text.slice(title.length)}` : text, LEAD)
}

/** Maximum length of a headline where a source is named in passing. */
const SHORT = 40

/** Short name of a source: its headline, cut short, and its publisher. */
export function nameSource({ title, publisher }: Pick<SourceEntry, 'title' | 'publisher'>, most = SHORT): string {
  const short = shortenTitle(title, most)
  return publisher ? `${short} (${publisher})` : short
}

/** The orders of the list of sources that have an address, besides the list by date. */
export const SOURCE_ORDERS = ['publisher', 'title'] as const

/** The addresses of the list of sources in every order. */
export function listOrders(): { href: string; name: string }[] {
  const others = SOURCE_ORDERS.map((order) => ({
    href: withBase(`/sources/by/${order}/`),
    name: t.lists.orders[order],
  }))
  return [{ href: withBase('/sources/'), name: t.lists.orders.date }, ...others]
}

const MOST_LANES = 8

/** A source as a mark on a time strip. */
export function markSource(source: SourceEntry, size = 1): Mark {
  const date = source.date
  return {
    ...(date && { lo: date, hi: date }),
    label: `${source.title} (${[source.publisher, date && formatDate(date)].filter(Boolean).join(', ')})`,
    href: addressOf(source.id),
    name: shortenTitle(source.title, SHORT),
    isInferred: source.facts.some((fact) => fact.field === 'date' && fact.certainty === 'inferred'),
    size,
  }
}

/** One lane a publisher when there are at most eight of them, else one lane for all. */
export function listPublicationLanes(sources: readonly SourceEntry[]): Lane[] {
  const groups = Map.groupBy(sources, (source) => source.publisher ?? t.source.noPublisherName)
  if (groups.size > MOST_LANES) return [{ name: '', marks: sources.map((source) => markSource(source)) }]
  return [...groups].sort(byText(([name]) => name)).map(([name, of]) => ({
    name,
    marks: of.map((source) => ({ ...markSource(source), keepsName: sources.length <= MOST_LANES })),
  }))
}

/** A file that several sources were read from: a mailbox, a web archive, a table, an export of a database. */
export interface ContainerFile {
  /** Last folder of its page's address; it depends on the file's path alone, so a mailbox that grows keeps it. */
  readonly id: string
  readonly file: string
  readonly sha256: string
  /** Its own title where it has one, else its name. */
  readonly name: string
  /** By position. */
  readonly sources: readonly SourceEntry[]
}

/** The containers of a dossier, by path. */
export function listContainers(sources: readonly SourceEntry[]): ContainerFile[] {
  const held = Map.groupBy(
    sources.filter(({ container }) => container),
    ({ container }) => container!.file,
  )
  return [...held]
    .map(([, of]) => ({ ...describeContainer(of[0]!.container!), sources: of }))
    .toSorted(byText(({ file }) => file))
}

/** Address of the page of a container. */
export function addressOfContainer(file: string): string {
  return withBase(`/sources/of/${idOf(file)}/`)
}

function describeContainer({ file, sha256, title }: NonNullable<SourceEntry['container']>) {
  return { id: idOf(file), file, sha256, name: title ?? file.slice(file.lastIndexOf('/') + 1) }
}

/** Paths may differ in what an address cannot hold, so a piece of their hash follows: `list-mbox-3f9a21c0`. */
function idOf(file: string): string {
  const name = file
    .slice(file.lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const hash = sha256Of(file).slice(0, 8)
  return name === '' ? hash : `${name.slice(0, 40)}-${hash}`
}

/** What stands in one source: a mention, a report, an occurrence or a row of figures. */
export interface OfSource {
  readonly source: string
}

/** Number of sources in which such things stand. */
export function sourcesAmong(things: readonly OfSource[]): number {
  return new Set(things.map(({ source }) => source)).size
}

/** The same where there is more than one, as lists write it down to be filtered by. */
export function severalSources(things: readonly OfSource[]): number | undefined {
  const count = sourcesAmong(things)
  return count > 1 ? count : undefined
}
