import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))
const SETTINGS = { encoding: 'utf8', maxBuffer: 1 << 28 } as const

/** Runs the command line in a separate process, as a user would. */
export function runCli(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], SETTINGS)
  return { code: status, stdout, stderr }
}

/** Output and exit code of a command. */
interface Printed {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command in this process, which has loaded the program once: where the process itself is not the point. */
export async function runHere(...args: string[]): Promise<Printed> {
  const { program } = await import('../../commands/command-line.ts')
  const printed = { stdout: '', stderr: '' }
  const writes = (['stdout', 'stderr'] as const).map((name) => {
    const { write } = process[name]
    process[name].write = (text) => ((printed[name] += String(text)), true)
    return () => (process[name].write = write)
  })
  try {
    await program.parseAsync(['node', 'dossier', ...args])
    return { code: Number(process.exitCode ?? 0), ...printed }
  } finally {
    process.exitCode = undefined
    for (const restore of writes) restore()
  }
}

/**
 * Builds a dossier in a separate process, while the caller does something else.
 *
 * @throws Error with the output of the command if it fails
 */
export function buildInBackground(root: string): Promise<void> {
  return new Promise((resolve, reject) =>
    execFile(process.execPath, [CLI, 'build', '--root', root], SETTINGS, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stdout}${stderr}`)) : resolve(),
    ),
  )
}
