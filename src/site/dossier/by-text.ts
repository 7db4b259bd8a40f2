/** A name as it is sorted: without marks, case and a leading "the", so that "Çelik" stands with "Celik". */
export function sortKeyOf(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '')
}

/** A comparison by a text of each item, by folded text first, then by code point. */
export function byText<T>(textOf: (item: T) => string): (a: T, b: T) => number {
  const keys = new Map<string, string>()
  const keyOf = (text: string) => {
    const known = keys.get(text)
    if (known !== undefined) return known
    const key = sortKeyOf(text)
    keys.set(text, key)
    return key
  }
  return (a, b) => {
    const [left, right] = [textOf(a), textOf(b)]
    const [foldedLeft, foldedRight] = [keyOf(left), keyOf(right)]
    if (foldedLeft !== foldedRight) return foldedLeft < foldedRight ? -1 : 1
    return left < right ? -1 : left > right ? 1 : 0
  }
}
