import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/* The files of a site that hosts read: `_headers`, and the redirects that the pipeline lists in `_redirects`. */

const POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)"/

/**
 * Writes `_headers` for hosts that read it. The policy is that of the pages, which state
 * it themselves; only a header can say that no other site may frame them.
 *
 * @param out the rendered site
 * @throws Error when the search page states no policy
 */
export function writeHeaders(out: string): void {
  const policy = POLICY.exec(readFileSync(join(out, 'search/index.html'), 'utf8'))?.[1]?.replaceAll(
    /&#(?:39|x27);/g,
    "'",
  )
  if (policy === undefined) throw new Error('Missing content security policy in the search page')
  const headers = [
    `Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy: same-origin',
  ]
  writeFileSync(join(out, '_headers'), `/*\n${headers.map((header) => `  ${header}\n`).join('')}`)
}

/** Where earlier addresses lead. An address may hold `:page`, which stands for any one part of it. */
export type Redirects = ReadonlyMap<string, string>

/** Reads the lines of `_redirects`: an address, where it leads, and the status. */
export function readRedirects(site: string): Redirects {
  const file = join(site, '_redirects')
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return new Map(lines.flatMap(([from, to]) => (from?.startsWith('/') && to ? [[from, to] as const] : [])))
}
