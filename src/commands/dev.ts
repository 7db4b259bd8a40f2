import { printProblems } from './options.ts'
import type { Options } from './options.ts'

/** Serves the dossier while somebody works on it, until the process is ended. */
export async function dev({ root, out }: Options, port: number): Promise<void> {
  const { serveDesk } = await import('../desk/serve.ts')
  process.stdout.write('Building …\n')
  const { url, preview, close } = await serveDesk({ root, out, port })
  const problems = preview.problems()
  if (problems.length > 0) process.stdout.write(`${printProblems(problems)}\n\n`)
  const lines = [
    `The desk is at  ${url}`,
    'Whatever is saved under seeds/ is shown at once. Nothing is published: that is `dossier build`. Ctrl+C ends it.',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)))
}
