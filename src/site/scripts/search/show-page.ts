import { browser } from '../../text/en.ts'
import { foldWords } from '../fold-words.ts'
import { createElement } from './element.ts'
import { showWords } from './excerpt.ts'
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
