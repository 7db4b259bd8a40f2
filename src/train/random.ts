/** Gives whole numbers from 1 to 2 ** 32 - 1, one a call. */
export type Random = () => number

/**
 * Makes a generator of 32-bit whole numbers (xorshift32, Marsaglia 2003).
 * The same seed gives the same numbers anywhere.
 */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
}

/** Puts a list in an order drawn from `random`, in place (Fisher-Yates). */
export function shuffle(list: Uint32Array, random: Random): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const other = random() % (i + 1)
    const kept = list[i]!
    list[i] = list[other]!
    list[other] = kept
  }
}
