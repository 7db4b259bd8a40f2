import { untracked, reads, track } from './reads.ts'

/** Around the name of a stamp, in no text: noncharacters, and a number of this process that no author can know. */
const [OPEN, CLOSE] = [`\uFDD0${reads.nonce} `, '\uFDD1']

const [OPEN_BYTES, CLOSE_BYTES] = [Buffer.from(OPEN), Buffer.from(CLOSE)]

/**
 * Words that are on very many pages and change with any article, as "1,000 sources". A build that reuses pages
 * (see `collectReads` of `reads.ts`) gets a mark in their place and stamps the words in afterwards, so that a page is reused where
 * they alone differ; anybody else gets the words.
 *
 * @param name one word
 * @param read gives words without quotation marks, backslashes and markup: they may stand in an attribute or in JSON
 */
export function trackStamp(name: string, read: (id: string) => string): (id: string) => string {
  reads.stamps.set(name, read)
  return (id) => (reads.page ? `${OPEN}${name} ${id}${CLOSE}` : untracked(() => read(id)))
}

/** Words of that sort that are worked out of a whole dossier, once. */
export function stampFact<D extends object>(name: string, work: (dossier: D) => string): (dossier: D) => string {
  const stamps = stampFacts<D>(name, (dossier) => new Map([['', work(dossier)]]))
  return (dossier) => stamps(dossier)('')
}

/** The same by id. */
export function stampFacts<D extends object>(
  name: string,
  work: (dossier: D) => ReadonlyMap<string, string>,
): (dossier: D) => (id: string) => string {
  const known = new WeakMap<D, (id: string) => string>()
  return (dossier) => {
    const stamp = known.get(dossier)
    if (stamp) return stamp
    const index = untracked(() => work(dossier))
    const made = trackStamp(name, (id) => index.get(id) ?? '')
    known.set(dossier, made)
    return made
  }
}

const lengthOf = track('length', (name) => readStamp(name)?.length ?? 0)

/** UTF-16 code units of a text as it will be read: a mark counts as its words. */
export function measureText(text: string): number {
  const { head, marked } = splitAtMarks(text)
  return marked.reduce((sum, { name, rest }) => sum + lengthOf(name) + rest.length, head.length)
}

/** Where words are stamped into a page: their name, the words, and the first byte of them. */
export type Stamp = readonly [name: string, words: string, at: number]

/** A page with the words instead of their marks. */
export interface StampedPage {
  readonly bytes: Buffer
  readonly stamps: readonly Stamp[]
}

/** Stamps the words into a page that was rendered with marks. */
export function stampPage(rendered: Buffer): StampedPage {
  const first = rendered.indexOf(OPEN_BYTES)
  if (first < 0) return { bytes: rendered, stamps: [] }
  const parts: { name: string; rest: Buffer }[] = []
  for (let at = first; at >= 0; ) {
    const end = rendered.indexOf(CLOSE_BYTES, at)
    const next = rendered.indexOf(OPEN_BYTES, end)
    parts.push({
      name: rendered.toString('utf8', at + OPEN_BYTES.length, end),
      rest: rendered.subarray(end + CLOSE_BYTES.length, next < 0 ? rendered.length : next),
    })
    at = next
  }
  return joinStamped(rendered.subarray(0, first), parts)
}

/** A text up to its first mark, and of each mark the name and what follows it. */
function splitAtMarks(text: string): { head: string; marked: { name: string; rest: string }[] } {
  const [head = '', ...marked] = text.split(OPEN)
  return {
    head,
    marked: marked.map((part) => {
      const end = part.indexOf(CLOSE)
      return { name: part.slice(0, end), rest: part.slice(end + 1) }
    }),
  }
}

/** Whether the words that were stamped into a page are still those. */
export const areStampsCurrent = (stamps: readonly Stamp[]): boolean =>
  stamps.every(([name, words]) => readStamp(name) === words)

/** The page with the present words; nothing when one of them is not known. */
export function restampPage({ bytes, stamps }: StampedPage): StampedPage | undefined {
  const now = stamps.map(([name]) => readStamp(name))
  if (now.includes(undefined)) return undefined
  if (stamps.every(([, words], index) => words === now[index])) return { bytes, stamps }
  const ends = [...stamps.slice(1).map(([, , at]) => at), bytes.length]
  const parts = stamps.map(([name, words, at], index) => ({
    name,
    rest: bytes.subarray(at + Buffer.byteLength(words), ends[index]),
  }))
  return joinStamped(bytes.subarray(0, stamps[0]![2]), parts)
}

/** Each part is the name of a stamp and what follows it in the page. */
function joinStamped(head: Buffer, parts: readonly { readonly name: string; readonly rest: Buffer }[]): StampedPage {
  const stamps: Stamp[] = []
  const pieces = [head]
  let at = head.length
  for (const { name, rest } of parts) {
    const words = readStamp(name)
    if (words === undefined) throw new Error(`Unexpected stamp "${name}", expected the name of one`)
    const stamp = Buffer.from(words)
    stamps.push([name, words, at])
    pieces.push(stamp, rest)
    at += stamp.length + rest.length
  }
  return { bytes: Buffer.concat(pieces), stamps }
}

const UNSAFE = /["'\\<>&]/

function readStamp(name: string): string | undefined {
  const at = name.indexOf(' ')
  const words = reads.stamps.get(name.slice(0, at))?.(name.slice(at + 1))
  if (words !== undefined && UNSAFE.test(words)) throw new Error(`Unexpected mark in "${words}", expected plain words`)
  return words
}
