import type { APIRoute } from 'astro'
import { COLLECTION_OF } from '../../model/kind.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import { openDossier } from '../view/dossier.ts'
import { escapeXml } from '../view/escape-xml.ts'
import { listSections } from '../view/list-sections.ts'

/** Every page of the dossier, for other people's search engines. */
export const GET: APIRoute = async ({ site }) => {
  const { sources, entities, happenings, quotations, figures } = await openDossier()
  const sections = (await listSections()).map(({ path }) => path)
  const indexes = ['/', '/data/', ...sections, ...Object.values(COLLECTION_OF).map((kind) => `/${kind}/`)]
  const pages = [...sources, ...entities, ...happenings, ...quotations, ...figures].map(({ id }) => addressOf(id))
  const addresses = [...indexes.map(withBase), ...pages].map((path) => escapeXml(site ? new URL(path, site).href : path))
  const lines = addresses.map((address) => `  <url><loc>${address}</loc></url>`)
  const text = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...lines, '</urlset>', ''].join('\n')
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
