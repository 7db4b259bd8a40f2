import type { EntityEntry } from '../../model/entry.ts'
import type { SearchName, SearchNames } from '../../model/search-text.ts'
import { compare } from '../../text/compare.ts'
import { foldText } from '../../text/search-words.ts'
import { listNames } from '../entity/list-mentions.ts'
import { addressOf } from '../loader/addresses.ts'
import { t } from '../text/text.ts'

/** Characters of JSON to a piece: some 5 kB as it travels. */
const PIECE = 20_000

/** A piece of the names, and the first word that stands in it. */
export interface NamesPiece {
  readonly from: string
  readonly piece: SearchNames
}

/** An entity as the search lists it. */
export function nameOf(entity: EntityEntry): SearchName {
  const { id, name, names, kind, mentions, description, unprinted = [] } = entity
  const wordings = listNames(entity)
  return {
    id,
    name,
    kind: t.kinds[kind].one,
    url: addressOf(id),
    mentions: mentions.length,
    sources: new Set(mentions.map(({ source }) => source)).size,
    wordings,
    printed: wordings.length - wordings.filter((wording) => unprinted.includes(wording)).length,
    ...(names.some(({ form }) => form !== 'name') && { isCalledOtherwise: true as const }),
    ...(description && { description }),
  }
}

/** Divides names by their words, in the order of the words, so that a search reads only the pieces of its own words. */
export function divideNames(names: readonly SearchName[]): NamesPiece[] {
  const byWord = new Map<string, SearchName[]>()
  for (const name of names)
    for (const word of new Set(name.wordings.flatMap((wording) => foldText(wording).split(' '))))
      if (word) byWord.set(word, [...(byWord.get(word) ?? []), name])
  const groups: [string, SearchName[]][][] = []
  let size = Infinity
  for (const entry of [...byWord].sort(([a], [b]) => compare(a, b))) {
    const length = entry[1].reduce((sum, name) => sum + JSON.stringify(name).length, entry[0].length)
    if (size + length > PIECE) groups.push([]), (size = 0)
    groups.at(-1)!.push(entry)
    size += length
  }
  return groups.map((group) => ({ from: group[0]![0], piece: makePiece(group) }))
}

function makePiece(group: readonly [string, SearchName[]][]): SearchNames {
  const names = [...new Set(group.flatMap(([, of]) => of))]
  const place = new Map(names.map((name, index) => [name, index]))
  return { names, words: Object.fromEntries(group.map(([word, of]) => [word, of.map((name) => place.get(name)!)])) }
}
