import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explainBucket } from '../cache/bucket.ts'
import type { Problem } from '../model/problem.ts'
import type { AnalysedShard, Shard } from '../pipeline/analyse-seeds.ts'
import { analyseShard } from '../pipeline/analyse-seeds.ts'
import { hashEngine, openStore } from '../pipeline/store.ts'
import type { CommandResult, Options } from './options.ts'
import { count, printProblems } from './options.ts'

/** Analyses one part of a dossier's articles into a store that a build reads: see `analyseShard`. */
export async function analyse({ root }: Options, store: string, shard: Shard): Promise<CommandResult> {
  const engine = hashEngine()
  // Not the folder of earlier builds, because results found there would not be uploaded to a bucket.
  const folder = mkdtempSync(join(tmpdir(), 'dossier-analysis-'))
  try {
    const opened = await openStore(store, engine, folder)
    return describe(root, store, shard, await analyseShard(root, shard, opened, engine))
  } catch (error) {
    const problems = [explainStore(store, error)]
    return { code: 1, text: `${printProblems(problems)}\n`, json: { ok: false, root, store, problems } }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @throws the error itself when it comes neither from the disk nor from a bucket: then it is a bug */
export function explainStore(store: string, error: unknown): Problem {
  const { syscall, path, message } = error as NodeJS.ErrnoException
  if (syscall === undefined) return explainBucket(error)
  return {
    file: path ?? store,
    severity: 'error',
    rule: 'store/disk',
    reason: message,
    hint: 'Make room, or give the right to write there, and run the command again: what is finished is kept.',
  }
}

function describe(
  root: string,
  store: string,
  shard: Shard,
  { articles, own, known, problems }: AnalysedShard,
): CommandResult {
  const text = [
    ...(problems.length > 0 ? [printProblems(problems), ''] : []),
    `Shard ${shard.part} of ${shard.parts}: ${own} of ${count(articles, 'article')}, ${known} of them analysed before.`,
    `Build with:  dossier build --store ${store}`,
  ]
  return {
    code: 0,
    text: `${text.join('\n')}\n`,
    json: { ok: true, root, store, shard, articles, own, known, problems },
  }
}
