import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pathOf } from './package-files.ts'

/** Folders with a `package.json` and its lock: what benches, `npm run lint` and `npm run docs` need. */
const FOLDERS = {
  tools: 'src/test/packages/tools',
  lint: 'src/test/packages/lint',
  docs: 'packages/docs-site',
} as const
type ToolSet = keyof typeof FOLDERS

/**
 * Loads a measuring tool: a package of `tools/package.json`. Only benches need these, and they weigh more than all that
 * Dossier needs to build, so the first bench that asks for one installs them.
 *
 * @param name the package's name
 */
export async function loadTool<Tool>(name: string): Promise<Tool> {
  const loader = join(installTools('tools'), 'load.mjs')
  const { load } = (await import(pathToFileURL(loader).href)) as { load: (name: string) => Promise<Tool> }
  return load(name)
}

/**
 * Makes the tools of a set ready, once for each state of their lock.
 *
 * @returns the folder that holds them in `node_modules`; names are looked up there by its `load.mjs`
 */
export function installTools(set: ToolSet): string {
  const pinned = pathOf(FOLDERS[set])
  const folder = pathOf(`node_modules/.cache/${set}`)
  const lock = readFileSync(join(pinned, 'package-lock.json'))
  /** Written last: a folder without it, or with that of another lock, is installed anew. */
  const done = join(folder, 'installed-lock.json')
  if (existsSync(done) && readFileSync(done).equals(lock)) return folder
  console.log(`Installing the packages of ${FOLDERS[set]}, once.`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(pinned, folder, { recursive: true })
  const isWindows = process.platform === 'win32'
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit', shell: isWindows })
  writeFileSync(join(folder, 'load.mjs'), 'export const load = (name) => import(name)\n')
  writeFileSync(done, lock)
  return folder
}
