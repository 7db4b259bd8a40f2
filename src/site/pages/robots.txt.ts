import type { APIRoute } from 'astro'
import { withBase } from '../loader/addresses.ts'

/** Everybody may read everything. The sitemap's address must be absolute, so it is given only if the site is known. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = site ? `Sitemap: ${new URL(withBase('/sitemap.xml'), site).href}\n` : ''
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
