import { resolve } from 'node:path'
import type { PackDifferences, PackReport } from '../pack/verify-pack.ts'
import { comparePacks, verifyPack } from '../pack/verify-pack.ts'
import { writePack } from '../pack/write-pack.ts'
import type { CommandResult, Options } from './options.ts'
import { printProblems } from './options.ts'

/** Options of `dossier pack`. */
export interface PackFlags {
  readonly file?: string
  readonly timestamp?: true
}

/** Writes the dossier as one file that opens from disk. */
export async function pack(
  { root, out }: Options,
  { file = 'dossier.zip', timestamp }: PackFlags,
): Promise<CommandResult> {
  const target = resolve(root, file)
  const { value, problems } = await writePack({ root, site: out, file: target, timestamp: timestamp ?? false })
  if (!value) return { code: 1, text: printProblems(problems), json: { ok: false, problems } }
  const text = `${value.files} files, ${(value.bytes / 1e6).toFixed(1)} MB before compression, in ${target}\nSHA-256 ${value.sha256}\n`
  return { code: 0, text, json: { ok: true, file: target, ...value } }
}

/** Compares every file of a pack with its hash, or a pack with an earlier one. */
export function verify(file: string, earlier: string | undefined): CommandResult {
  try {
    const report = verifyPack(file)
    const isWhole = report.changed.length + report.missing.length + report.unexpected.length === 0
    const differences = earlier === undefined ? undefined : comparePacks(earlier, file)
    return {
      code: isWhole ? 0 : 1,
      text: printReport(report, isWhole) + (differences ? printDifferences(differences) : ''),
      json: { ok: isWhole, ...report, ...(differences && { differences }) },
    }
  } catch (error) {
    const reason = (error as Error).message
    return { code: 1, text: `${reason}\n`, json: { ok: false, reason } }
  }
}

function printReport({ files, sha256, changed, missing, unexpected }: PackReport, isWhole: boolean): string {
  if (isWhole) return `${files} files, each as its manifest has it.\nSHA-256 ${sha256}\n`
  return printLists({ changed, missing, unexpected })
}

function printDifferences(differences: PackDifferences): string {
  const isSame = Object.values(differences).every((paths) => paths.length === 0)
  return isSame
    ? 'The same payload as the earlier pack.\n'
    : `Since the earlier pack:\n${printLists({ ...differences })}`
}

const printLists = (lists: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(lists)
    .flatMap(([what, paths]) => paths.map((path) => `${what}: ${path}\n`))
    .join('')
