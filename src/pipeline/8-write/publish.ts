import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A finished folder and the place it is to take. Both on one file system. */
export interface Move {
  readonly staged: string
  readonly target: string
}

const journalIn = (workshop: string) => join(workshop, 'publishing.json')

/**
 * Puts finished folders in the place of the published ones. What is to be done is written down first, so that a run
 * that is cut off in the middle is completed by `resumePublishing` at the start of the next.
 *
 * @param workshop the folder of unpublished work, `.dossier`
 */
export function publish(workshop: string, moves: readonly Move[]): void {
  mkdirSync(workshop, { recursive: true })
  writeFileSync(`${journalIn(workshop)}.new`, JSON.stringify(moves))
  renameSync(`${journalIn(workshop)}.new`, journalIn(workshop))
  resumePublishing(workshop)
}

/** Completes a publication that was cut off; does nothing when there is none. */
export function resumePublishing(workshop: string): void {
  const journal = journalIn(workshop)
  if (!existsSync(journal)) return
  const moves: Move[] = JSON.parse(readFileSync(journal, 'utf8'))
  for (const { staged, target } of moves) exchange(staged, target)
  rmSync(journal)
  for (const { target } of moves) rmSync(formerly(target), { recursive: true, force: true })
}

const formerly = (target: string) => `${target}.formerly`

function exchange(staged: string, target: string): void {
  if (!existsSync(staged)) return
  mkdirSync(dirname(target), { recursive: true })
  if (existsSync(target)) {
    rmSync(formerly(target), { recursive: true, force: true })
    renameSync(target, formerly(target))
  }
  renameSync(staged, target)
}
