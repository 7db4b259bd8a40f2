import type { FSWatcher } from 'node:fs'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { openCache, rememberResults } from '../cache/result-cache.ts'
import type { Addresses } from '../model/permalink.ts'
import { isAnchor } from '../model/permalink.ts'
import type { Problem } from '../model/problem.ts'
import { readRegister, readReviewed } from '../pipeline/1-read/read-dossier.ts'
import { writeTreeAlone } from '../pipeline/7-compose/write-page.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { buildDossier } from '../pipeline/build-dossier.ts'
import { keepExtraction } from '../pipeline/extract-in-workers.ts'
import { hashEngine } from '../pipeline/store.ts'
import { checkContradictions, checkHandWritten } from '../publish/check-published.ts'
import { openStateFolder } from '../publish/disk/lock.ts'
import { writeFiles } from '../publish/write-files.ts'
import { listQuestions } from '../review/list-questions.ts'
import type { Question } from '../review/question.ts'
import { rememberBetweenBuilds } from '../text/remember.ts'
import type { Desk } from './forms.ts'

/** The preview of a dossier while somebody works on it. Nothing that is published changes. */
export interface Preview {
  /** Where the collections are written that the site is rendered from. */
  readonly folder: string
  /** As of the last build that came to its end. */
  readonly desk: () => Desk
  readonly problems: () => readonly Problem[]
  readonly questions: () => readonly Question[]
  /**
   * The current address of a page whose id a change has altered: the id of an unpublished source depends on its
   * bytes.
   */
  readonly movedTo: (address: string) => string | undefined
  /** Builds again, and writes what changed. One build runs at a time; calls meanwhile are answered by one more. */
  readonly refresh: () => Promise<void>
  /** Refreshes whenever something under `seeds/` changes, and calls back after each time. */
  readonly follow: (onRefreshed: () => void) => () => void
}

/** @param root the dossier’s folder */
export function openPreview(root: string): Preview {
  rememberBetweenBuilds()
  const folder = join(openStateFolder(root), 'preview')
  rmSync(folder, { recursive: true, force: true })
  const cache = rememberResults(openCache(join(folder, '../analysis')))
  const extraction = keepExtraction()
  const { extract } = extraction
  const tools = { cache, engine: hashEngine(), isPreview: true, writePage: writeTreeAlone, extract }
  const written = new Map<string, string>()
  const moves = rememberAddresses()
  let [built, problems]: [BuiltDossier | undefined, readonly Problem[]] = [undefined, []]
  let questions: readonly Question[] | undefined
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const run = async () => {
    try {
      built = await buildDossier(root, { ...tools, report: () => {} })
      cache.sweep()
      moves.add(built.addresses)
      questions = undefined
      writeChanged(folder, filesOf(root, built), written)
      problems = [...built.problems, ...checkContradictions(built.dossier), ...checkHandWritten(root, built.addresses)]
    } catch (error) {
      problems = [{ file: 'seeds', severity: 'error', rule: 'desk/not-built', reason: String(error) }]
      if (!built) throw error
    }
  }
  const refresh = (): Promise<void> => {
    if (!running) {
      running = run().finally(() => (running = undefined))
      return running
    }
    next ??= running.then(() => {
      next = undefined
      return refresh()
    })
    return next
  }
  return {
    folder,
    desk: () => ({ dossier: built!.dossier, addresses: built!.addresses, register: readRegister(root).value }),
    problems: () => problems,
    questions: () => (questions ??= listQuestions(built!.dossier, readReviewed(root).value, readRegister(root).value)),
    movedTo: moves.movedTo,
    refresh,
    follow: (onRefreshed) => {
      extraction.start()
      const stop = watchSeeds(join(root, 'seeds'), () => void refresh().then(onRefreshed))
      return () => {
        stop()
        extraction.end()
      }
    },
  }
}

const ADDRESSED = ['sources', 'entities', 'quotations', 'datedEvents', 'figures'] as const

/** Remembers what each address stood for, over all builds of a preview. */
function rememberAddresses() {
  const known = new Map<string, readonly [part: (typeof ADDRESSED)[number], key: string]>()
  let now: Addresses | undefined
  return {
    add: (addresses: Addresses) => {
      now = addresses
      for (const part of ADDRESSED)
        for (const [key, { address }] of addresses[part]) if (!isAnchor(address)) known.set(address, [part, key])
    },
    movedTo: (address: string): string | undefined => {
      const [part, key] = known.get(address) ?? []
      const present = part && now?.[part].get(key!)?.address
      return present === address ? undefined : present
    },
  }
}

/** The collections with their trees; the list of exports, which a preview does not make, is that of the last build. */
function filesOf(root: string, { content, trees }: BuiltDossier) {
  const exportsFile = 'content/exports.json'
  const last = join(root, exportsFile)
  return [...content, ...trees].map((file) =>
    file.path === exportsFile && existsSync(last) ? { path: exportsFile, text: readFileSync(last, 'utf8') } : file,
  )
}

function writeChanged(folder: string, files: BuiltDossier['content'], written: Map<string, string>): void {
  const changed = files.filter(({ path, text }) => written.get(path) !== text)
  writeFiles(folder, changed)
  for (const { path, text } of changed) written.set(path, text)
  const present = new Set(files.map(({ path }) => path))
  for (const path of written.keys())
    if (!present.has(path)) {
      rmSync(join(folder, path), { force: true })
      written.delete(path)
    }
}

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
  /* The folder may be new. The new watch begins before the old one ends, and before the files are read. */
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
      /* A folder that is deleted while it is watched is reported by its parent. */
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
