import { createHash } from 'node:crypto'
import { closeSync, existsSync, linkSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { identifyFile } from '../../text/hash.ts'
import { collectReads, digestReads, digestValue } from '../loader/reads.ts'
import type { Stamp } from '../loader/stamps.ts'
import { areStampsCurrent, restampPage, stampPage } from '../loader/stamps.ts'
import type { SitePath, SiteProgram } from './program.ts'
import { openProgram } from './program.ts'

/** A page of the last build, and what it was made from. */
export interface KeptPage {
  /** Hash of its bytes. */
  readonly hash: string
  /** Which file it is, as `identifyFile` tells. */
  readonly file: string
  /** Names of what it read, and the hash of what they gave. */
  readonly names: readonly string[]
  readonly digest: string
  /** What was stamped into it. */
  readonly stamps: readonly Stamp[]
}

/**
 * Reads the record of the last build's pages, by file.
 *
 * @param program what rendered them; a record of another program counts as none
 */
export function readKeptPages(file: string, program: string): Map<string, KeptPage> {
  const pages = new Map<string, KeptPage>()
  if (!existsSync(file)) return pages
  const names: string[] = []
  const [first, ...lines] = readFileSync(file, 'utf8').split('\n')
  if (first !== program) return pages
  for (const line of lines.filter(Boolean)) {
    const [path, hash, file, digest, read, stamps] = JSON.parse(line) as [
      string,
      string,
      string,
      string,
      (string | number)[],
      Stamp[],
    ]
    pages.set(path, {
      hash,
      file,
      digest,
      stamps,
      names: read.map((one) => (typeof one === 'number' ? names[one]! : addName(names, one))),
    })
  }
  return pages
}

function addName(names: string[], name: string): string {
  names.push(name)
  return name
}

/** Writes the record page by page. Most names are those of other pages too: each is written once, then its number. */
export function writeKeptPages(
  file: string,
  program: string,
): { add(path: string, page: KeptPage): void; close(): void } {
  const target = openSync(file, 'w')
  const numbers = new Map<string, number>()
  const numberOf = (name: string): string | number => {
    const number = numbers.get(name)
    if (number === undefined) numbers.set(name, numbers.size)
    return number ?? name
  }
  writeSync(target, `${program}\n`)
  return {
    add: (path, { hash, file, digest, names, stamps }) =>
      writeSync(target, `${JSON.stringify([path, hash, file, digest, names.map(numberOf), stamps])}\n`),
    close: () => closeSync(target),
  }
}

/** The bytes of a page as the last build left it, unless somebody has touched it since. */
export function readUntouched(file: string, { hash }: KeptPage): Buffer | undefined {
  if (!existsSync(file)) return undefined
  const bytes = readFileSync(file)
  return hashBytes(bytes) === hash ? bytes : undefined
}

export const hashBytes = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex')

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
    const last = takeKept(file, path, kept.get(file))
    const page = last ?? (await renderPage(file, path, program))
    if (page?.digest !== undefined) written.add(file, page as KeptPage)
  }
  written.close()
}

/** The page of the last site, where it would be the same; with other counts stamped into it where they have changed. */
function takeKept(file: string, path: SitePath, page: KeptPage | undefined): KeptPage | undefined {
  if (!page || digestPage(path, page.names) !== page.digest) return undefined
  if (areStampsCurrent(page.stamps) && linkLast(file, page)) return page
  const bytes = readUntouched(join(lastSite, file), page)
  const stamped = bytes && restampPage({ bytes, stamps: page.stamps })
  return stamped && { ...page, stamps: stamped.stamps, ...writePage(file, stamped.bytes) }
}

/** A second name for the same bytes, which no step of a build writes again; not where the last site lies on another disk. */
function linkLast(file: string, page: KeptPage): boolean {
  const last = join(lastSite, file)
  if (identifyFile(last) !== page.file) return false
  try {
    linkSync(last, makeRoom(file))
    return true
  } catch {
    return false
  }
}

function writePage(file: string, bytes: Buffer): Pick<KeptPage, 'hash' | 'file'> {
  const target = makeRoom(file)
  writeFileSync(target, bytes)
  return { hash: hashBytes(bytes), file: identifyFile(target)! }
}

/** Makes the folder of a file of the site, and gives the path of the file. */
function makeRoom(file: string): string {
  const target = join(site, file)
  mkdirSync(dirname(target), { recursive: true })
  return target
}

async function renderPage(file: string, path: SitePath, program: SiteProgram) {
  const { value: rendered, names } = await collectReads(() => program.render(path))
  if (!rendered) return undefined
  const { bytes, stamps } = stampPage(rendered)
  return { ...writePage(file, bytes), names, stamps, digest: digestPage(path, names) }
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
