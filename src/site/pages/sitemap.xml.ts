import type { APIRoute } from 'astro'
import { COLLECTION_OF } from '../../model/kind.ts'
import { element, textElement, writeXml } from '../../text/escape.ts'
import { openDossier } from '../dossier/dossier.ts'
import { listSections } from '../layout/list-sections.ts'
import { divideSources, listPartPages } from '../lists/list-parts.ts'
import { addressOf, hasPage, versionOf, withBase } from '../loader/addresses.ts'
import { addressOfContainer, listContainers, listOrders } from '../source/describe-source.ts'
import { listVersionsOf, stampSource } from '../versions/compare-versions.ts'

/** Every page of the dossier, for other people's search engines; a source with the day its text was last changed. */
export const GET: APIRoute = async ({ site }) => {
  const dossier = await openDossier()
  const { sources, entities, datedEvents, quotations, figures, handWritten } = dossier
  const sections = listSections(dossier).map(({ path }) => path)
  const kinds = entities.map(({ kind }) => `/${COLLECTION_OF[kind]}/`)
  const indexes = new Set([
    '/',
    '/data/',
    '/takedowns/',
    ...sections,
    ...kinds,
    ...handWritten.map(({ id }) => `/${id}/`),
    ...listPartPages(dossier),
  ])
  const dated = sources.map((source) => ({
    path: addressOf(source.id),
    day: dayOf(stampSource(source, versionOf(source.id), listVersionsOf(source.id))),
  }))
  const others = [
    ...(sources.length > 1 && divideSources(sources).length === 0
      ? listOrders()
          .slice(1)
          .map(({ href }) => href)
      : []),
    ...[...indexes].map(withBase),
    ...listContainers(sources).map(({ file }) => addressOfContainer(file)),
    ...[...entities, ...datedEvents, ...quotations, ...figures]
      .filter(({ id }) => hasPage(id))
      .map(({ id }) => addressOf(id)),
  ]
  const urls = [...others.map((path) => ({ path, day: undefined })), ...dated].map(({ path, day }) =>
    element('url', {}, [...textElement('loc', site ? new URL(path, site).href : path), ...textElement('lastmod', day)]),
  )
  const text = writeXml(element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls))
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

/** The day of a moment; undefined for what nobody dates. */
function dayOf(moment: string): string | undefined {
  return moment.startsWith('1970') ? undefined : moment.slice(0, 10)
}
