import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { exchangeFolders } from './exchange-folders.ts'
import { flushFolder, flushNames, writeThrough } from './flush-folder.ts'

/** The calls of the file system that publishing is made of; each happens wholly or throws. */
export interface Disk {
  readonly exists: (path: string) => boolean
  /** What stays the same when a folder is renamed: its inode, as text; undefined where nothing is. */
  readonly identify: (path: string) => string | undefined
  readonly makeFolder: (path: string) => void
  readonly write: (path: string, text: string) => void
  /** Puts a folder with everything in it on the disk. */
  readonly flush: (path: string) => void
  /** Puts the names in a folder on the disk. */
  readonly flushNames: (path: string) => void
  readonly rename: (from: string, to: string) => void
  /** Exchanges two folders in one step; false where the system has no such step, and then nothing has changed. */
  readonly exchange: (one: string, other: string) => boolean
  readonly remove: (path: string) => void
}

/** The disk of this machine. A write is on the disk, not only on its way, when the call is over. */
export const realDisk: Disk = {
  exists: existsSync,
  identify: (path) => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino.toString(),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  write: writeThrough,
  flush: flushFolder,
  flushNames,
  rename: renameSync,
  exchange: exchangeFolders,
  remove: (path) => rmSync(path, { recursive: true, force: true }),
}
