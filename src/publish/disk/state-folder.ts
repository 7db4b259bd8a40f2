import { lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { realDisk } from './disk.ts'

/** The file that holds the inode number of the folder it lies in. */
const HOME = 'home'

/**
 * Opens `.dossier`, the folder of unpublished work, and creates it where it is missing. It is replaced when it is a link
 * or was not made here: its contents are trusted (which folders to exchange, what an article was found to say), and a
 * dossier from somebody else may bring one along. A copied folder has another inode.
 *
 * @param root the dossier's folder
 * @returns its path
 * @throws Error when nothing can be written there
 */
export function openStateFolder(root: string): string {
  const stateFolder = join(root, '.dossier')
  if (!isOwn(stateFolder)) makeOwn(stateFolder)
  return stateFolder
}

function isOwn(stateFolder: string): boolean {
  const home = join(stateFolder, HOME)
  return attempt(
    () =>
      lstatSync(stateFolder).isDirectory() &&
      lstatSync(home).isFile() &&
      readFileSync(home, 'utf8') === realDisk.identify(stateFolder),
  )
}

/** Two builds may start at once: the folder is renamed in with its `home` file, and neither removes the other's. */
function makeOwn(stateFolder: string): void {
  const own = mkdtempSync(`${stateFolder}.new-`)
  const aside = `${own}.aside`
  try {
    writeFileSync(join(own, HOME), realDisk.identify(own)!)
    attempt(() => renameSync(stateFolder, aside))
    renameSync(isOwn(aside) ? aside : own, stateFolder)
  } catch (error) {
    if (!isOwn(stateFolder)) throw error
  } finally {
    for (const path of [own, aside]) rmSync(path, { recursive: true, force: true })
  }
}

/** False if the call fails: an unreadable folder is not ours, and there may be nothing to rename. */
function attempt<T>(call: () => T): T | false {
  try {
    return call()
  } catch {
    return false
  }
}
