import { browser } from '../text/en.ts'
import { citeHere } from './reading/cite-here.ts'
import { choosePages, countValues } from './search/choose-pages.ts'
import { describeAnswer, showAdvice, tellLimit } from './search/describe-answer.ts'
import type { Engine } from './search/engine.ts'
import { openEngine } from './search/engine.ts'
import type { FoundPage } from './search/find-in-page.ts'
import { findPages } from './search/find-pages.ts'
import type { Names } from './search/names.ts'
import { indexWordings } from './search/names.ts'
import type { Query } from './search/query.ts'
import { readQuery, readTerms, writeQuery } from './search/query.ts'
import { createElement, showPage } from './search/show-page.ts'
import { readCounts, tickFilters, updateCounts, walkResults } from './search/update-filters.ts'

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

/** What answers queries. */
interface Library {
  readonly engine: Engine
  readonly names: Names
}

let library: Promise<Library> | undefined

/** Loads the index and the names when they are first needed: a page that is only looked at asks for neither. */
function openLibrary(): Promise<Library> {
  const { index = '', names = '' } = form.dataset
  library ??= Promise.all([openEngine(index), fetch(names).then((response) => response.json())]).then(
    ([engine, list]) => ({ engine, names: indexWordings(list) }),
  )
  return library
}

/** Answers a query: citation, counts, status and results; unless another was asked meanwhile. */
async function answerQuery(query: Query): Promise<void> {
  const ticket = ++asked
  const words = query.words.trim()
  const terms = readTerms(query.words)
  const hasFilters = Object.values(query.filters).some((values) => values.length > 0)
  const opened = words === '' && !hasFilters ? undefined : await openLibrary()
  const found =
    !opened || (terms.length === 0 && words !== '') ? [] : await findPages(opened.engine, terms, opened.names)
  if (ticket !== asked) return
  const pages = choosePages(found, query)
  citeHere({ suffix: writeQuery(query) })
  updateCounts(filters, opened ? countValues(found, query) : all)
  status.textContent = describeAnswer(words, pages, hasFilters) + tellLimit(terms)
  if (opened && pages.length === 0 && words !== '') status.append(...showAdvice(query, terms, opened.names, hasFilters))
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

function tellFailure(): void {
  library = undefined
  results.classList.add('settled')
  status.replaceChildren(createElement('strong', {}, browser.noIndex))
}

function start(): void {
  const query = readQuery(location.search)
  fillForm(query)
  if (!query.words) box.focus()
  let timer = 0
  const answer = (pause = 0) => {
    clearTimeout(timer)
    openLibrary().catch(tellFailure)
    timer = window.setTimeout(() => {
      const asking = readForm()
      history.replaceState(null, '', `${location.pathname}${writeQuery(asking)}`)
      answerQuery(asking).catch(tellFailure)
    }, pause)
  }
  form.addEventListener('submit', (event) => (event.preventDefault(), answer()))
  form.addEventListener('input', ({ target }) => answer(target === box ? TYPING_PAUSE : 0))
  walkResults(box, results)
  answerQuery(query).catch(tellFailure)
}

start()
