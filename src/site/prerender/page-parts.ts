import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestRead } from '../loader/reads.ts'
import type { Stamp } from '../loader/stamps.ts'

/*
 * Pages that several machines render: each part is a file, so that a task that is ended keeps the parts it has
 * finished. Parts are of the same dossier as the site that takes them: the caller sees to that.
 */

/** Pages to a part. Neighbours in the order of the routes are often cut from one file, which is then read once. */
const PAGES_PER_PART = 64

/** The list in slices, each with its number from 0. */
export function* sliceParts<T>(list: readonly T[]): Generator<readonly [number: number, slice: readonly T[]]> {
  for (let at = 0; at < list.length; at += PAGES_PER_PART)
    yield [at / PAGES_PER_PART, list.slice(at, at + PAGES_PER_PART)]
}

export const countParts = (pages: number): number => Math.ceil(pages / PAGES_PER_PART)

/** A page as another process rendered it. */
export interface PageInPart {
  readonly text: string
  /** As in `KeptPage`; `reads` are numbers of the part's names. */
  readonly given: string
  readonly reads: readonly number[]
  readonly stamps: readonly Stamp[]
}

/** A file of pages, with what they read. */
export interface PagePart {
  readonly names: readonly string[]
  /** Hashes of the values of the names; null for one that no later build may compare. */
  readonly digests: readonly (string | null)[]
  /** By file of the site; null for a page that has nothing to show. */
  readonly pages: Readonly<Record<string, PageInPart | null>>
}

const fileIn = (folder: string, number: number) => join(folder, `${number}.json`)

/** A part that is there. */
export function readPart(folder: string, number: number): PagePart | undefined {
  const file = fileIn(folder, number)
  return folder !== '' && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PagePart) : undefined
}

/** Writes a part; who finds the file finds all of it. */
export function writePart(folder: string, number: number, part: PagePart): void {
  const file = fileIn(folder, number)
  writeFileSync(`${file}.new`, JSON.stringify(part))
  renameSync(`${file}.new`, file)
}

/** Hashes of what pages of this process read, by name. */
const digests = new Map<string, string | undefined>()

function digestOnce(name: string): string | undefined {
  if (!digests.has(name)) digests.set(name, digestRead(name))
  return digests.get(name)
}

/** Collects the pages of a part. */
export function openPart() {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const pages: Record<string, PageInPart | null> = {}
  return {
    numberOf: (name: string): number => {
      const number = numbers.get(name) ?? names.push(name) - 1
      numbers.set(name, number)
      return number
    },
    add: (file: string, page: PageInPart | null): void => {
      pages[file] = page
    },
    close: (): PagePart => ({ names, digests: names.map((name) => digestOnce(name) ?? null), pages }),
  }
}
