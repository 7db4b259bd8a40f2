import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'

/** A page of the last build, and what it was made from. */
export interface KeptPage {
  /** Hash of its bytes. */
  readonly hash: string
  /** Names of what it read, and the hash of what they gave. */
  readonly names: readonly string[]
  readonly digest: string
}

/**
 * Reads the record of the last build's pages, by file.
 *
 * @param program what rendered them; a record of another program counts as none
 */
export function readKeptPages(file: string, program: string): Map<string, KeptPage> {
  const pages = new Map<string, KeptPage>()
  if (!existsSync(file)) return pages
  const names: string[] = []
  const [first, ...lines] = readFileSync(file, 'utf8').split('\n')
  if (first !== program) return pages
  for (const line of lines.filter(Boolean)) {
    const [path, hash, digest, read] = JSON.parse(line) as [string, string, string, (string | number)[]]
    pages.set(path, {
      hash,
      digest,
      names: read.map((one) => (typeof one === 'number' ? names[one]! : addName(names, one))),
    })
  }
  return pages
}

function addName(names: string[], name: string): string {
  names.push(name)
  return name
}

/** Writes the record page by page. Most names are those of other pages too: each is written once, then its number. */
export function writeKeptPages(
  file: string,
  program: string,
): { add(path: string, page: KeptPage): void; close(): void } {
  const target = openSync(file, 'w')
  const numbers = new Map<string, number>()
  const numberOf = (name: string): string | number => {
    const number = numbers.get(name)
    if (number === undefined) numbers.set(name, numbers.size)
    return number ?? name
  }
  writeSync(target, `${program}\n`)
  return {
    add: (path, { hash, digest, names }) =>
      writeSync(target, `${JSON.stringify([path, hash, digest, names.map(numberOf)])}\n`),
    close: () => closeSync(target),
  }
}

/** The bytes of a page as the last build left it, unless somebody has touched it since. */
export function readUntouched(file: string, { hash }: KeptPage): Buffer | undefined {
  if (!existsSync(file)) return undefined
  const bytes = readFileSync(file)
  return hashBytes(bytes) === hash ? bytes : undefined
}

export const hashBytes = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex')
