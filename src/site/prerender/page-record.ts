import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { digestRead, reads } from '../loader/reads.ts'
import type { Stamp } from '../loader/stamps.ts'

/** A page of the last build, and its inputs. */
export interface KeptPage {
  /** Hash of its bytes. */
  readonly hash: string
  /** Identity of the file, by `identifyFile`. */
  readonly file: string
  /** Hash of its route and props. */
  readonly given: string
  /** Numbers of what it read. */
  readonly reads: readonly number[]
  /** The words that were stamped into it. */
  readonly stamps: readonly Stamp[]
}

/** The record that a build leaves for the next one. */
export interface PageRecord {
  /** By file. */
  readonly pages: ReadonlyMap<string, KeptPage>
  /** Names of what pages read, by number; empty for an unused number. */
  readonly names: readonly string[]
  /** Hashes of the values of the names. */
  readonly digests: readonly string[]
}

/**
 * Reads the record of the last build.
 *
 * @param program what rendered its pages; a record of another program counts as none
 */
export function readPageRecord(file: string, program: string): PageRecord {
  const [first, names, digests, ...lines] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  if (first !== program || !names || !digests) return { pages: new Map(), names: [], digests: [] }
  const pages = lines.filter(Boolean).map((line): [string, KeptPage] => JSON.parse(line))
  return { pages: new Map(pages), names: JSON.parse(names), digests: JSON.parse(digests) }
}

/** The record of the build that runs now. Names keep the numbers that they have in the last record, and so do pages that stay. */
export function openPageRecord(last: PageRecord) {
  const pages: string[] = []
  const names = [...last.names]
  const numbers = new Map(names.map((name, number) => [name, number]))
  const free = names.flatMap((name, number) => (name === '' ? [number] : []))
  /** Digests computed so far; the dossier does not change while it is rendered. */
  const digests: (string | undefined)[] = []
  const used = new Set<number>()
  /** Numbers in this record by those of the running process. */
  const recorded: number[] = []
  const digestOf = (number: number) => (digests[number] ??= digestRead(names[number]!))
  const record = (name: string): number => {
    const number = numbers.get(name) ?? free.pop() ?? names.length
    numbers.set(name, number)
    names[number] = name
    return number
  }
  return {
    /** Whether everything that a page of the last build read is unchanged. */
    isSame: ({ reads }: KeptPage): boolean => reads.every((number) => digestOf(number) === last.digests[number]),
    /** The number in the record of a read of this process. */
    numberOf: (read: number): number => (recorded[read] ??= record(reads.names[read]!)),
    /** The same for what another process read, with the digest that it had there. */
    numberOfNamed: (name: string, digest: string | undefined): number => {
      const number = record(name)
      digests[number] ??= digest
      return number
    },
    /** Adds a page, unless a digest of its reads is missing: then the next build renders it again. */
    add: (file: string, page: KeptPage): void => {
      if (page.reads.some((number) => digestOf(number) === undefined)) return
      for (const number of page.reads) used.add(number)
      pages.push(JSON.stringify([file, page]))
    },
    write: (path: string, program: string): void => {
      const keep = (of: readonly (string | undefined)[]) =>
        JSON.stringify(names.map((_, number) => (used.has(number) ? of[number] : '')))
      writeFileSync(path, [program, keep(names), keep(digests), ...pages, ''].join('\n'))
    },
  }
}
