import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sha256Of } from '../../text/hash.ts'
import { listFilesBelow } from '../disk/disk.ts'

/** Where the manifest stands in the site. */
export const MANIFEST = 'data/manifest.json'

/**
 * Writes the manifest of a finished site: the SHA-256 of every file that it was made from and of every file that was
 * made, with the versions of the tools. Anybody can build again and compare.
 *
 * @param root the dossier's folder
 * @param content the generated collections
 * @param out the site; the manifest is written into it and is the only file that it does not list
 */
export function writeManifest(root: string, content: string, out: string): void {
  const manifest = {
    algorithm: 'SHA-256',
    versions: listVersions(),
    inputs: hashFiles(join(root, 'seeds'), 'seeds/'),
    outputs: { ...hashFiles(content, 'content/'), ...hashFiles(out, '') },
  }
  writeFileSync(join(out, MANIFEST), `${JSON.stringify(manifest, undefined, 1)}\n`)
}

/** The package pins its tools exactly. */
function listVersions(): Record<string, string> {
  const { version, dependencies } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  ) as { version: string; dependencies: Record<string, string> }
  return {
    dossier: version,
    node: process.versions.node,
    astro: dependencies['astro']!,
  }
}

function hashFiles(folder: string, prefix: string): Record<string, string> {
  const paths = listFilesBelow(folder).filter((path) => path !== MANIFEST && !basename(path).startsWith('.'))
  return Object.fromEntries(paths.map((path) => [prefix + path, sha256Of(readFileSync(join(folder, path)))]))
}

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
