import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { WrittenFile } from '../../model/written-file.ts'

/**
 * Writes files into a folder, making the folders they need.
 *
 * @throws Error when a path leads outside the folder: no title or id of a seed may do that
 */
export function writeFiles(folder: string, files: readonly WrittenFile[]): void {
  for (const { path, text } of files) {
    const target = resolve(folder, path)
    if (relative(folder, target).startsWith('..'))
      throw new Error(`Unexpected path ${path}, expected one inside ${folder}`)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
