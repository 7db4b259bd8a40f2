import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { isFatal } from '../model/problem.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { checkContradictions, checkHandWritten } from '../publish/check-hand-written.ts'
import { checkPublished, checkPublishedFile } from '../publish/check-published.ts'
import type { CommandResult, Options } from './options.ts'
import { analyseDossier, printProblems, startProgress } from './options.ts'

/**
 * Runs every stage without publishing: the problems of the seeds and the register, the addresses that would break, what
 * the sources contradict one another in, and the files of `content/` that are not what the seeds give.
 *
 * @param published path of a record of what readers have; by default that of the site that stands here
 */
export async function check({ root, out, strict }: Options, published?: string): Promise<CommandResult> {
  const built = await analyseDossier(root, startProgress())
  const { content, dossier } = built
  const all = [
    ...built.problems,
    ...(published === undefined ? checkPublished(built, out) : checkPublishedFile(built.record, published)),
    ...checkContradictions(dossier),
    ...checkHandWritten(root, built.addresses),
    ...findDrift(root, content),
  ]
  const isBad = isFatal(all, strict)
  const summary =
    all.length === 0
      ? `${dossier.sources.length} sources, no problems.\n`
      : `${printProblems(all)}\n\n${all.length} problems.\n`
  return { code: isBad ? 1 : 0, text: summary, json: { ok: !isBad, root, problems: all } }
}

/** Files that were edited by hand, or that an older version of the rules wrote. */
function findDrift(root: string, content: readonly WrittenFile[]): Problem[] {
  if (!existsSync(join(root, 'content'))) return []
  return content.flatMap(({ path, text }) => {
    const file = join(root, path)
    if (isSame(file, text)) return []
    const reason = existsSync(file)
      ? 'Unexpected text, expected what the seeds give'
      : 'Missing file, expected it from the seeds'
    return [
      { file: path, severity: 'warning' as const, rule: 'build/drift', reason, hint: 'Build again: dossier build' },
    ]
  })
}

/** Nothing is read but a file of this length: something else may stand in its place. */
function isSame(file: string, text: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() === true && stat.size === Buffer.byteLength(text) && readFileSync(file, 'utf8') === text
}
