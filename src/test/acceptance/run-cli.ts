import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))
/** Compiled modules are kept from one command to the next: a third of a short command's time. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url))
const SETTINGS = { encoding: 'utf8', maxBuffer: 1 << 28 } as const

/** Runs the command line as a person would, in a process of its own. */
export function runCli(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NODE_COMPILE_CACHE }
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { ...SETTINGS, env })
  return { code: status, stdout, stderr }
}

/**
 * Builds a dossier in a process of its own, while the caller does something else.
 *
 * @throws Error with what the command printed, when it fails
 */
export function buildInBackground(root: string): Promise<void> {
  const env = { ...process.env, NODE_COMPILE_CACHE }
  return new Promise((resolve, reject) =>
    execFile(process.execPath, [CLI, 'build', '--root', root], { ...SETTINGS, env }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stdout}${stderr}`)) : resolve(),
    ),
  )
}
