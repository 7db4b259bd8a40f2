import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)"/

/**
 * Writes `_headers` for hosts that read it. The policy is that of the search page, the widest that any page needs; each
 * page narrows it by its own. Only a header can say that no other site may frame a page.
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
