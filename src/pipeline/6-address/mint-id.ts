import { createHash } from 'node:crypto'

/** Digits and consonants without `l`: no words can form, nothing is read as something else (the ARK alphabet). */
export const ID_ALPHABET = '0123456789bcdfghjkmnpqrstvwxz'

/**
 * Mints an id from what was first seen of a thing, and takes it. Never from a path, a clock or an order of arrival.
 *
 * @param parts what identifies the thing, its type first
 * @param length characters wanted
 * @param taken ids ever given out; the new one is added
 * @returns characters of `ID_ALPHABET`; with another count hashed along for as long as the id is taken
 */
export function mintId(parts: readonly string[], length: number, taken: Set<string>, prefix = ''): string {
  const key = JSON.stringify([prefix, length, ...parts])
  const counts = countsOf(taken)
  for (let count = counts.get(key) ?? 0; ; count += 1) {
    const id = prefix + idFrom(JSON.stringify([...parts, count]), length)
    if (taken.has(id)) continue
    taken.add(id)
    counts.set(key, count + 1)
    return id
  }
}

/** How far the counts of alike things went: thousands of them take no longer each than a few. */
const COUNTS = new WeakMap<Set<string>, Map<string, number>>()

function countsOf(taken: Set<string>): Map<string, number> {
  const counts = COUNTS.get(taken) ?? new Map<string, number>()
  COUNTS.set(taken, counts)
  return counts
}

function idFrom(text: string, length: number): string {
  let rest = BigInt(`0x${sha256(text)}`)
  let id = ''
  while (id.length < length) {
    id += ID_ALPHABET[Number(rest % 29n)]
    rest /= 29n
  }
  return id
}

/** SHA-256 of a text's UTF-8 bytes, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
