/**
 * Orders two strings by UTF-16 code unit, the same in every locale: the only order that anything written uses.
 *
 * @returns negative, zero or positive, as `Array.prototype.sort` expects
 */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Levenshtein distance between two short strings, by UTF-16 code units. */
export function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + cost))
    }
    row = next
  }
  return row[b.length]!
}

/** The candidate nearest in spelling to `name`, when at most a third of its letters differ; the first of equals. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const distance = distanceBetween(name.toLowerCase(), candidate.toLowerCase())
    if (distance * 3 <= candidate.length + 2 && (!best || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate
}

/** The intersection of two sets, in the order of the first. */
export function intersect(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  const shared: string[] = []
  if (b.size === 0) return shared
  for (const one of a) if (b.has(one)) shared.push(one)
  return shared
}
