import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative, sep } from 'node:path'
import { namePart, PACKED } from '../../model/published-file.ts'
import { compare } from '../../text/compare.ts'

/** The file system calls of publishing; each succeeds as a whole or throws. Tests let each one fail. */
export interface Disk {
  readonly exists: (path: string) => boolean
  /** The inode number as text, which a rename does not change; `undefined` if the path does not exist. */
  readonly identify: (path: string) => string | undefined
  readonly makeFolder: (path: string) => void
  readonly write: (path: string, text: string) => void
  /** Flushes a folder and everything in it to the disk. */
  readonly flush: (path: string) => void
  /** Flushes the directory entries of a folder to the disk. */
  readonly flushNames: (path: string) => void
  readonly rename: (from: string, to: string) => void
  /** Exchanges two folders in one step; false, with nothing changed, where the system has no such step. */
  readonly exchange: (one: string, other: string) => boolean
  readonly remove: (path: string) => void
}

/** The disk of this machine. A write is flushed before the call returns. */
export const realDisk: Disk = {
  exists: existsSync,
  identify: (path) => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino.toString(),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  write: writeThrough,
  flush: flushFolder,
  flushNames,
  rename: renameSync,
  exchange: exchangeAtomically,
  remove: (path) => rmSync(path, { recursive: true, force: true }),
}

/** Number of the system call `renameat2` on Linux, by architecture. */
const RENAMEAT2: Partial<Record<NodeJS.Architecture, number>> = { x64: 316, arm64: 276 }

/** `syscall(renameat2, AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE)`, which Node has no function for. */
const CALL = 'exit(syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)'

/**
 * Exchanges two folders of one file system in a single step, so that neither is ever missing: with `mv --exchange`
 * (coreutils 9.5), else on Linux with the same system call through Perl.
 *
 * @param one absolute path
 * @param other absolute path
 * @returns false if neither way is available; nothing has changed then
 */
export function exchangeAtomically(one: string, other: string): boolean {
  const number = process.platform === 'linux' ? RENAMEAT2[process.arch] : undefined
  const succeeds = (program: string, args: string[]) => spawnSync(program, args).status === 0
  return (
    succeeds('mv', ['--exchange', '--no-target-directory', one, other]) ||
    (number !== undefined && succeeds('perl', ['-e', CALL, `${number}`, one, other]))
  )
}

/**
 * Flushes a folder and everything in it to the disk, so that nothing is lost in a power failure: the whole file
 * system in one call if possible (`syncfs` of Linux, through `sync`), else file by file, which takes ten times as
 * long.
 */
export function flushFolder(folder: string): void {
  if (spawnSync('sync', ['--file-system', folder], { stdio: 'ignore' }).status !== 0) flushEach(folder)
}

/** Writes a file and flushes it. */
function writeThrough(path: string, text: string): void {
  writeFileSync(path, text, { flush: true })
}

/** The files below a folder, or the file itself, in code point order; links are not followed, for a build follows none. */
export function listFilesAt(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted(compare)
}

/** Paths of the files below a folder, `/` between folders, in order of code units. Links are not followed: no build reads them. */
export function listFilesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .toSorted(compare)
}

/** Flushes each file and each folder of a folder. */
export function flushEach(folder: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) flush(join(parentPath, name), 'r+')
  for (const { parentPath, name } of entries.filter((entry) => entry.isDirectory())) flushNames(join(parentPath, name))
  flushNames(folder)
}

/** Flushes the directory entries of a folder, so that renames in it last. Not every system can do that. */
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

/** The paths of a published file: its own, that of its gzip, or those of its parts in order; none where it is not there. */
export function findPublished(path: string): string[] {
  const whole = [path, `${path}${PACKED}`].find((one) => existsSync(one))
  if (whole !== undefined) return [whole]
  const parts: string[] = []
  for (let number = 1; ; number += 1) {
    const part = [path, `${path}${PACKED}`].map((one) => namePart(one, number)).find((one) => existsSync(one))
    if (part === undefined) return parts
    parts.push(part)
  }
}
