import type { IndexedPage } from './engine.ts'

/** A passage of a page; a page without passages is one of them. */
export interface PagePart {
  /** Address, with the passage's fragment. */
  readonly url: string
  /** As the page shows it: "¶ 7". */
  readonly number: string | undefined
  /** As they stand, in order. */
  readonly words: readonly string[]
  /** What stands between two words. */
  readonly space: string
  /** Index of its first word in the page. */
  readonly from: number
  /** Tokens of the entities that it names. */
  readonly named: ReadonlySet<string>
}

const GAP = /[^\S\uFEFF]+/g
const NO_SPACE = '\u200B'
const PASSAGE = /^p-[0-9a-z]+$/
/** Of a statement within a passage: no passage ends there. */
const STATEMENT = /^[dfnq]-[0-9a-z]{8}$/

function listWords({ content, raw_content: raw }: IndexedPage): { words: string[]; space: string } {
  if (!raw.includes(NO_SPACE)) return { words: content.split(GAP), space: ' ' }
  return { words: raw.replaceAll('&lt;', '<').replaceAll('&gt;', '>').split(NO_SPACE), space: '' }
}

/** The indexer ends every element with a full stop. */
const bareToken = (word: string) => word.replace(/\.$/, '')

/**
 * Cuts an indexed page into its passages.
 *
 * @param tokens the tokens of all entities, which stand behind a passage's own words
 */
export function splitPage(page: IndexedPage, tokens: ReadonlyMap<string, unknown>): PagePart[] {
  const { words, space } = listWords(page)
  const anchors = page.anchors.filter(({ id }) => !STATEMENT.test(id)).toSorted((a, b) => a.location - b.location)
  const passages = anchors.flatMap(({ id, title, location }, index): PagePart[] => {
    if (!PASSAGE.test(id)) return []
    const all = words.slice(location, anchors[index + 1]?.location)
    const named = all.map(bareToken).filter((word) => tokens.has(word))
    return [
      {
        url: `${page.url}#${id}`,
        number: title,
        words: all.slice(0, all.length - named.length),
        space,
        from: location,
        named: new Set(named),
      },
    ]
  })
  return passages.length > 0
    ? passages
    : [{ url: page.url, number: undefined, words, space, from: 0, named: new Set() }]
}
