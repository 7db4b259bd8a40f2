import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import type { WrittenFile } from '../model/published-file.ts'

/** A change of one file, as it is shown before and after it is written. */
export interface SeedChange {
  readonly file: string
  /** The first line that is new or was taken out, counted from 1, the new lines, and those that they replace. */
  readonly line: number
  readonly added: string
  readonly removed: string
}

/** The writer of one desk. It writes only YAML under `seeds/`, and can undo its last write. */
export interface SeedWriter {
  /** The present text of a file, or `undefined` if it does not exist. */
  readonly read: (file: string) => string | undefined
  readonly write: (files: readonly WrittenFile[]) => SeedChange[]
  /** Takes back the last write. Returns the files, or why they stay. */
  readonly undo: () => { readonly files: readonly string[] } | { readonly reason: string }
  /** The files of the last write. */
  readonly last: () => readonly string[] | undefined
}

interface Written {
  readonly file: string
  readonly before: string | undefined
  readonly after: string
}

/** @param root the dossier’s folder */
export function openSeedWriter(root: string): SeedWriter {
  const done: Written[][] = []
  const read = (file: string) => {
    const path = pathOf(root, file)
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined
  }
  return {
    read,
    write: (files) => {
      const written = files.map(({ path, text }) => ({ file: path, before: read(path), after: text }))
      for (const { file, after } of written) replaceFile(pathOf(root, file), after)
      if (written.length > 0) done.push(written)
      return written.map(({ file, before, after }) => describeChange(file, before ?? '', after))
    },
    undo: () => {
      const last = done.at(-1)
      if (!last) return { reason: 'There is nothing to take back.' }
      const other = last.find(({ file, after }) => read(file) !== after)
      if (other) return { reason: `${other.file} was changed since: take the correction out by hand.` }
      for (const { file, before } of last)
        if (before === undefined) rmSync(pathOf(root, file))
        else replaceFile(pathOf(root, file), before)
      done.pop()
      return { files: last.map(({ file }) => file) }
    },
    last: () => done.at(-1)?.map(({ file }) => file),
  }
}

/** The changed lines of a text: those between its unchanged beginning and end. */
export function describeChange(file: string, before: string, after: string): SeedChange {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let [start, end] = [0, 0]
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const [added, removed] = [now, old].map((lines) =>
    lines
      .slice(start, lines.length - end)
      .join('\n')
      .trimEnd(),
  )
  return { file, line: start + 1, added: added!, removed: removed! }
}

/** @throws Error for anything but a YAML file under `seeds/` that no link leads to */
function pathOf(root: string, file: string): string {
  const path = join(root, normalize(file))
  const within = relative(join(root, 'seeds'), path)
  if (within.startsWith('..') || !within.endsWith('.yml')) throw new Error(`Unexpected file ${file}`)
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) throw new Error(`Unexpected link ${file}`)
  const folder = dirname(path)
  if (existsSync(folder) && realpathSync(folder) !== join(realpathSync(root), relative(root, folder)))
    throw new Error(`Unexpected link on the way to ${file}`)
  return path
}

/** A file is never half written: who reads it meanwhile has the old text or the new one. */
function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const own = join(dirname(path), `.desk-${process.pid}`)
  writeFileSync(own, text)
  renameSync(own, path)
}
