import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { collectReads, digestReads, digestValue } from '../loader/reads.ts'
import type { KeptPage } from './kept-pages.ts'
import { hashBytes, readKeptPages, readUntouched, writeKeptPages } from './kept-pages.ts'
import type { SitePath, SiteProgram } from './program.ts'
import { openProgram } from './program.ts'

/*
 * Renders every page of the site into a folder, and takes those that would be the same from the last site:
 * `node render-pages.ts PROGRAM SITE LAST-SITE LAST-RECORD RECORD`. The dossier's folders come in the environment, as for
 * `astro build`; so does what a page throws reach the caller.
 */

const [folder, site, lastSite, lastRecord, record] = process.argv.slice(2) as [string, string, string, string, string]

/** Of what pages read; the dossier does not change while it is rendered. */
const digests = new Map<string, string>()

/** The file of the site that holds a page, or that a route makes. */
function fileOf({ pathname, route }: SitePath): string {
  const path = pathname.replaceAll(/^\/|\/$/g, '')
  if (route.type === 'endpoint') return path
  return path === '404' ? '404.html' : join(path, 'index.html')
}

async function renderPages(): Promise<void> {
  const program = await openProgram(folder)
  const name = basename(dirname(folder))
  const kept = readKeptPages(lastRecord, name)
  const written = writeKeptPages(record, name)
  const made = new Map<string, string>()
  for (const path of await program.listPaths()) {
    const file = fileOf(path)
    const { component } = path.route
    if (made.has(file)) throw new Error(`Unexpected second /${file} by ${component}: ${made.get(file)} makes it`)
    made.set(file, component)
    const { bytes, ...page } = takeKept(file, path, kept.get(file)) ?? (await renderPage(path, program))
    if (!bytes) continue
    mkdirSync(dirname(join(site, file)), { recursive: true })
    writeFileSync(join(site, file), bytes)
    if (page.hash !== undefined && page.digest !== undefined) written.add(file, page as KeptPage)
  }
  written.close()
}

function takeKept(file: string, path: SitePath, page: KeptPage | undefined) {
  if (!page || digestPage(path, page.names) !== page.digest) return undefined
  const bytes = readUntouched(join(lastSite, file), page)
  return bytes && { ...page, bytes }
}

async function renderPage(path: SitePath, program: SiteProgram) {
  const { value: bytes, names } = await collectReads(() => program.render(path))
  return { bytes, names, hash: bytes && hashBytes(bytes), digest: digestPage(path, names) }
}

/** Hash of all that a page is made from; `undefined` when that cannot be told. */
function digestPage({ props, route }: SitePath, names: readonly string[]): string | undefined {
  const given = digestValue(props)
  const read = given && digestReads(names, digests)
  return read && `${route.component} ${given} ${read}`
}

try {
  await renderPages()
} catch (error) {
  console.error(`[ERROR] ${error}\n${(error as Error).stack}`)
  process.exitCode = 1
}
