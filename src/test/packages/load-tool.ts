import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pathOf } from './package-files.ts'

const PINNED = pathOf('src/test/packages/tools')
const INSTALLED = pathOf('node_modules/.cache/tools')

/** Written last: a folder without it, or with that of another lock, is installed anew. */
const DONE = join(INSTALLED, 'installed-lock.json')

/** A module in the folder of the tools, so that names are looked up there. */
const LOADER = join(INSTALLED, 'load.mjs')

/**
 * Loads a measuring tool: a package of `tools/package.json`. Only benches need these, and they weigh more than all that
 * Dossier needs to build, so the first bench that asks for one installs them.
 *
 * @param name the package's name
 */
export async function loadTool<Tool>(name: string): Promise<Tool> {
  const lock = readFileSync(join(PINNED, 'package-lock.json'))
  if (!existsSync(DONE) || !readFileSync(DONE).equals(lock)) install(lock)
  const { load } = (await import(pathToFileURL(LOADER).href)) as { load: (name: string) => Promise<Tool> }
  return load(name)
}

function install(lock: Buffer): void {
  console.log('Installing the measuring tools, once.')
  rmSync(INSTALLED, { recursive: true, force: true })
  mkdirSync(INSTALLED, { recursive: true })
  cpSync(PINNED, INSTALLED, { recursive: true })
  execFileSync('npm', ['ci', '--ignore-scripts'], {
    cwd: INSTALLED,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  writeFileSync(LOADER, 'export const load = (name) => import(name)\n')
  writeFileSync(DONE, lock)
}
