import { readData } from '../text/read-data.ts'

interface Act {
  readonly name: string
  readonly weak?: boolean
  readonly common?: boolean
  readonly declared?: boolean
}

interface Quantity {
  readonly act?: string
  readonly people?: boolean
  readonly toll?: boolean
  readonly once?: boolean
}

const { acts, quantities }: { acts: Record<string, Act>; quantities: Record<string, Quantity> } = readData(
  './kinds.yml',
  import.meta.url,
)

/** Whether the kind of act is too common to be evidence by itself: speaking, beginning, going. */
export const isWeakAct = (kind: string): boolean => acts[kind]?.weak === true

/** Whether the kind of act happens so often that it is little evidence where a day is not known. */
export const isCommonAct = (kind: string): boolean => acts[kind]?.common === true

/** Whether the kind of act is done by announcing it, so that it has the day of the announcement. */
export const isDeclaredAct = (kind: string): boolean => acts[kind]?.declared === true

/** Whether the kind is done by announcing it and rare, such as a truce: two reports of one are likely of the same. */
export const isRareByWords = (kind: string): boolean => isDeclaredAct(kind) && !isCommonAct(kind)

/** Names of the kinds of acts for readers: "a ceasefire". */
export const nameAct = (kind: string): string => acts[kind]?.name ?? kind.replaceAll('-', ' ')

/** Names, for readers, the act that several sentences share, a rare one before a common one. */
export function nameSharedAct(sentences: readonly (readonly string[])[]): string | undefined {
  const [first = [], ...others] = sentences
  const shared = first.filter((act) => others.every((acts) => acts.includes(act)))
  const act = shared.find((one) => !isCommonAct(one)) ?? shared[0]
  return act === undefined ? undefined : nameAct(act)
}

/** The kind of act that a quantity implies; none where it implies none. */
export const actOf = (quantity: string): string | undefined => quantities[quantity]?.act

/** Whether the quantity counts people where nothing else is named. */
export const countsPeople = (quantity: string): boolean => quantities[quantity]?.people === true

/** Whether the quantity is counted anew as the news goes on: the dead, the hurt, the missing. */
export const isToll = (quantity: string): boolean => quantities[quantity]?.toll === true

/** Whether the quantity is of one day: pirates are caught once, while the dead are counted again the next day. */
export const isOfOneDay = (quantity: string): boolean => quantities[quantity]?.once === true

/** Phrases of stems with their kind, by their first stem, the longest first: as `indexPhrases` makes it. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly { readonly stems: readonly string[]; readonly value: T }[]>

/** Indexes phrases, each of stems with spaces between; of two equal ones the last counts. */
export function indexPhrases<T>(phrases: readonly (readonly [stems: string, value: T])[]): PhraseIndex<T> {
  const split = [...new Map(phrases)].map(([phrase, value]) => ({ stems: phrase.split(' '), value }))
  return Map.groupBy(
    split.sort((a, b) => b.stems.length - a.stems.length),
    ({ stems }) => stems[0]!,
  )
}

/** The longest phrase that begins at a stem, and how many stems it has. */
export function phraseAt<T>(
  stems: readonly string[],
  at: number,
  index: PhraseIndex<T>,
): { readonly value: T; readonly length: number } | undefined {
  const found = index.get(stems[at]!)?.find((phrase) => phrase.stems.every((stem, step) => stems[at + step] === stem))
  return found && { value: found.value, length: found.stems.length }
}
