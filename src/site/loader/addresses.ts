import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LinkTarget } from '../../markup/render-html.ts'
import type { PagePermalink, PassagePermalink, RedirectEntry } from '../../model/permalink.ts'
import { type GivenAnchor, indexAnchors, isAnchor, isPassagePermalink, redirectEntry } from '../../model/permalink.ts'
import { CONTENT, MOUNT } from './folders.ts'

const record: (PagePermalink | PassagePermalink)[] = JSON.parse(readFileSync(join(CONTENT, 'permalinks.json'), 'utf8'))
const pages = new Map(record.flatMap((line) => (isPassagePermalink(line) ? [] : [[line.id, line]])))
const passages = new Map(record.filter(isPassagePermalink).map((line) => [line.id, line]))
const passagesOf = Map.groupBy(passages.values(), ({ source }) => source)

/** Every page address ever published, for the redirect and tombstone pages. */
export function allPermalinks(): readonly PagePermalink[] {
  return [...pages.values()]
}

/** The passages that a source once had, in the order of the record. */
export function permalinksOfPassages(source: string): readonly PassagePermalink[] {
  return passagesOf.get(source) ?? []
}

/**
 * What the record says of a passage.
 *
 * @throws Error when it does not know the id
 */
export function permalinkOfPassage(id: string): PassagePermalink {
  const line = passages.get(id)
  if (!line) throw new Error(`Unexpected id "${id}", expected a passage that content/permalinks.json holds`)
  return line
}

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
  const passage = passages.get(id)
  return withBase(passage ? `${pageOf(passage.source).address}#${id}` : pageOf(id).address)
}

/** True for what has a page of its own, false for what stands on the page of its source. */
export function hasPage(id: string): boolean {
  return !isAnchor(pageOf(id).address)
}

const anchors = indexAnchors(pages.values())

/** Every anchor that was ever given out on a source's page. */
export function anchorsOn(source: string): readonly GivenAnchor[] {
  return anchors.get(source) ?? []
}

/** Where an entity's id leads and what kind it is. */
export function targetOf(id: string): LinkTarget {
  const { address, type } = pageOf(id)
  return { href: withBase(address), type }
}

function pageOf(id: string): PagePermalink {
  const page = pages.get(id)
  if (!page) throw new Error(`Unexpected id "${id}", expected one that content/permalinks.json holds`)
  return page
}

/** The last folder of an address: `/people/marta-vance-3k9m2p7x/` gives `marta-vance-3k9m2p7x`. */
export function lastSegment(address: string): string {
  return address.split('/').filter(Boolean).at(-1) ?? ''
}

/** Every address that must redirect or say why it is gone, as the record of permalinks has it; paths from the dossier's root. */
export function listRetired(): RedirectEntry[] {
  const file = join(CONTENT, 'redirects.json')
  return existsSync(file) ? redirectEntry.array().parse(JSON.parse(readFileSync(file, 'utf8'))) : []
}
