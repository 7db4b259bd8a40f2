import * as en from './en.ts'

/** The same with any string in place of each string, so that another language can be written. */
type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Words
    ? (...values: Values) => Translated<Words>
    : { readonly [Key in keyof T]: Translated<T[Key]> }

/** Every string that the site shows, in one language: what `en.ts` exports. */
export type SiteText = Translated<typeof en>

/** The text of this site. */
export const t: SiteText = en

const PLURALS: Readonly<Record<string, string>> = t.grammar.plurals

/** A count with its noun: "1 source", "12 sources", "6 people". */
export function formatCount(count: number, noun: string): string {
  return `${formatNumber(count)} ${count === 1 ? noun : (PLURALS[noun] ?? `${noun}s`)}`
}

/** A whole number with a comma at every third digit. */
export function formatNumber(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, t.grammar.thousands)
}

/** "a, b and c". */
export function formatList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${t.grammar.and} ${words.at(-1)}`
}

/** At most so many UTF-16 code units of a text, cut at a space and marked with an ellipsis. */
export function shortenTitle(text: string, most = 80): string {
  if (text.length <= most) return text
  const cut = text.lastIndexOf(' ', most - 1)
  return `${text.slice(0, cut > most / 2 ? cut : most - 1).replace(/[\s,;:.…–-]+$/, '')}…`
}

/** "armed-group" as "Armed group". */
export function formatSubtype(subtype: string): string {
  const words = subtype.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A name as it is sorted: without marks, case and a leading article, so that "Çelik" stands with "Celik". */
export function sortKeyOf(name: string): string {
  const key = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return key.startsWith(t.grammar.article) ? key.slice(t.grammar.article.length) : key
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
