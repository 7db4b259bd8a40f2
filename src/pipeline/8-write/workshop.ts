import { lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
  try {
    const home = join(workshop, HOME)
    return lstatSync(workshop).isDirectory() && lstatSync(home).isFile() && readFileSync(home, 'utf8') === identify(workshop)
  } catch {
    return false
  }
}

const identify = (folder: string) => lstatSync(folder, { bigint: true }).ino.toString()

/** Two builds may begin at once: the folder is never seen without its name, and none takes away what the other made. */
function makeOwn(workshop: string): void {
  const own = mkdtempSync(`${workshop}.new-`)
  const aside = `${own}.aside`
  writeFileSync(join(own, HOME), identify(own))
  if (tryRename(workshop, aside) && isOwn(aside)) tryRename(aside, workshop)
  tryRename(own, workshop)
  for (const path of [own, aside]) rmSync(path, { recursive: true, force: true })
  if (!isOwn(workshop)) throw Object.assign(new Error(`Unexpected ${workshop}, expected a folder that can be made anew`), { syscall: 'rename', path: workshop })
}

function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch {
    return false
  }
}
