import type { FSWatcher } from 'node:fs'
import { readdirSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** An editor saves in several steps; what comes within this time is one change. In milliseconds. */
const ONE_SAVE = 40

/** Files that an editor writes beside the one that is saved. */
const OF_AN_EDITOR = /^\.|~$/

/**
 * Calls back after each change of a file under a folder. Each folder is watched by itself: on Linux the recursive watch
 * of Node 24 hears nothing more of a file once another was renamed onto it, which is how this desk and most editors save.
 *
 * @returns ends the watch
 */
export function watchSeeds(folder: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const hear = (_: string, name: string | null) => {
    if (name !== null && OF_AN_EDITOR.test(name)) return
    clearTimeout(timer)
    timer = setTimeout(settle, ONE_SAVE)
  }
  let watchers = watchFolders(folder, hear)
  /* A folder may be new. The new watch begins before the old one ends, and before the files are read. */
  const settle = () => {
    const former = watchers
    watchers = watchFolders(folder, hear)
    for (const watcher of former) watcher.close()
    onChange()
  }
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

function watchFolders(top: string, hear: (event: string, name: string | null) => void): FSWatcher[] {
  return listFolders(top).flatMap((folder) => {
    try {
      /* A folder that is taken away while it is watched is told by the one it was in. */
      return watch(folder, hear).on('error', () => {})
    } catch (error) {
      if (!statSync(folder, { throwIfNoEntry: false })) return []
      throw error
    }
  })
}

function listFolders(top: string): string[] {
  if (!statSync(top, { throwIfNoEntry: false })) return []
  const within = readdirSync(top, { withFileTypes: true, recursive: true })
  return [top, ...within.filter((one) => one.isDirectory()).map(({ parentPath, name }) => join(parentPath, name))]
}
