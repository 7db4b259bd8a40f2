/** Longer strings are texts, and seldom come again. */
const LONGEST = 120
/** Strings kept before they are forgotten, which costs only memory. */
const MOST = 100_000

/**
 * Makes equal strings one, which `JSON.parse` and messages between threads do not: rules, reasons and days come again in
 * every article, and their copies would be half of what it takes in memory.
 *
 * @returns a function that replaces the strings in a value of plain objects and arrays, to which nothing else refers
 */
export function startSharing(): <T>(value: T) => T {
  const known = new Map<string, string>()
  const share = (text: string): string => {
    const found = known.get(text)
    if (found !== undefined || text.length > LONGEST) return found ?? text
    if (known.size >= MOST) known.clear()
    known.set(text, text)
    return text
  }
  const shareIn = (value: object): void => {
    const held = value as Record<string, unknown>
    for (const key in held) {
      const one = held[key]
      if (typeof one === 'string') held[key] = share(one)
      else if (typeof one === 'object' && one !== null) shareIn(one)
    }
  }
  return (value) => {
    if (typeof value === 'object' && value !== null) shareIn(value)
    return value
  }
}

const NONE: ReadonlySet<string> = new Set()
/** Larger sets seldom come again. */
const LARGEST = 4

/**
 * Makes equal sets one: a set takes ten times the memory of its members, and most have one member or none.
 *
 * @returns a function that gives for a set one with the same members in the same order, which must not be changed
 */
export function startSharingSets(): (set: ReadonlySet<string>) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  return (set) => {
    if (set.size === 0 || set.size > LARGEST) return set.size === 0 ? NONE : set
    const key = [...set].join('\n')
    const found = known.get(key)
    if (found) return found
    if (known.size >= MOST) known.clear()
    known.set(key, set)
    return set
  }
}
