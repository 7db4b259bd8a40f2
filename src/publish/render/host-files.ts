import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readData } from '../../text/read-data.ts'
import type { DossierSettings } from '../../model/dossier.ts'
import type { Problem } from '../../model/problem.ts'

/*
 * The files of a site that hosts read: `_headers`, and the redirects that the pipeline lists in `_redirects`; and how much
 * hosts take of one site.
 */

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

/** Redirects of earlier addresses. `:page` in an address matches any one part of the path. */
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

/** Limits of a host for one site. */
interface Host {
  readonly host: string
  readonly files?: number
  readonly bytes?: number
  readonly fileBytes?: number
}

/** Share of a limit from which a warning is given. */
const NEAR = 0.8

/** Warns about hosts whose limits a site reaches or nearly reaches, and says how to make it smaller. */
export function checkHosts(site: string, settings: Pick<DossierSettings, 'site' | 'stubs' | 'shareImages'>): Problem[] {
  const hosts = readData('hosts.yml', import.meta.url) as Host[]
  const size = measureSite(site)
  const near = hosts.flatMap((host) => describeLimits(host, size))
  if (near.length === 0) return []
  const has = `${size.files} files of ${toMegabytes(size.bytes)}, the largest of ${toMegabytes(size.fileBytes)}`
  return [
    {
      file: 'seeds/dossier.yml',
      severity: 'warning',
      rule: 'build/host-limits',
      reason: `The site has ${has}; hosts take no more than: ${near.join('; ')}`,
      hint: adviseSmaller(settings),
    },
  ]
}

type Size = Readonly<Record<'files' | 'bytes' | 'fileBytes', number>>

function measureSite(site: string): Size {
  const sizes = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
  return {
    files: sizes.length,
    bytes: sizes.reduce((sum, one) => sum + one, 0),
    fileBytes: sizes.reduce((most, one) => Math.max(most, one), 0),
  }
}

const LIMITS: readonly (readonly [keyof Size, (most: number) => string])[] = [
  ['files', (most) => `${most} files`],
  ['bytes', toMegabytes],
  ['fileBytes', (most) => `${toMegabytes(most)} a file`],
]

function describeLimits(host: Host, size: Size): string[] {
  const met = LIMITS.flatMap(([name, describe]) => {
    const most = host[name]
    return most !== undefined && size[name] > most * NEAR ? [describe(most)] : []
  })
  return met.length > 0 ? [`${host.host} ${met.join(' and ')}`] : []
}

function toMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}

function adviseSmaller({ site, stubs, shareImages }: Pick<DossierSettings, 'site' | 'stubs' | 'shareImages'>): string {
  const advice = [
    ...(site !== undefined && shareImages !== false ? ['"shareImages: false" saves a picture a page'] : []),
    ...(stubs ? ['without "stubs: true" a redirect is no page, if the host reads _redirects'] : []),
    'a server of your own has no such limits, nor has a bucket that is served as a site',
  ]
  const [first, ...rest] = advice
  return `${[first![0]!.toUpperCase() + first!.slice(1), ...rest].join('; ')}.`
}
