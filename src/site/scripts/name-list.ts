import type { SearchName } from '../../model/search-index.ts'
import { readNameList, toCsv, type WatchedName, watchNames } from '../../text/watch-names.ts'
import { browser } from '../text/en-search.ts'
import { openEngine } from './search/engine.ts'
import { findPages } from './search/find-pages.ts'
import { openNames } from './search/names.ts'
import { parseQuery } from './search/query.ts'
import { createElement } from './search/show-page.ts'

/* Where the names of a pasted list occur. The names of the dossier come in pieces as the search loads them; the list stays here. */

const words = browser.nameList
const section = document.querySelector<HTMLElement>('#name-list')!
const [box, table, body] = [
  section.querySelector('textarea')!,
  section.querySelector<HTMLElement>('.scroll')!,
  section.querySelector('tbody')!,
]
const [look, save] = [...section.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement]
const said = section.querySelector('output')!
const data = document.querySelector<HTMLFormElement>('#search')!.dataset
const { index = '', catalogue = '', facts = '', names: folder = '', pieces = '[]' } = data
const language = document.documentElement.lang

/** A name of the list, with the number of sources that hold its very words where none has it as a name. */
type Row = WatchedName<SearchName> & { readonly asWords: number }

let rows: readonly Row[] = []

async function lookUp(): Promise<void> {
  said.value = words.looking
  const names = openNames(folder, JSON.parse(pieces))
  const [known, engine] = await Promise.all([names.all(), openEngine(index, catalogue, facts)])
  const count = async (asked: string) => {
    const found = await findPages(engine, parseQuery(`"${asked.replaceAll('"', '')}"`, language), names, language)
    return found.pages.filter(({ row }) => engine.catalogue.kinds[row.kind] === browser.sourceKind).length
  }
  const watched = watchNames(readNameList(box.value), known)
  rows = await Promise.all(
    watched.map(async (one) => ({ ...one, asWords: one.found.length > 0 ? 0 : await count(one.asked) })),
  )
  body.replaceChildren(...rows.map(showRow))
  const present = rows.filter(isThere).length
  said.value = rows.length > 0 ? words.result(present, rows.length, section.dataset['scope'] ?? '') : words.empty
  table.hidden = save.hidden = rows.length === 0
}

const isThere = ({ found, asWords }: Row) => found.length > 0 || asWords > 0

function showRow({ asked, found, possible, asWords }: Row): HTMLElement {
  const search = `?q=${encodeURIComponent(`"${asked}"`)}`
  const where = found.flatMap(({ name, url, sources }) => [link(url, name), ` ${words.sources(sources)} `])
  const text = asWords > 0 ? [link(search, words.asWords(asWords))] : []
  const others = possible.flatMap(({ name, url }) => [link(url, name), ' '])
  return createElement(
    'tr',
    {},
    createElement('th', { scope: 'row' }, asked),
    createElement('td', {}, ...(where.length + text.length > 0 ? [...where, ...text] : [words.nowhere])),
    createElement('td', {}, spellingsOf(found, asked).join(', ')),
    createElement('td', {}, ...others),
  )
}

const link = (href: string, name: string) => createElement('a', { href }, name)

/** Spellings that occur in a source; the register may have more. */
const spellingsOf = (found: readonly SearchName[], asked: string): string[] =>
  [...new Set(found.flatMap(({ wordings, printed }) => wordings.slice(0, printed)))].filter(
    (wording) => wording !== asked,
  )

function saveTable(): void {
  const scope = section.dataset['scope'] ?? ''
  const lines = rows.map(({ asked, found, possible, asWords }) => [
    asked,
    found.length > 0 || asWords > 0 ? 'yes' : 'no',
    spellingsOf(found, asked).join(' | '),
    possible.map(({ name }) => name).join(' | '),
    found.reduce((sum, { sources }) => sum + sources, 0) || asWords,
    found.map(({ url }) => new URL(url, location.href).href).join(' | '),
    scope,
  ])
  const address = URL.createObjectURL(new Blob([toCsv([words.columns, ...lines])], { type: 'text/csv' }))
  const anchor = createElement('a', { href: address, download: 'names.csv' })
  anchor.click()
  URL.revokeObjectURL(address)
}

look.addEventListener('click', () => {
  lookUp().catch((error) => {
    said.value = words.failed
    throw error
  })
})
save.addEventListener('click', saveTable)
