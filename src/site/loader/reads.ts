import { hash, randomUUID } from 'node:crypto'

/*
 * Tracks what a page reads while it is rendered. Everything that a page shows of the dossier comes from a named read, as
 * `source 3k9m2p7x.title`, so that a later build knows from the names whether the page would be the same: all of
 * them give the same as before. Pages need not declare their dependencies.
 */

interface Reads {
  /** Numbers of what the page that is being rendered has read. */
  page: Set<number> | undefined
  /** Names of all reads, by number. */
  readonly names: string[]
  /** Functions that give the value of a name, by the name's first word. */
  readonly readers: Map<string, (id: string) => unknown>
  /** The same for stamps. */
  readonly stamps: Map<string, (id: string) => string>
  readonly nonce: string
}

/** Shared between the site's bundled code and the program that renders with it. */
const shared = globalThis as { dossierReads?: Reads }
shared.dossierReads ??= { page: undefined, names: [], readers: new Map(), stamps: new Map(), nonce: randomUUID() }
export const reads = shared.dossierReads

/** Gives a read its number: a page reads hundreds of thousands of times, and numbers are cheap to collect. */
export const numberRead = (name: string): number => reads.names.push(name) - 1

/** Numbers of the reads of one reader, given out when they are first needed. */
function numberReads(nameOf: (id: string) => string): (id: string) => number {
  const numbers = new Map<string, number>()
  return (id) => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const number = numberRead(nameOf(id))
    numbers.set(id, number)
    return number
  }
}

/** Runs a function whose reads are not recorded for the page. */
export function untracked<T>(work: () => T): T {
  const { page } = reads
  reads.page = undefined
  try {
    return work()
  } finally {
    reads.page = page
  }
}

/**
 * A function whose calls are reads.
 *
 * @param name one word
 * @param read gives plain data, as JSON has it
 * @param digest gives something shorter that differs when the data does
 */
export function track<T>(
  name: string,
  read: (id: string) => T,
  digest: (id: string) => unknown = read,
): (id: string) => T {
  reads.readers.set(name, digest)
  const numberOf = numberReads((id) => `${name} ${id}`)
  return (id) => {
    const { page } = reads
    if (!page) return read(id)
    page.add(numberOf(id))
    reads.page = undefined
    try {
      return read(id)
    } finally {
      reads.page = page
    }
  }
}

/** Look-ups of an index. */
export interface Index<T> {
  get(id: string): T | undefined
  has(id: string): boolean
}

/** An index whose look-ups are reads. */
export function trackIndex<T>(name: string, index: ReadonlyMap<string, T>): Index<T> {
  const get = track(name, (id) => index.get(id))
  return { get, has: (id) => get(id) !== undefined }
}

/**
 * An index of entries in which each field is a separate read.
 *
 * @param together groups of fields that are one read, as most pages that show one of them show the others
 */
export function trackEntries<T extends object>(
  name: string,
  index: ReadonlyMap<string, T>,
  together: readonly (readonly (keyof T & string)[])[] = [],
): Index<T> {
  const proxies = new Map<string, T>()
  const isThere = track(`${name}?`, (id) => index.has(id))
  const groups = new Map<string, readonly string[]>(together.map((fields) => [`${fields[0]}+`, fields]))
  const readOf = new Map([...groups].flatMap(([group, fields]) => fields.map((field) => [field, group])))
  reads.readers.set(name, (path) => {
    const [entry, field] = [index.get(idOf(path)), path.slice(idOf(path).length + 1)]
    const group = groups.get(field)
    return group ? entry && pickFields(entry, group) : readField(entry, field)
  })
  return {
    has: isThere,
    get: (id) => {
      const entry = isThere(id) ? index.get(id) : undefined
      if (entry && !proxies.has(id)) {
        const numberOf = numberReads((field) => `${name} ${id}.${field}`)
        proxies.set(
          id,
          proxyFields(entry, (field) => {
            reads.page?.add(numberOf(readOf.get(field) ?? field))
            return readField(entry, field)
          }),
        )
      }
      return proxies.get(id)
    },
  }
}

/** An entry each of whose fields is a read. */
export function trackFields<T extends object>(name: string, entry: T): T {
  return proxyFields(
    entry,
    track(name, (field) => readField(entry, field)),
  )
}

const ALL_KEYS = '*'
const idOf = (path: string) => path.slice(0, path.indexOf('.'))
const pickFields = (entry: object, fields: readonly string[]) => fields.map((field) => readField(entry, field) ?? null)
const readField = (entry: object | undefined, field: string): unknown =>
  field === ALL_KEYS ? Object.keys(entry ?? {}) : entry?.[field as keyof typeof entry]

function proxyFields<T extends object>(entry: T, read: (field: string) => unknown): T {
  return new Proxy(entry, {
    get: (_, field) => (typeof field === 'string' ? read(field) : undefined),
    ownKeys: () => read(ALL_KEYS) as string[],
  })
}

/** A list whose length, bounded slices and whole are different reads. */
export function trackList<T>(name: string, list: readonly T[]): readonly T[] {
  const readLength = track(`${name}.length`, () => list.length)
  const readSlice = track(`${name}.slice`, (bounds) =>
    list.slice(...(bounds.split(' ').map(Number) as [number, number])),
  )
  const readAll = track(name, () => list)
  const slice = (from?: number, to?: number): T[] =>
    from === undefined || to === undefined ? readAll('').slice(from, to) : readSlice(`${from} ${to}`)
  return new Proxy(list, {
    get: (_, property) => {
      if (property === 'length') return readLength('')
      if (property === 'slice') return slice
      const value: unknown = Reflect.get(readAll(''), property)
      return typeof value === 'function' ? value.bind(list) : value
    },
  })
}

/** A value computed once from the whole dossier: a page that uses it has read the result, not the dossier. */
export function trackFact<D extends object, T>(name: string, work: (dossier: D) => T): (dossier: D) => T {
  const known = new WeakMap<D, { readonly value: T; readonly read: (id: string) => T }>()
  return (dossier) => {
    let fact = known.get(dossier)
    if (!fact) {
      const value = untracked(() => work(dossier))
      fact = { value, read: track(name, () => value) }
      known.set(dossier, fact)
    }
    return fact.read('')
  }
}

/** An index that is worked out of a whole dossier, once; its look-ups are reads. */
export function trackFacts<D extends object, T>(
  name: string,
  work: (dossier: D) => ReadonlyMap<string, T>,
): (dossier: D) => Index<T> {
  const known = new WeakMap<D, Index<T>>()
  return (dossier) => {
    const index =
      known.get(dossier) ??
      trackIndex(
        name,
        untracked(() => work(dossier)),
      )
    known.set(dossier, index)
    return index
  }
}

/** Marks the page that is being rendered as not reusable by a later build: it reads what has no name. */
export function readUnnamed(): void {
  reads.page?.add((unnamed ??= numberRead('unnamed ')))
}

let unnamed: number | undefined

/** Renders a page, and returns the numbers of what it read. */
export async function collectReads<T>(render: () => Promise<T>): Promise<{ value: T; numbers: readonly number[] }> {
  const page = new Set<number>()
  reads.page = page
  try {
    return { value: await render(), numbers: [...page] }
  } finally {
    reads.page = undefined
  }
}

/** Hash of the current value of a name; `undefined` if it is unknown, as before a fact is computed. */
export function digestRead(name: string): string | undefined {
  const at = name.indexOf(' ')
  const read = reads.readers.get(name.slice(0, at))
  return read && digestValue(untracked(() => attempt(() => read(name.slice(at + 1)))))
}

/** Digests of entries, of the JSON that each was read from. */
const digestsOfEntries = new WeakMap<object, string>()

/** Lets an entry be digested without being written as JSON again: it is in the lists of many pages. */
export function knowJson<T extends object>(entry: T, json: string): T {
  digestsOfEntries.set(entry, hashText(json))
  return entry
}

/** Hash of plain data; `undefined` for what JSON would leave out. */
export function digestValue(value: unknown): string | undefined {
  if (typeof value === 'string') return hashText(`"${value}`)
  if (typeof value === 'object' && value !== null) {
    const known = digestsOfEntries.get(value)
    if (known !== undefined) return known
    if (Array.isArray(value) && digestsOfEntries.has(value[0])) return digestItems(value)
  }
  try {
    return isPlain(value) ? hashText(JSON.stringify(value) ?? '') : undefined
  } catch {
    return undefined
  }
}

function digestItems(items: readonly unknown[]): string | undefined {
  const digests = items.map(digestItem)
  return digests.includes(undefined) ? undefined : hashText(JSON.stringify(digests))
}

/** Levels of a page's props above the lists in them. */
const LEVELS = 2

/** Hash of a page's props as `digestValue`: what stands in their lists stands in those of other pages, and is hashed once. */
export function digestProps(value: unknown, levels = LEVELS): string | undefined {
  if (Array.isArray(value)) return digestItems(value)
  if (levels === 0 || !isRecord(value)) return digestValue(value)
  const digests = Object.entries(value).map(([key, part]) => [key, digestProps(part, levels - 1)])
  return digests.some(([, digest]) => digest === undefined) ? undefined : hashText(JSON.stringify(digests))
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** What stands in the lists of several pages is hashed once. */
const digestsOfItems = new WeakMap<object, string | undefined>()

function digestItem(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return digestValue(item)
  if (!digestsOfItems.has(item)) digestsOfItems.set(item, digestValue(item))
  return digestsOfItems.get(item)
}

/** Characters of a hash in base64url: a text that is no longer is its own hash, and most are. */
const HASH_LENGTH = 27

const hashText = (text: string): string => (text.length <= HASH_LENGTH ? text : hash('sha1', text, 'base64url'))

/** Checked beforehand: JSON.stringify takes four times as long with a replacer. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function'
  if (Array.isArray(value)) return value.every(isPlain)
  if (value instanceof Map || value instanceof Set) return false
  for (const key in value) if (!isPlain(value[key as keyof typeof value])) return false
  return true
}

function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return { error: String(error) }
  }
}
