/** Slots of the table for each thing, which has some twenty numbers. */
const ROOM = 64
const SMALLEST = 2 ** 16
const LARGEST = 2 ** 29

/**
 * Finds the numbers that several things have, in little memory: they are counted by a hash. Of those of a single
 * thing, a few that share their hash with another number are taken for repeated.
 *
 * @param numbersOf distinct whole numbers of a thing, from 0
 * @returns whether several things may have a number
 */
export function findRepeated<T>(
  things: readonly T[],
  numbersOf: (thing: T) => readonly number[],
): (number: number) => boolean {
  const slots = sizeFor(things.length)
  const counts = new Uint8Array(slots)
  for (const thing of things)
    for (const number of numbersOf(thing)) {
      const slot = hashNumber(number) & (slots - 1)
      if (counts[slot]! < 2) counts[slot]! += 1
    }
  return (number) => counts[hashNumber(number) & (slots - 1)]! > 1
}

/** Multiplies both halves of the number by odd constants, and brings high bits into the low ones. */
function hashNumber(number: number): number {
  const hash = Math.imul(number >>> 0, 0x9e3779b1) ^ Math.imul((number / 2 ** 32) >>> 0, 0x85ebca6b)
  return hash ^ (hash >>> 15)
}

function sizeFor(things: number): number {
  let size = SMALLEST
  while (size < things * ROOM && size < LARGEST) size *= 2
  return size
}
