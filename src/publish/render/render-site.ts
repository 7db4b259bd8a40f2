import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import type { Problem } from '../../model/problem.ts'

/** The folder of this package, with `src/site`. */
const PACKAGE = fileURLToPath(new URL('../../../', import.meta.url))

/** Astro reads the path of its configuration from its root folder. */
const CONFIG = '../../astro.config.mjs'

/** The folders that one rendering reads and writes; all absolute. */
export interface Rendering {
  /** The dossier's root, for the hand-written pages. */
  readonly root: string
  /** The generated collections. */
  readonly content: string
  /** Where the site goes; emptied first. */
  readonly out: string
}

/**
 * Renders the site with Astro in a process of its own, whose environment holds nothing of the caller's but PATH and
 * the folders.
 *
 * @returns nothing when the site is there; else what went wrong, most often a page written by hand that names
 *   something the dossier does not have
 */
export async function renderSite(rendering: Rendering): Promise<Problem[]> {
  const { code, output } = await spawnAstro(rendering)
  return code === 0 ? [] : [explainFailure(output, rendering.root)]
}

/** V8 flag: the heap grows by a fifth, not to twice its size, before it is collected. A third less memory, a tenth more time. */
export const HEAP_THRIFT = '--heap-growing-percent=20'

const WORKPLACES = join(PACKAGE, '.astro')

/**
 * Astro keeps caches and temporary chunks in its root folder: each run has its own, so that two runs never share a file
 * and none finds what an earlier one left. It lies in the package, where the chunks resolve their imports. The site is
 * made there too, because Astro renames files into it and the dossier may lie on another file system.
 */
async function spawnAstro(rendering: Rendering): Promise<{ code: number | null; output: string }> {
  mkdirSync(WORKPLACES, { recursive: true })
  for (const name of readdirSync(WORKPLACES))
    if (isStale(name)) rmSync(join(WORKPLACES, name), { recursive: true, force: true })
  const workplace = mkdtempSync(join(WORKPLACES, `run-${process.pid}-`))
  try {
    const site = join(workplace, 'site')
    const result = await spawnIn(workplace, { ...rendering, out: site })
    if (result.code === 0) move(site, rendering.out)
    return result
  } finally {
    rmSync(workplace, { recursive: true, force: true })
  }
}

/** Moves a file or folder, to another file system too. */
export function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    cpSync(from, to, { recursive: true })
  }
}

/** True for the folder of a process that has ended. */
function isStale(name: string): boolean {
  const pid = /^run-(\d+)-/.exec(name)?.[1]
  if (pid === undefined) return false
  try {
    return !process.kill(Number(pid), 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function spawnIn(
  workplace: string,
  { root, content, out }: Rendering,
): Promise<{ code: number | null; output: string }> {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs')
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TZ: 'UTC',
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    FORCE_COLOR: '0',
    DOSSIER_ROOT: root,
    DOSSIER_CONTENT: content,
    DOSSIER_OUT: out,
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [HEAP_THRIFT, astro, 'build', '--root', workplace, '--config', CONFIG], {
      cwd: workplace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: stripVTControlCharacters(Buffer.concat(chunks).toString()) }))
  })
}

/** The first error in Astro's output, and the output from there on as the hint. */
function explainFailure(output: string, root: string): Problem {
  const page = /Caught error rendering \/(\S*?)\/?: /.exec(output)?.[1]
  const written =
    page !== undefined && existsSync(join(root, `seeds/pages/${page}.mdx`)) ? `seeds/pages/${page}.mdx` : undefined
  const [first = 'Astro stopped without an error message'] = /(?<=\[ERROR\] )(?:\[\w+\] )?.+/.exec(output) ?? []
  const reason = first.replace(/^(?:\[\w+\] )?(?:Caught error rendering \S+ )?(?:Error: )?/, '')
  const isOurs = written !== undefined && first.length > 0
  return {
    file: written ?? `/${page ?? ''}`,
    severity: 'error',
    rule: 'page/not-rendered',
    reason,
    ...(!isOurs && {
      hint: output
        .slice(Math.max(0, output.indexOf('[ERROR]')))
        .trim()
        .slice(-4000),
    }),
  }
}
