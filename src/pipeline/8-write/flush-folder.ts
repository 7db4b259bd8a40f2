import { spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Puts a folder with everything in it on the disk, so that a loss of power takes nothing of it: its whole file system
 * in one call where there is one (`syncfs` of Linux, through `sync`), else file by file, which takes ten times longer.
 */
export function flushFolder(folder: string): void {
  if (spawnSync('sync', ['--file-system', folder], { stdio: 'ignore' }).status !== 0) flushEach(folder)
}

/** Writes a file that is on the disk when the call is over. */
export function writeThrough(path: string, text: string): void {
  writeFileSync(path, text, { flush: true })
}

/** Puts each file and each folder of a folder on the disk. */
export function flushEach(folder: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) flush(join(parentPath, name), 'r+')
  for (const { parentPath, name } of entries.filter((entry) => entry.isDirectory())) flushNames(join(parentPath, name))
  flushNames(folder)
}

/** Puts the names in a folder on the disk: what was renamed stays renamed. Not every system does that for a folder. */
export function flushNames(folder: string): void {
  try {
    flush(folder, 'r')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP'].includes(code)) throw error
  }
}

function flush(path: string, mode: 'r' | 'r+'): void {
  const file = openSync(path, mode)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
