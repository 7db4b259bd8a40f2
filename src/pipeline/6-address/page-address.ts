import { COLLECTION_OF } from '../../model/kind.ts'
import type { PageType } from '../../model/permalink.ts'
import { isAnchor } from '../../model/permalink.ts'
import { sha256Of } from '../../text/hash.ts'
import { rememberTexts } from '../../text/tokens.ts'

/** First segment of the addresses of each type of page. */
export const FOLDER_OF: Record<PageType, string> = {
  source: 'sources',
  ...COLLECTION_OF,
  quotation: 'quotations',
  'dated-event': 'timeline',
  figure: 'figures',
}

/**
 * The path of a page from the dossier's root. The id after the last hyphen identifies the page; the words before
 * it are for readers and may change.
 *
 * @param name title or name; absent for quotations and dated events, whose address is the id alone
 */
export function pageAddress(type: PageType, id: string, name: string | undefined): string {
  const readable = name === undefined ? id : `${makeSlug(name, type)}-${id}`
  return `/${FOLDER_OF[type]}/${readable}/`
}

/** Prefix of the fragment of each type; an entity keeps its anchor when its kind changes. */
const ANCHOR_OF: Partial<Record<PageType, string>> = { quotation: 'q', 'dated-event': 'd', figure: 'f' }

/** The address of an anchor on the page of the only source that has it. */
export function anchorAddress(type: PageType, id: string, source: string): string {
  return `${source}#${ANCHOR_OF[type] ?? 'n'}-${id}`
}

/** The readable part of an address; empty when it has none. */
export function slugOf(address: string): string {
  if (isAnchor(address)) return ''
  return address.split('/')[2]!.split('-').slice(0, -1).join('-')
}

const LONGEST = 60

/**
 * The readable part of an address: ASCII letters and digits with hyphens, cut after a word.
 *
 * @param name title or name
 * @param fallback used when no letter of the name has an ASCII form
 */
export function makeSlug(name: string, fallback: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/[\p{M}'’‘ʼ]/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    if (slug && slug.length + word.length >= LONGEST) break
    slug += (slug && '-') + word.slice(0, LONGEST)
  }
  return slug || fallback
}

/** Digits and consonants without `l`: no words can form, nothing is read as something else (the ARK alphabet). */
export const ID_ALPHABET = '0123456789bcdfghjkmnpqrstvwxz'

/**
 * Mints an id from the first marks of an item, and reserves it. It never depends on a path, a clock or an order of
 * arrival.
 *
 * @param parts what identifies the item, its type first
 * @param length number of characters
 * @param taken all published ids; the new one is added
 * @returns characters of `ID_ALPHABET`; a counter is added to the hash until the id is free
 */
export function mintId(parts: readonly string[], length: number, taken: Set<string>, prefix = ''): string {
  const key = JSON.stringify([prefix, length, ...parts])
  const counts = countsOf(taken)
  for (let count = counts.get(key) ?? 0; ; count += 1) {
    const id = prefix + hashOf(JSON.stringify([...parts, count])).slice(0, length)
    if (taken.has(id)) continue
    taken.add(id)
    counts.set(key, count + 1)
    return id
  }
}

/** The last count by hashed parts, so that thousands of equal items take no longer each than a few. */
const COUNTS = new WeakMap<Set<string>, Map<string, number>>()

function countsOf(taken: Set<string>): Map<string, number> {
  const counts = COUNTS.get(taken) ?? new Map<string, number>()
  COUNTS.set(taken, counts)
  return counts
}

/** The longest id. */
const LONGEST_ID = 8

/** Characters of an id, from which a shorter one takes the first. */
const hashOf = rememberTexts((text) => {
  let rest = BigInt(`0x${sha256Of(text)}`)
  let id = ''
  while (id.length < LONGEST_ID) {
    id += ID_ALPHABET[Number(rest % 29n)]
    rest /= 29n
  }
  return id
})
