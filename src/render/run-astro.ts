import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Problem } from '../model/problem.ts'

/** The package's own folder, where Astro finds `astro.config.mjs` and `src/site`. */
export const PACKAGE = new URL('../../', import.meta.url).pathname

/** The folders one rendering reads and writes; all absolute. */
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
export async function runAstro(rendering: Rendering): Promise<Problem[]> {
  const { code, output } = await spawnAstro(rendering)
  return code === 0 ? [] : [explainFailure(output, rendering.root)]
}

function spawnAstro({ root, content, out }: Rendering): Promise<{ code: number | null; output: string }> {
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
    const child = spawn(process.execPath, [astro, 'build', '--root', PACKAGE], { cwd: PACKAGE, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: stripVTControlCharacters(Buffer.concat(chunks).toString()) }))
  })
}

/** Astro's account of a failure, from its first error on. */
function explainFailure(output: string, root: string): Problem {
  const page = /Caught error rendering \/(\S*?)\/?: /.exec(output)?.[1]
  const written = page !== undefined && existsSync(join(root, `seeds/pages/${page}.mdx`)) ? `seeds/pages/${page}.mdx` : undefined
  const [first = 'Astro stopped without a word'] = /(?<=\[ERROR\] )(?:\[\w+\] )?.+/.exec(output) ?? []
  const reason = first.replace(/^(?:\[\w+\] )?(?:Caught error rendering \S+ )?(?:Error: )?/, '')
  const isOurs = written !== undefined && first.length > 0
  return {
    file: written ?? `/${page ?? ''}`,
    severity: 'error',
    rule: 'render/page',
    reason,
    ...(!isOurs && { hint: output.slice(Math.max(0, output.indexOf('[ERROR]'))).trim().slice(-4000) }),
  }
}
