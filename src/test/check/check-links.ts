import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Breach, SitePage } from './site-page.ts'

const ATTRIBUTE = /\s(href|src|action|data-card)="([^"]*)"/g
const ID = /\sid="([^"]+)"/g

const unescape = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&#x26;', '&')

/** The links and sources of a page, without those in its text. */
function listLinks({ html }: SitePage): { name: string; value: string }[] {
  return [...html.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => ({ name, value: unescape(value) }))
}

/**
 * Every link within the site leads to a page or file, every fragment to an element, every id is unique in its page,
 * and nothing but a link leads to another site.
 *
 * @param folder the built site
 * @param base the folder it is hosted in, with slashes: `/` or `/dossier/`
 */
export function checkLinks(folder: string, pages: readonly SitePage[], base = '/'): Breach[] {
  const ids = new Map(pages.map((page) => [page.path, [...page.html.matchAll(ID)].map(([, id = '']) => id)]))
  return pages.flatMap((page) => [
    ...listTwice(ids.get(page.path) ?? []).map((id) => ({
      page: page.path,
      rule: 'page/id-twice',
      reason: `Unexpected second id "${id}"`,
    })),
    ...listLinks(page).flatMap(({ name, value }) => explainLink(folder, ids, page, name, value, base)),
  ])
}

function listTwice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function explainLink(
  folder: string,
  ids: ReadonlyMap<string, readonly string[]>,
  { path: page }: SitePage,
  name: string,
  value: string,
  base: string,
): Breach[] {
  if (name === 'data-card')
    return ids.get(page)?.includes(value) ? [] : [{ page, rule: 'page/card', reason: `No element "${value}"` }]
  if (/^(?:https?|mailto):/.test(value))
    return name === 'href' ? [] : [{ page, rule: 'page/remote', reason: `${name} leads to ${value}` }]
  const { pathname, hash } = new URL(value, `http://site${base}${page.slice(1)}`)
  if (!pathname.startsWith(base)) return [{ page, rule: 'page/link', reason: `${value} is outside the folder ${base}` }]
  const path = `/${decodeURI(pathname.slice(base.length))}`
  const isThere = ids.has(path) || (!path.endsWith('/') && existsSync(join(folder, path)))
  if (!isThere) return [{ page, rule: 'page/link', reason: `${value} leads nowhere` }]
  const fragment = decodeURIComponent(hash.slice(1))
  const isFound = fragment === '' || (ids.get(path)?.includes(fragment) ?? true)
  return isFound ? [] : [{ page, rule: 'page/fragment', reason: `${value}: no element has this id` }]
}
