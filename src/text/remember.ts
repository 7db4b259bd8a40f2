/*
 * A preview recomputes a dossier after each change, and most of its sources are the same objects as before. Cached
 * results live as long as their key and must not be changed. A build computes everything only once and caches
 * nothing, which would only cost memory.
 */

let isRemembering = false

/** Switches the caches on, for a process that recomputes one dossier again and again. */
export function rememberBetweenBuilds(): void {
  isRemembering = true
}

/**
 * Memoizes a function of an object.
 *
 * @param of a pure function
 */
export function rememberObjects<K extends object, T>(of: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>()
  return (key) => {
    if (!isRemembering) return of(key)
    if (!known.has(key)) known.set(key, of(key))
    return known.get(key) as T
  }
}

/** The same for a function of two objects. */
export function rememberPairs<A extends object, B extends object, T>(of: (a: A, b: B) => T): (a: A, b: B) => T {
  const others = rememberObjects((a: A) => rememberObjects((b: B) => of(a, b)))
  return (a, b) => (isRemembering ? others(a)(b) : of(a, b))
}

/**
 * Caches, by object, the last value computed from it and from further parts.
 *
 * @returns the last result of `make` if the object and each of the parts are the same as then, else a new one
 */
export function rememberLast<K extends object, T>(): (key: K, parts: readonly unknown[], make: () => T) => T {
  const known = new WeakMap<K, { readonly parts: readonly unknown[]; readonly value: T }>()
  return (key, parts, make) => {
    if (!isRemembering) return make()
    const last = known.get(key)
    if (last && last.parts.length === parts.length && last.parts.every((part, at) => part === parts[at]))
      return last.value
    const value = make()
    known.set(key, { parts, value })
    return value
  }
}

/**
 * Returns the last value for an object where the new one is equal, so that caches keyed by it hold.
 *
 * @returns values are compared as JSON
 */
export function keepEqual<K extends object, T>(): (key: K, value: T) => T {
  const known = new WeakMap<K, { readonly text: string; readonly value: T }>()
  return (key, value) => {
    if (!isRemembering) return value
    const [last, text] = [known.get(key), JSON.stringify(value)]
    if (last?.text === text) return last.value
    known.set(key, { text, value })
    return value
  }
}
