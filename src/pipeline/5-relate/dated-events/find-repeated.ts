import { hashSpread } from '../../../text/fnv.ts'

/** Slots of the table for each thing, which has some twenty strings. */
const ROOM = 64
const SMALLEST = 2 ** 16
const LARGEST = 2 ** 29

/**
 * Finds the strings that several things have, in little memory: strings are counted by a hash. Of those of a single
 * thing, a few that share their hash with another string are taken for repeated.
 *
 * @param stringsOf distinct strings of a thing
 * @returns whether several things may have a string
 */
export function findRepeated<T>(
  things: readonly T[],
  stringsOf: (thing: T) => readonly string[],
): (text: string) => boolean {
  const slots = sizeFor(things.length)
  const counts = new Uint8Array(slots)
  for (const thing of things)
    for (const text of stringsOf(thing)) {
      const slot = hashSpread(text) & (slots - 1)
      if (counts[slot]! < 2) counts[slot]! += 1
    }
  return (text) => counts[hashSpread(text) & (slots - 1)]! > 1
}

function sizeFor(things: number): number {
  let size = SMALLEST
  while (size < things * ROOM && size < LARGEST) size *= 2
  return size
}
