/**
 * Groups items of which each has several keys.
 *
 * @param keysOf distinct keys of an item
 * @returns the items under each key, in their order; keys in the order in which they are first met
 */
export function groupByEach<T, K>(items: Iterable<T>, keysOf: (item: T) => Iterable<K>): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items)
    for (const key of keysOf(item)) {
      const held = groups.get(key)
      if (held) held.push(item)
      else groups.set(key, [item])
    }
  return groups
}
