import { element, setExcerpt } from './element.ts'
import type { FoundPage, FoundPassage } from './engine.ts'

const PASSAGES_SHOWN = 4

/** A found page as a list item: its passages under its title, each a link to itself with the words to highlight. */
export function showPage(page: FoundPage, words: string): HTMLLIElement {
  const passages = page.sub_results.filter((passage) => passage.url.includes('#'))
  const meta = [...(page.filters['kind'] ?? []), ...(page.filters['publisher'] ?? []), page.meta['date'] ?? 'date not stated']
  const isSource = page.filters['kind']?.includes('Source')
  return element(
    'li',
    {},
    element('p', { class: 'meta' }, ...meta.slice(0, isSource ? 3 : 1).map((text) => element('span', {}, text))),
    element('a', { class: 'title', href: page.url }, page.meta['title'] ?? page.url),
    ...(passages.length > 0 ? [showPassages(passages, words)] : [element('p', { class: 'aside' }, ...setExcerpt(page.excerpt))]),
  )
}

function showPassages(passages: readonly FoundPassage[], words: string): HTMLOListElement {
  const items = passages.slice(0, PASSAGES_SHOWN).map((passage) => {
    const number = element('span', { class: 'cited' }, ` ${passage.title}`)
    return element('li', {}, element('a', { href: withWords(passage.url, words) }, ...setExcerpt(passage.excerpt), number))
  })
  const rest = passages.length - items.length
  return element('ol', {}, ...items, ...(rest > 0 ? [element('li', { class: 'aside' }, `${rest} more in this source`)] : []))
}

/** The passage's address with the words that its page will highlight. */
function withWords(url: string, words: string): string {
  const [page = '', fragment = ''] = url.split('#')
  return `${page}?words=${encodeURIComponent(words)}#${fragment}`
}
