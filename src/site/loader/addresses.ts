import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { LinkTarget } from '../../markup/render-html.ts'
import type { PagePermalink, PassagePermalink, RedirectEntry } from '../../model/permalink.ts'
import { indexAnchors, isAnchor, isPassagePermalink, redirectEntry, type GivenAnchor } from '../../model/permalink.ts'
import { readEntries } from '../../text/entry-lines.ts'
import { track } from './reads.ts'

/*
 * The folders of the dossier that is rendered, as the command line hands them over; a bare `astro dev` renders the
 * dossier of the working directory.
 */

/** The dossier's root. */
export const ROOT = resolve(process.env['DOSSIER_ROOT'] ?? '.')

/** Where the generated collections are: `content/`, or the folder in which a new one waits to be published. */
export const CONTENT = resolve(process.env['DOSSIER_CONTENT'] ?? join(ROOT, 'content'))

/** The folder of the pages in another site, as `/dossier`; empty if the dossier is the site. */
export const MOUNT = process.env['DOSSIER_MOUNT'] ?? ''

/** The generated pages: their MDX, and the trees that a build composed them from, which are there only while it renders them. */
export const FOLDERS = { content: CONTENT, trees: join(CONTENT, '../trees') }

let record: ReturnType<typeof openRecord> | undefined

/** The record of addresses, read when it is first needed: compiling the site needs none. */
const recorded = () => (record ??= openRecord())

function openRecord() {
  const lines = [...readEntries<PagePermalink | PassagePermalink>(join(CONTENT, 'permalinks.json'))]
  const pages = new Map(lines.flatMap((line) => (isPassagePermalink(line) ? [] : [[line.id, line]])))
  const passages = new Map(lines.filter(isPassagePermalink).map((line) => [line.id, line]))
  const passagesOf = Map.groupBy(passages.values(), ({ source }) => source)
  return { pages, passages, passagesOf, anchors: indexAnchors(pages.values()) }
}

/** The address and type of what has the id; a passage has none of its own. */
const placeOf = track('place', (id): { readonly address: string; readonly type?: PagePermalink['type'] } => {
  const { pages, passages } = recorded()
  const source = passages.get(id)?.source
  const page = pages.get(source ?? id)
  if (!page) throw new Error(`Unexpected id "${id}", expected one that content/permalinks.json holds`)
  return source ? { address: `${page.address}#${id}` } : { address: page.address, type: page.type }
})
const listPages = track('pages', () => [...recorded().pages.values()])

/** Every page address ever published, for the redirect and tombstone pages. */
export function allPermalinks(): readonly PagePermalink[] {
  return listPages('')
}

/** The passages that a source once had, in the order of the record. */
export const permalinksOfPassages = track(
  'passages',
  (source): readonly PassagePermalink[] => recorded().passagesOf.get(source) ?? [],
)

/**
 * The record's line of a passage.
 *
 * @throws Error if it does not have the id
 */
export const permalinkOfPassage = track('permalink', (id): PassagePermalink => {
  const line = recorded().passages.get(id)
  if (!line) throw new Error(`Unexpected id "${id}", expected a passage that content/permalinks.json holds`)
  return line
})

/** The number of the text that a source shows now, counted from 1. */
export const versionOf = track('version', (source) => Math.max(1, recorded().pages.get(source)?.versions?.length ?? 1))

/** A path from the dossier's root as a link within the site, with the folder that the site is hosted in. */
export function withBase(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + MOUNT + path
}

/**
 * The link to a source, entity, quotation, dated event or passage.
 *
 * @throws Error when the record does not know the id, so that no page is built with a broken link
 */
export function addressOf(id: string): string {
  return withBase(placeOf(id).address)
}

/** True for an entry with its own page, false for one on the page of its source. */
export function hasPage(id: string): boolean {
  return !isAnchor(placeOf(id).address)
}

/** Every published anchor on a source's page. */
export const anchorsOn = track('anchors', (source): readonly GivenAnchor[] => recorded().anchors.get(source) ?? [])

/** Where an entity's id leads and what kind it is. */
export function targetOf(id: string): LinkTarget {
  const { address, type } = placeOf(id)
  return { href: withBase(address), type: type! }
}

/** The last folder of an address: `/people/marta-vance-3k9m2p7x/` gives `marta-vance-3k9m2p7x`. */
export function lastSegment(address: string): string {
  return address.split('/').filter(Boolean).at(-1) ?? ''
}

const readRetired = track('retired', (): RedirectEntry[] => {
  const file = join(CONTENT, 'redirects.json')
  return existsSync(file) ? redirectEntry.array().parse(JSON.parse(readFileSync(file, 'utf8'))) : []
})

/** Every address that must redirect or say why it is gone, as the record of permalinks has it; paths from the dossier's root. */
export const listRetired = (): RedirectEntry[] => readRetired('')
