import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { identifyFile } from '../../text/hash.ts'
import { collectReads } from '../loader/reads.ts'
import { areStampsCurrent, restampPage, stampPage } from '../loader/stamps.ts'
import type { PagePart } from './page-parts.ts'
import { readPart, sliceParts } from './page-parts.ts'
import type { KeptPage } from './page-record.ts'
import { openPageRecord, readPageRecord } from './page-record.ts'
import type { SitePath, SiteProgram } from './program.ts'
import { openProgram } from './program.ts'
import { renderParts } from './render-parts.ts'
import { digestGiven, listSiteFiles } from './site-files.ts'

/** The bytes of a page as the last build left it, unless somebody has touched it since. */
export function readUntouched(file: string, { hash }: KeptPage): Buffer | undefined {
  if (!existsSync(file)) return undefined
  const bytes = readFileSync(file)
  return hashBytes(bytes) === hash ? bytes : undefined
}

/** SHA-1 of bytes in hexadecimal. */
export const hashBytes = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex')

/*
 * Renders every page of the site into a folder, and takes those that would be the same from the last site:
 * `node render-pages.mjs PROGRAM SITE LAST-SITE LAST-RECORD RECORD [PARTS]`, which astro.config.mjs bundles with the
 * pages. Pages that other machines have rendered are taken from PARTS. `node render-pages.mjs PROGRAM PARTS 3/16 [DONE]`
 * renders such parts, but for those done, and prints `part 5 of 40` as each is finished. The dossier's folders come in
 * the environment, as for `astro build`; so does what a page throws reach the caller.
 */

const [folder, ...others] = process.argv.slice(2) as [string, ...string[]]
const SHARD = /^\d+\/\d+$/
const [site, lastSite, lastRecord, record, partsFolder = ''] = others as [string, string, string, string, string?]

/** Pages of the current build. */
let pages: ReturnType<typeof openPageRecord>

async function renderPages(program: SiteProgram): Promise<void> {
  const name = basename(dirname(folder))
  const last = readPageRecord(lastRecord, name)
  pages = openPageRecord(last)
  for (const [number, files] of sliceParts(await listSiteFiles(program))) {
    const part = readPart(partsFolder, number)
    for (const { file, path } of files) {
      if (part?.pages[file] === null) continue
      const page =
        takeFromPart(file, part) ??
        takeKept(file, path, last.pages.get(file)) ??
        (await renderPage(file, path, program))
      if (page) pages.add(file, page)
    }
  }
  pages.write(record, name)
}

/** The page as another machine has rendered it from the same dossier. */
function takeFromPart(file: string, part: PagePart | undefined): KeptPage | undefined {
  const page = part?.pages[file]
  if (!page) return undefined
  const { text, given, reads: numbers, stamps } = page
  const named = numbers.map((number) => pages.numberOfNamed(part.names[number]!, part.digests[number] ?? undefined))
  return { ...writePage(file, Buffer.from(text)), given, reads: named, stamps }
}

/** The page of the last site, where it would be the same; with other counts stamped into it where they have changed. */
function takeKept(file: string, path: SitePath, page: KeptPage | undefined): KeptPage | undefined {
  if (!page || digestGiven(path) !== page.given || !pages.isSame(page)) return undefined
  if (areStampsCurrent(page.stamps) && linkLast(file, page)) return page
  const bytes = readUntouched(join(lastSite, file), page)
  const stamped = bytes && restampPage({ bytes, stamps: page.stamps })
  return stamped && { ...page, stamps: stamped.stamps, ...writePage(file, stamped.bytes) }
}

/** A hard link to the same bytes, which no step of a build writes again; fails if the last site is on another disk. */
function linkLast(file: string, page: KeptPage): boolean {
  const last = join(lastSite, file)
  if (identifyFile(last) !== page.file) return false
  try {
    linkSync(last, makeFolderOf(file))
    return true
  } catch {
    return false
  }
}

function writePage(file: string, bytes: Buffer): Pick<KeptPage, 'hash' | 'file'> {
  const target = makeFolderOf(file)
  writeFileSync(target, bytes)
  return { hash: hashBytes(bytes), file: identifyFile(target)! }
}

/** Makes the folder of a file of the site, and gives the path of the file. */
function makeFolderOf(file: string): string {
  const target = join(site, file)
  mkdirSync(dirname(target), { recursive: true })
  return target
}

/** Nothing for a page that has nothing to show. */
async function renderPage(file: string, path: SitePath, program: SiteProgram): Promise<KeptPage | undefined> {
  const { value: rendered, numbers } = await collectReads(() => program.render(path))
  if (!rendered) return undefined
  const { bytes, stamps } = stampPage(rendered)
  return { ...writePage(file, bytes), given: digestGiven(path), reads: numbers.map(pages.numberOf), stamps }
}

try {
  const [target, shard, done = '[]'] = others as [string, string, string?]
  const program = await openProgram(folder)
  await (SHARD.test(shard) ? renderParts(program, target, shard, JSON.parse(done)) : renderPages(program))
} catch (error) {
  console.error(`[ERROR] ${error}\n${(error as Error).stack}`)
  process.exitCode = 1
}
