import type { Hash } from 'node:crypto'
import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Problem } from '../model/problem.ts'
import { listFilesAt } from './disk/disk.ts'

/** Summary of a build, in one line. */
export interface PublishedDossier {
  readonly title: string
  /** Whether `dossier.yml` says where the site will be hosted. */
  readonly hasSite: boolean
  readonly sources: number
  readonly names: number
  readonly quotations: number
  readonly datedEvents: number
}

/** A build that was published, with the problems that did not stop it. */
export interface LastBuild {
  readonly value: PublishedDossier
  readonly problems: readonly Problem[]
}

/** The folders of a build; all absolute. */
export interface BuildFolders {
  readonly root: string
  readonly out: string
  readonly stateFolder: string
}

/** Files in which a step of a build keeps its results for the next build, by name. */
export interface StepRecords {
  /** That of the last build, which may be missing, and where that of this one goes. */
  readonly last: string
  readonly next: string
  /** Hash of the program: records of another program are ignored. */
  readonly program: string
}

export function readStep<T>({ last, program }: Omit<StepRecords, 'next'>): Readonly<Record<string, T>> {
  try {
    const kept = JSON.parse(readFileSync(last, 'utf8')) as { program: string; held: Record<string, T> }
    return kept.program === program ? kept.held : {}
  } catch {
    return {}
  }
}

export function writeStep({ next, program }: Omit<StepRecords, 'last'>, held: Readonly<Record<string, unknown>>): void {
  writeFileSync(next, JSON.stringify({ program, held }))
}

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url))

/** Everything of the package that decides what a build writes. */
const ENGINE = ['src', 'lib', 'public', 'astro.config.mjs', 'package.json']

const fileOf = (stateFolder: string) => join(stateFolder, 'last-build.json')

/**
 * The last build, when building again would give the same: the seeds and `content/` have the same bytes, and nobody has
 * touched the site or the program since.
 */
export function findLastBuild(folders: BuildFolders): LastBuild | undefined {
  const { keys, ...last } = readKept(folders.stateFolder) ?? {}
  return keys && KEYS.every((keyOf, at) => keyOf(folders) === keys[at]) ? (last as LastBuild) : undefined
}

/** Stores the published build, with the hashes of its inputs and outputs. */
export function keepLastBuild(folders: BuildFolders, last: LastBuild): void {
  try {
    writeFileSync(fileOf(folders.stateFolder), JSON.stringify({ keys: KEYS.map((keyOf) => keyOf(folders)), ...last }))
  } catch {
    // It only saves time: on a full disk the published site stays published.
  }
}

function readKept(stateFolder: string): Partial<LastBuild & { keys: readonly string[] }> | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(stateFolder), 'utf8'))
  } catch {
    return undefined
  }
}

/** Hashes that are compared one after the other: where a seed has changed, the rest is not read. */
const KEYS: readonly ((folders: BuildFolders) => string)[] = [
  hashProgram,
  ({ root }) => hashBytes(root, 'seeds'),
  ({ root }) => hashBytes(root, 'content'),
  ({ out }) => hashStamps(out),
]

function hashBytes(root: string, folder: string): string {
  const hash = createHash('sha256')
  addBytes(hash, root, listFilesAt(join(root, folder)))
  return hash.digest('hex')
}

/** The length goes before the bytes, so that no two lists of files give the same stream. */
export function addBytes(hash: Hash, root: string, files: readonly string[]): void {
  for (const path of files) {
    const bytes = readFileSync(path)
    hash.update(`\n${relative(root, path)} ${bytes.length}\n`).update(bytes)
  }
}

const TEST = /\/test\/|\.(?:test|bench|fixture)\.ts$/

/** Adds the program by the bytes of its files, which are the same on every machine. */
export function addProgram(hash: Hash): void {
  const files = ENGINE.flatMap((part) => listFilesAt(join(PACKAGE, part)))
  addBytes(
    hash.update(process.version),
    PACKAGE,
    files.filter((file) => !TEST.test(file)),
  )
}

function hashStamps(folder: string): string {
  const hash = createHash('sha256').update(folder)
  addStamps(hash, folder)
  return hash.digest('hex')
}

/** Hash of the running program, which does not change. */
let ownHash: string | undefined

/** Hash of the program, by the sizes and times of its files. */
export function hashProgram(): string {
  if (ownHash !== undefined) return ownHash
  const hash = createHash('sha256').update(process.version)
  for (const part of ENGINE) addStamps(hash, join(PACKAGE, part))
  return (ownHash = hash.digest('hex'))
}

/** Sizes and times show whether a file was changed, without reading it. */
function addStamps(hash: Hash, path: string): void {
  for (const file of listFilesAt(path)) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`\n${file} ${size} ${mtimeMs}`)
  }
}
