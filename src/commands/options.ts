import { join } from 'node:path'
import type { ResultCache } from '../cache/result-cache.ts'
import { noCache, openCache } from '../cache/result-cache.ts'
import type { Problem } from '../model/problem.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { hashEngine } from '../pipeline/store.ts'
import { openStateFolder } from '../publish/disk/lock.ts'
import { compare } from '../text/compare.ts'

/** Options of the command line; folders are absolute. */
export interface Options {
  /** The dossier's folder, with `seeds/` and `content/`. */
  readonly root: string
  /** The folder of the site. */
  readonly out: string
  /** Print one JSON object instead of text. */
  readonly json: boolean
  /** Warnings stop publication too. */
  readonly strict: boolean
  /** Build a second time elsewhere, and publish only when both gave the same bytes. */
  readonly verify: boolean
  /** A folder that `dossier analyse` filled. */
  readonly store?: string | undefined
}

/** The result of a command: printed as text or, with `--json`, as one object. */
export interface CommandResult {
  /** 0: done; 1: the dossier has errors and nothing was published. (2, wrong usage, is the argument parser's.) */
  readonly code: 0 | 1
  readonly text: string
  readonly json: object
}

/** Reports on a terminal which step runs; prints nothing into a pipe. */
export function startProgress(): (step: string) => void {
  return (step) => {
    if (process.stderr.isTTY) process.stderr.write(`· ${step}\n`)
  }
}

/** Problems as text, sorted by file and line: the rule, the reason, and the hint indented below. */
export function printProblems(problems: readonly Problem[]): string {
  const sorted = problems.toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.rule, b.rule),
  )
  return sorted.map(printProblem).join('\n')
}

/** Problems quote file names and words of seeds: no control character of theirs may reach the terminal. */
const CONTROLS = /[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g

function printProblem(problem: Problem): string {
  return layOut(problem).replaceAll(CONTROLS, '\uFFFD')
}

function layOut({ file, line, column, severity, rule, reason, hint }: Problem): string {
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  const correction = hint ? `\n    ${hint.replaceAll('\n', '\n    ')}` : ''
  return `${where}  ${severity}  ${rule}\n  ${reason}${correction}`
}

/** "1 source", "2 sources". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Runs every stage, with the cache of earlier runs, and publishes nothing. */
export async function analyseDossier(root: string, report: (step: string) => void = () => {}): Promise<BuiltDossier> {
  const { buildDossier } = await import('../pipeline/build-dossier.ts')
  return buildDossier(root, { cache: openAnalyses(root), engine: hashEngine(), report })
}

/** A dossier that cannot be written into is read without a cache. */
function openAnalyses(root: string): ResultCache {
  try {
    return openCache(join(openStateFolder(root), 'analysis'))
  } catch {
    return noCache
  }
}
