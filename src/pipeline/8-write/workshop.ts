import { lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { realDisk } from './disk.ts'

/** The file that names the folder it lies in, by its inode. */
const HOME = 'home'

/**
 * The folder of unpublished work in a dossier, made when it is missing, and made anew when it is a link or was not made
 * here: what it holds is believed, such as which folders to exchange and what an article was read to say, and a dossier
 * from somebody else may bring one along. An inode cannot be brought along.
 *
 * @param root the dossier's folder
 * @returns its path
 * @throws Error when nothing can be written there
 */
export function openWorkshop(root: string): string {
  const workshop = join(root, '.dossier')
  if (!isOwn(workshop)) makeOwn(workshop)
  return workshop
}

function isOwn(workshop: string): boolean {
  const home = join(workshop, HOME)
  return attempt(
    () =>
      lstatSync(workshop).isDirectory() &&
      lstatSync(home).isFile() &&
      readFileSync(home, 'utf8') === realDisk.identify(workshop),
  )
}

/** Two builds may begin at once: the folder is never seen without its name, and none takes away what the other made. */
function makeOwn(workshop: string): void {
  const own = mkdtempSync(`${workshop}.new-`)
  const aside = `${own}.aside`
  try {
    writeFileSync(join(own, HOME), realDisk.identify(own)!)
    attempt(() => renameSync(workshop, aside))
    renameSync(isOwn(aside) ? aside : own, workshop)
  } catch (error) {
    if (!isOwn(workshop)) throw error
  } finally {
    for (const path of [own, aside]) rmSync(path, { recursive: true, force: true })
  }
}

/** False where the call fails: what cannot be read is not own, and where nothing is nothing is set aside. */
function attempt<T>(call: () => T): T | false {
  try {
    return call()
  } catch {
    return false
  }
}
