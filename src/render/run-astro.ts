import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

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
 * @returns what Astro printed
 * @throws Error with what Astro printed when it fails
 */
export function runAstro({ root, content, out }: Rendering): Promise<string> {
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
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString()
      if (code === 0) resolve(output)
      else reject(new Error(output))
    })
  })
}
