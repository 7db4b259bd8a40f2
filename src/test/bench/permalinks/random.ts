/** A seeded source of numbers, the same in every run (mulberry32). */
export interface SeededRandom {
  /** A whole number from 0 to `below` - 1. */
  readonly upTo: (below: number) => number
  /** True with this probability. */
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffle: <T>(list: readonly T[]) => T[]
}

/** Starts a source of numbers from a seed. */
export function startRandom(seed: number): SeededRandom {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (below: number) => Math.floor(next() * below)
  return {
    upTo,
    chance: (probability) => next() < probability,
    pick: (list) => list[upTo(list.length)]!,
    shuffle: (list) => shuffled(list, upTo),
  }
}

/** Fisher and Yates's shuffle. */
function shuffled<T>(list: readonly T[], upTo: (below: number) => number): T[] {
  const all = [...list]
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = upTo(at + 1)
    ;[all[at], all[other]] = [all[other]!, all[at]!]
  }
  return all
}
