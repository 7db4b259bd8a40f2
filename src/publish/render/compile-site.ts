import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listFilesAt } from '../disk/disk.ts'
import type { ProcessResult, Folders } from './run-node.ts'
import { runNode } from './run-node.ts'

/** The folder of this package, with `src/site`, which is `lib/site` where the package is installed. */
const PACKAGE = fileURLToPath(new URL('../../../', import.meta.url))
const PROGRAM = fileURLToPath(new URL('../../', import.meta.url))

/** Everything of the package that decides what Astro makes of the site. */
const SITE_CODE = ['site', 'astro', 'model', 'text', 'lang', 'markup', 'cite', 'figures'].map((room) =>
  join(PROGRAM, room),
)
const SITE_FILES = ['public', 'astro.config.mjs', 'package.json'].map((name) => join(PACKAGE, name))
const TEST = /\.(?:test|fixture)\.ts$/

/** Astro reads the path of its configuration from its root folder. */
export const CONFIG = '../../astro.config.mjs'

/**
 * Astro writes caches and temporary chunks to its root folder, so each run has its own: two runs never share a file,
 * and none finds files of an earlier one. The folder is inside the package, where the chunks resolve their imports.
 */
const WORKPLACES = join(PACKAGE, '.astro')

/** Number of compiled sites kept: dossiers differ in their hand-written pages and hosts. */
const MOST_KEPT = 12

/** The compiled site, before any page is rendered. */
export interface CompiledSite {
  /** The program that renders the pages. */
  readonly program: string
  /** Style sheets, scripts, fonts and the files of `public/`, which are the same in every site. */
  readonly assets: string
}

/**
 * Compiles the site's pages with Astro, once for as long as neither their code, nor the hand-written pages, nor the
 * address of the host changes.
 *
 * @returns what was compiled, or how Astro ended
 */
export async function compileSite(folders: Folders): Promise<CompiledSite | ProcessResult> {
  const kept = join(WORKPLACES, `site-${hashSite(folders)}`)
  if (!existsSync(kept)) {
    const ended = await compile(kept, folders)
    if (ended.code !== 0) return ended
  }
  return { program: join(kept, 'program'), assets: join(kept, 'assets') }
}

async function compile(kept: string, folders: Folders): Promise<ProcessResult> {
  const workplace = makeWorkplace()
  try {
    const made = join(workplace, 'made')
    mkdirSync(made)
    const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs')
    const ended = await runNode([astro, 'build', '--root', workplace, '--config', CONFIG], workplace, folders, {
      DOSSIER_OUT: join(made, 'assets'),
      DOSSIER_PROGRAM: join(made, 'program'),
    })
    if (ended.code === 0 && !existsSync(kept)) renameSync(made, kept)
    return ended
  } finally {
    rmSync(workplace, { recursive: true, force: true })
  }
}

/** Makes a root folder for one run of Astro; the caller removes it. */
export function makeWorkplace(): string {
  mkdirSync(WORKPLACES, { recursive: true })
  removeStale()
  return mkdtempSync(join(WORKPLACES, `run-${process.pid}-`))
}

/** Removes folders of ended processes, and the oldest compiled sites. */
function removeStale(): void {
  const names = readdirSync(WORKPLACES)
  const sites = names
    .filter((name) => name.startsWith('site-'))
    .map((name) => ({ name, time: statSync(join(WORKPLACES, name)).mtimeMs }))
    .toSorted((a, b) => b.time - a.time)
  const stale = [...names.filter(isOfEndedProcess), ...sites.slice(MOST_KEPT).map(({ name }) => name)]
  for (const name of stale) rmSync(join(WORKPLACES, name), { recursive: true, force: true })
}

function isOfEndedProcess(name: string): boolean {
  const pid = /^run-(\d+)-/.exec(name)?.[1]
  if (pid === undefined) return false
  try {
    return !process.kill(Number(pid), 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Hash of everything that Astro reads: the package's files by size and time, the dossier's by their bytes. */
export function hashSite({ root, content }: Folders): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of [...SITE_CODE, ...SITE_FILES].flatMap(listFilesAt).filter((path) => !TEST.test(path))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`\n${file} ${size} ${mtimeMs}`)
  }
  hash.update(`\n${JSON.stringify(readHost(content))}`)
  const pages = listFilesAt(join(root, 'seeds/pages'))
  for (const file of [...pages, ...pages.flatMap(listImported)]) {
    const bytes = readFileSync(file)
    hash.update(`\n${relative(root, file)} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex').slice(0, 16)
}

function readHost(content: string): unknown {
  return (JSON.parse(readFileSync(join(content, 'dossier.json'), 'utf8')) as { site?: string }).site
}

/** The files that a hand-written page takes from elsewhere in the dossier. */
export function listImported(page: string): string[] {
  const paths = readFileSync(page, 'utf8').matchAll(/(?:from|import)\s*\(?["'](\.[^"']+)["']/g)
  return [...paths]
    .map(([, path]) => resolve(dirname(page), path!))
    .filter((path) => existsSync(path) && statSync(path).isFile())
}
