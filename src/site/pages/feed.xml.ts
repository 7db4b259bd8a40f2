import type { APIRoute } from 'astro'
import { openDossier } from '../dossier/dossier.ts'
import { writeFeed } from '../machine/write-feed.ts'

/** The Atom feed of the sources, the newest first. */
export const GET: APIRoute = async ({ site, url }) =>
  new Response(writeFeed(await openDossier(), site, url.pathname), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
