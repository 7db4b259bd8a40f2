/** Entries that several processes write at once. */
export const KEYS = ['a', 'b', 'c']

/** Items of an entry: large enough for a write to be seen before it is complete. */
export const LENGTH = 5000
