import { browser } from '../../text/en.ts'
import { foldWords } from '../fold-words.ts'
import type { FoundPage, FoundPassage } from './find-in-page.ts'

const PASSAGES_SHOWN = 4

/** A found page as a list item: a source with its found passages, each a link to itself; another page with its beginning. */
export function showPage({ page, passages, holds }: FoundPage): HTMLLIElement {
  const { kind = [], publisher = [] } = page.filters
  const isSource = kind.includes('Source')
  const meta = isSource
    ? [...publisher, page.meta['date'] ?? browser.undated, ...(holds === 'apart' ? [browser.apart] : [])]
    : kind
  return createElement(
    'li',
    {},
    createElement('p', { class: 'meta' }, ...meta.map((text) => createElement('span', {}, text))),
    createElement('a', { class: 'title', href: page.url, dir: 'auto' }, page.meta['title'] ?? page.url),
    ...(isSource
      ? [showPassages(passages)]
      : passages.slice(0, 1).map((passage) => createElement('p', { class: 'aside' }, ...showWords(passage)))),
  )
}

/** The first passages; the rest opens on demand. */
function showPassages(passages: readonly FoundPassage[]): HTMLElement {
  const list = (of: readonly FoundPassage[]) => createElement('ol', {}, ...of.map(showPassage))
  const rest = passages.slice(PASSAGES_SHOWN)
  const more =
    rest.length > 0
      ? [createElement('details', {}, createElement('summary', {}, browser.moreInSource(rest.length)), list(rest))]
      : []
  return createElement('div', {}, list(passages.slice(0, PASSAGES_SHOWN)), ...more)
}

function showPassage(passage: FoundPassage): HTMLLIElement {
  const number = passage.number ? [' ', createElement('span', { class: 'cited' }, passage.number)] : []
  const named =
    passage.namedAs.length > 0
      ? [' ', createElement('span', { class: 'named-as' }, browser.names(passage.namedAs))]
      : []
  return createElement(
    'li',
    {},
    createElement('a', { href: withWords(passage), dir: 'auto' }, ...showWords(passage), ...number, ...named),
  )
}

/** The passage's address with the words that its page will highlight: each run of found words as it stands. */
export function withWords({ url, words, found }: FoundPassage): string {
  const runs = found.reduce<string[][]>((all, at, index) => {
    const folded = foldWords(words[at]!).map((word) => word.folded)
    if (index > 0 && found[index - 1] === at - 1) all.at(-1)!.push(...folded)
    else all.push(folded)
    return all
  }, [])
  const params = new URLSearchParams([...new Set(runs.map((run) => run.join(' ')))].map((run) => ['words', run]))
  const [page = '', fragment = ''] = url.split('#')
  return params.size > 0 ? `${page}?${params}#${fragment}` : url
}

/** Words of a passage that a result shows; a passage a little longer is shown whole. */
const LENGTH = 46
const WHOLE = 60

/** A passage's words as text with the found ones in `mark`; of a long passage the part around the first of them. */
export function showWords({ words, found, space }: Pick<FoundPassage, 'words' | 'found' | 'space'>): (Node | string)[] {
  const [start, end] = chooseWindow(words.length, found)
  const runs = splitRuns(start, end, new Set(found))
  const parts = runs.flatMap(({ from, to, isFound }, index) => {
    const text = words.slice(from, to).join(space)
    return [index > 0 ? space : '', isFound ? createElement('mark', {}, text) : text]
  })
  return [start > 0 ? '… ' : '', ...parts, end < words.length ? ' …' : '']
}

/** From where to where a passage is shown. */
export function chooseWindow(length: number, found: readonly number[]): [number, number] {
  if (length <= WHOLE) return [0, length]
  const middle = densest(found)
  const start = Math.max(0, Math.min(middle - LENGTH / 4, length - LENGTH))
  return [Math.floor(start), Math.floor(start) + LENGTH]
}

/** The found word with the most others close behind it; the first word when none is found. */
function densest(found: readonly number[]): number {
  const behind = (at: number) => found.filter((other) => other >= at && other < at + LENGTH / 2).length
  return found.reduce((best, at) => (behind(at) > behind(best) ? at : best), found[0] ?? 0)
}

function splitRuns(
  start: number,
  end: number,
  found: ReadonlySet<number>,
): { from: number; to: number; isFound: boolean }[] {
  const runs: { from: number; to: number; isFound: boolean }[] = []
  for (let at = start; at < end; at++) {
    const last = runs.at(-1)
    if (last?.isFound === found.has(at)) last.to = at + 1
    else runs.push({ from: at, to: at + 1, isFound: found.has(at) })
  }
  return runs
}

type Properties = Readonly<Record<string, string | boolean | undefined>>

/** A new element with attributes and children; text is always text, never markup. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (value === true) node.setAttribute(key, '')
    else if (value !== undefined && value !== false) node.setAttribute(key, value)
  }
  node.append(...children)
  return node
}

/** A text as long as it may be said back to the reader: at most so many characters, with a sign that some are left out. */
export function cutText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
