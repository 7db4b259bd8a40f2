import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeFiles } from '../../publish/write-files.ts'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))

/** The cost of a build of one file, from the command line on. */
export interface Cost {
  readonly code: number | null
  /** Rules of the reported problems. */
  readonly rules: readonly string[]
  readonly seconds: number
  /** Peak memory of all its processes, in megabytes; absent if the system does not report it. */
  readonly megabytes?: number
}

/** Builds a dossier of one file. */
export async function buildWorst(text: string): Promise<Cost> {
  const root = mkdtempSync(join(tmpdir(), 'dossier-worst-'))
  writeFiles(root, [
    { path: 'seeds/dossier.yml', text: 'title: Harbour\ndescription: Who signed what?\n' },
    { path: 'seeds/articles/a.txt', text },
  ])
  const start = performance.now()
  const child = spawn(process.execPath, [CLI, 'build', '--root', root, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(child.pid!))
  }, 200)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(watch)
  const seconds = (performance.now() - start) / 1000
  rmSync(root, { recursive: true })
  return {
    code,
    rules: rulesIn(Buffer.concat(chunks).toString()),
    seconds,
    ...(most > 0 && { megabytes: most / 1024 }),
  }
}

function rulesIn(output: string): string[] {
  if (output === '') return ['died']
  const { problems } = JSON.parse(output) as { problems: { rule: string }[] }
  return [...new Set(problems.map(({ rule }) => rule))]
}

/** Kilobytes of a process and its children; 0 if `/proc` does not report it. */
function memoryOf(pid: number): number {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return own + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0)
  } catch {
    return 0
  }
}
