import { citeHere } from './reading/cite-here.ts'
import { ask, openEngine, type Answer, type Engine } from './search/engine.ts'
import { element } from './search/element.ts'
import { readQuery, writeQuery, type Query } from './search/query.ts'
import { showPage } from './search/show-results.ts'
import { tickFilters, updateCounts } from './search/update-filters.ts'
import { walkResults } from './search/walk-results.ts'

const PAGES_SHOWN = 15
const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!

const form = find<HTMLFormElement>('#search')
const box = find<HTMLInputElement>('#words')
const filters = find('#filters')
const results = find('#results')
const status = find('#status')
const more = find<HTMLButtonElement>('#more')

let asked = 0

/** The form as a query. */
function readForm(): Query {
  const values = new FormData(form)
  const search = new URLSearchParams([...values].map(([name, value]) => [name, String(value)]))
  return readQuery(search.toString())
}

/** Shows the next pages of an answer, unless another question was asked meanwhile. */
async function showMore(answer: Answer, words: string, ticket: number): Promise<void> {
  const from = results.children.length
  const pages = await Promise.all(answer.results.slice(from, from + PAGES_SHOWN).map((result) => result.data()))
  if (ticket !== asked) return
  results.append(...pages.map((page) => showPage(page, words)))
  more.hidden = results.children.length >= answer.results.length
  more.onclick = () => showMore(answer, words, ticket)
}

/** Says how many pages were found, in words that a screen reader announces. */
function wordStatus(query: Query, count: number): string {
  if (!query.words && count === 0) return ''
  const subject = query.words ? ` for “${query.words}”` : ''
  return count === 0 ? `Nothing found${subject}. Try fewer words, or look in the index below.` : `${count} ${count === 1 ? 'page' : 'pages'}${subject}`
}

/** The answer to no question: no results, and how many pages each filter holds. */
async function listAll(engine: Engine): Promise<Answer> {
  const filters = await engine.filters()
  return { results: [], filters, totalFilters: filters }
}

/** Answers a query: address, filters, status and results. */
async function answerQuery(engine: Engine, query: Query): Promise<void> {
  const ticket = ++asked
  const isEmpty = !query.words && Object.values(query.filters).every((values) => values.length === 0)
  const answer = isEmpty ? await listAll(engine) : await ask(engine, query)
  if (ticket !== asked) return
  citeHere({ suffix: writeQuery(query) })
  updateCounts(filters, answer, query)
  status.textContent = wordStatus(query, answer.results.length)
  results.replaceChildren()
  await showMore(answer, query.words, ticket)
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
  const engine = await openEngine(form.dataset['index'] ?? '')
  const answer = () => {
    const asking = readForm()
    history.replaceState(null, '', `${location.pathname}${writeQuery(asking)}`)
    return answerQuery(engine, asking)
  }
  await answerQuery(engine, query)
  form.addEventListener('submit', (event) => (event.preventDefault(), answer()))
  form.addEventListener('input', answer)
  walkResults(box, results)
}

start().catch(() => {
  results.classList.add('settled')
  status.replaceChildren(element('strong', {}, 'The search index could not be loaded. The index of names below works without it.'))
})
