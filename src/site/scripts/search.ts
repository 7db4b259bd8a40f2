import { citeHere } from './reading/cite-here.ts'
import { choosePages, countValues } from './search/choose-pages.ts'
import { element } from './search/element.ts'
import { openEngine, type Engine } from './search/engine.ts'
import type { FoundPage } from './search/find-in-page.ts'
import { findPages } from './search/find-pages.ts'
import { indexNames, type Names } from './search/names.ts'
import { readQuery, writeQuery, type Query } from './search/query.ts'
import { readTerms } from './search/read-terms.ts'
import { showAdvice, tellLimit } from './search/show-advice.ts'
import { showPage } from './search/show-page.ts'
import { readCounts, tickFilters, updateCounts } from './search/update-filters.ts'
import { walkResults } from './search/walk-results.ts'
import { wordStatus } from './search/word-status.ts'

const PAGES_SHOWN = 15
const TYPING_PAUSE = 120
const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!

const form = find<HTMLFormElement>('#search')
const box = find<HTMLInputElement>('#words')
const filters = find('#filters')
const results = find('#results')
const status = find('#status')
const more = find<HTMLButtonElement>('#more')

/** What the page was built with: how many pages each filter holds. */
const all = readCounts(filters)
let asked = 0

/** The form as a query. */
function readForm(): Query {
  const values = new FormData(form)
  const search = new URLSearchParams([...values].map(([name, value]) => [name, String(value)]))
  return readQuery(search.toString())
}

/** Shows the next pages of an answer. */
function showMore(pages: readonly FoundPage[]): void {
  const from = results.children.length
  results.append(...pages.slice(from, from + PAGES_SHOWN).map(showPage))
  more.hidden = results.children.length >= pages.length
  more.onclick = () => {
    showMore(pages)
    results.children[from]?.querySelector('a')?.focus()
  }
}

/** Answers a query: citation, counts, status and results; unless another was asked meanwhile. */
async function answerQuery(engine: Engine, names: Names, query: Query): Promise<void> {
  const ticket = ++asked
  const terms = readTerms(query.words)
  const hasFilters = Object.values(query.filters).some((values) => values.length > 0)
  const isEmpty = query.words.trim() === '' && !hasFilters
  const found = isEmpty || (terms.length === 0 && query.words.trim() !== '') ? [] : await findPages(engine, terms, names)
  if (ticket !== asked) return
  const pages = choosePages(found, query)
  citeHere({ suffix: writeQuery(query) })
  updateCounts(filters, isEmpty ? all : countValues(found, query))
  status.textContent = wordStatus(query.words.trim(), pages, hasFilters) + tellLimit(terms)
  if (pages.length === 0 && query.words.trim() !== '') status.append(...showAdvice(query, terms, names, hasFilters))
  results.replaceChildren()
  showMore(pages)
  results.classList.add('settled')
}

/** Puts a query that came with the address into the form. */
function fillForm(query: Query): void {
  box.value = query.words
  tickFilters(filters, query)
  find<HTMLInputElement>(query.isByDate ? '#by-date' : '#by-relevance').checked = true
}

async function start(): Promise<void> {
  const query = readQuery(location.search)
  fillForm(query)
  if (!query.words) box.focus()
  const { index = '', names: list = '' } = form.dataset
  const [engine, names] = await Promise.all([openEngine(index), fetch(list).then(async (response) => indexNames(await response.json()))])
  let timer = 0
  const answer = (pause = 0) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      const asking = readForm()
      history.replaceState(null, '', `${location.pathname}${writeQuery(asking)}`)
      return answerQuery(engine, names, asking)
    }, pause)
  }
  await answerQuery(engine, names, query)
  form.addEventListener('submit', (event) => (event.preventDefault(), answer()))
  form.addEventListener('input', ({ target }) => answer(target === box ? TYPING_PAUSE : 0))
  walkResults(box, results)
}

start().catch(() => {
  results.classList.add('settled')
  status.replaceChildren(element('strong', {}, 'The search index could not be loaded. The index of names below works without it.'))
})
