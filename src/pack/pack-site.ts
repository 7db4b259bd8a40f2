import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'rolldown'
import { rolldown } from 'rolldown'
import { listFilesBelow } from '../publish/disk/disk.ts'
import { readRedirects } from '../publish/render/host-files.ts'
import { makePageRelative, makeStylesRelative, READER, relativeTo } from './relative-page.ts'

/** A file of a pack; its path has `/` between folders. */
export interface PackedFile {
  readonly path: string
  readonly bytes: Buffer
}

/** Files that only a host reads. */
const FOR_HOSTS = new Set(['_headers', '_redirects', 'robots.txt'])

/** Files that scripts fetch during a search. */
const FETCHED = /^search\/(?!.*\.html$)/

/**
 * The files of a site as a pack has them, one at a time, in the order of their paths.
 *
 * @param site the published site
 * @param base the site's folder on its host, as `/harbour`; empty at the root
 */
export async function* packSite(site: string, base: string): AsyncGenerator<PackedFile> {
  const paths = listFilesBelow(site)
  for (const path of paths) {
    if (FOR_HOSTS.has(path)) continue
    yield FETCHED.test(path)
      ? { path: `${path}.js`, bytes: Buffer.from(writeTwin(path, readFileSync(join(site, path)))) }
      : { path, bytes: await packFile(join(site, path), { base, path }) }
  }
  yield { path: READER, bytes: Buffer.from(await bundleReader()) }
  yield* packRedirects(site, base, new Set(paths))
}

async function packFile(file: string, place: { base: string; path: string }): Promise<Buffer> {
  const bytes = readFileSync(file)
  if (file.endsWith('.html')) return Buffer.from(makePageRelative(bytes.toString(), place))
  if (file.endsWith('.css')) return Buffer.from(makeStylesRelative(bytes.toString(), place))
  return file.endsWith('.js') ? Buffer.from(await bundleScript(file)) : bytes
}

/** A host answers an earlier address by its list of redirects; in a pack each has a page that leads on. */
function* packRedirects(site: string, base: string, paths: ReadonlySet<string>): Generator<PackedFile> {
  for (const [from, to] of readRedirects(site)) {
    for (const [one, other] of expandRedirect(from, to, base, paths)) {
      const path = `${one.slice(base.length + 1)}index.html`
      if (!paths.has(path)) yield { path, bytes: Buffer.from(leadOn(relativeTo({ base, path }, other))) }
    }
  }
}

/** Expands `/sources/:page/v1/` to that address of every source. */
function expandRedirect(from: string, to: string, base: string, paths: ReadonlySet<string>): [string, string][] {
  if (!to.includes(':page')) return [[from, to]]
  const [before = '', after = ''] = to.slice(base.length + 1).split(':page')
  return [...paths].flatMap((path): [string, string][] => {
    const isOne = path.startsWith(before) && path.endsWith(`${after}index.html`)
    const page = isOne ? path.slice(before.length, -`${after}index.html`.length) : ''
    return page === '' || page.includes('/') ? [] : [[from.replace(':page', page), to.replace(':page', page)]]
  })
}

const leadOn = (href: string) =>
  `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Moved</title><meta http-equiv="refresh" content="0; url=${href}"><p><a href="${href}">This page has moved.</a>\n`

/** `.ts` in the repository, `.js` in the package that is made of it. */
const READER_SOURCE = ['ts', 'js']
  .map((ending) => fileURLToPath(new URL(`browser/read-packed.${ending}`, import.meta.url)))
  .find(existsSync)!

/** Imports that Vite would preload; here they are in the same script. */
const PRELOADED = /__vite__mapDeps\(\[[\d,]*\]\)/g

const forDisk: Plugin = {
  name: 'for-disk',
  transform: (code) => ({
    code: code.replaceAll(PRELOADED, '[]'),
    map: null,
  }),
}

/** The script of a page with all that it imports, as one classic script. */
function bundleScript(file: string): Promise<string> {
  return bundle(file, [forDisk])
}

/** The script that reads packed files. */
function bundleReader(): Promise<string> {
  return bundle(READER_SOURCE, [])
}

async function bundle(input: string, plugins: Plugin[]): Promise<string> {
  const built = await rolldown({ input, plugins, logLevel: 'silent' })
  try {
    const { output } = await built.generate({ format: 'iife', codeSplitting: false, minify: true })
    return output[0].code
  } finally {
    await built.close()
  }
}

/** The twin of a file: a classic script that hands its bytes to the reader. */
function writeTwin(path: string, bytes: Buffer): string {
  return `packed(${JSON.stringify(path)},"${bytes.toString('base64')}")\n`
}
