import { readdirSync } from 'node:fs'
import { compare } from '../../text/compare.ts'

/** The names in a folder, in code point order; none when there is no such folder, or something else in its place. */
export function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).sort(compare)
  } catch {
    return []
  }
}
