/*
 * A preview works out a dossier again after each change, and most of its sources are the same objects as before. What is
 * remembered here is remembered for as long as they live, and never changes a result. What is given is shared and must
 * not be changed. A build works everything out once: it remembers nothing, for that would only cost memory.
 */

let isRemembering = false

/** Begins to remember, for a process that works out one dossier again and again. */
export function rememberBetweenBuilds(): void {
  isRemembering = true
}

/**
 * Makes a function of an object remember what it gave.
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
 * Remembers for an object what was last made of it and of the parts beside it.
 *
 * @returns gives what `make` made when the object and each of the parts were last the same, else what it makes now
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
 * Gives what was last given for an object where the new value says the same, so that what was made of it is known.
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
