import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { redirectEntry, type RedirectEntry } from '../../model/redirect.ts'
import { CONTENT } from '../loader/folders.ts'

/** Every address that must redirect or say why it is gone, as the record of permalinks has it; paths from the dossier's root. */
export function listRetired(): RedirectEntry[] {
  const file = join(CONTENT, 'redirects.json')
  return existsSync(file) ? redirectEntry.array().parse(JSON.parse(readFileSync(file, 'utf8'))) : []
}
