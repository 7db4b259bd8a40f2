import { listChanges } from '../diff/list-changes.ts'
import { printChanges } from '../diff/print-changes.ts'
import { readContent } from '../diff/read-content.ts'
import type { CommandResult } from './options.ts'

/** Tells what readers would find otherwise in the newer of two builds, as the text of a comment. */
export function diff(old: string, now: string): CommandResult {
  try {
    const changes = listChanges(readContent(old), readContent(now))
    return { code: 0, text: printChanges(changes), json: { ok: true, old, new: now, changes } }
  } catch (error) {
    const reason = (error as Error).message
    return { code: 1, text: `${reason}\n`, json: { ok: false, old, new: now, reason } }
  }
}
