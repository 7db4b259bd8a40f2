import type { SearchName, SearchPage } from '../../model/search-index.ts'
import { PAGES_PER_FILE } from '../../model/search-index.ts'
import { browser } from '../text/en-search.ts'
import './name-list.ts'
import { citeHere } from './reading/copy-citations.ts'
import {
  choose,
  countValues,
  orderPages,
  readCounts,
  tickFilters,
  updateCounts,
  walkResults,
} from './search/choose-pages.ts'
import { describeAnswer, describeReading, offerSpellings, showAdvice } from './search/describe-answer.ts'
import type { Engine } from './search/engine.ts'
import { openEngine } from './search/engine.ts'
import type { SearchAnswer } from './search/find-pages.ts'
import type { FoundPage } from './search/found-page.ts'
import { findPages, listPages } from './search/find-pages.ts'
import type { Names } from './search/names.ts'
import { mostNamedFirst, openNames, openVocabulary } from './search/names.ts'
import type { ParsedQuery, Query, Term } from './search/query.ts'
import { parseQuery, readQuery, writeQuery } from './search/query.ts'
import { createElement, showName, showPage } from './search/show-page.ts'

/** Results that are loaded and shown at a time: what a screen holds. */
const SHOWN = 4
/** Number of names before the sources; further names come after them. */
const NAMES_FIRST = 4
const TYPING_PAUSE = 120
const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!

const form = find<HTMLFormElement>('#search')
const box = find<HTMLInputElement>('#words')
const filters = find('#filters')
const results = find('#results')
const status = find('#status')
const more = find<HTMLButtonElement>('#more')
const { index = '', catalogue = '', facts = '', names = '', pieces = '[]', texts = '', vocabulary = '' } = form.dataset
const language = document.documentElement.lang

/** The number of pages of each filter, from the build. */
const all = readCounts(filters)
let asked = 0

/** The form as a query. */
function readForm(): Query {
  const values = new FormData(form)
  const search = new URLSearchParams([...values].map(([name, value]) => [name, String(value)]))
  return readQuery(search.toString())
}

const loadedTexts = new Map<number, Promise<readonly SearchPage[]>>()

/** The text of a page, with which those of its neighbours come. */
async function loadPage(number: number): Promise<SearchPage> {
  const file = Math.floor(number / PAGES_PER_FILE)
  const known = loadedTexts.get(file)
  const loading = known ?? fetch(`${texts}${file}.json`).then((response) => response.json() as Promise<SearchPage[]>)
  loadedTexts.set(file, loading)
  return (await loading)[number % PAGES_PER_FILE]!
}

type Result = FoundPage | SearchName

/** A result and how much of it is shown. */
interface Shown {
  readonly list: readonly Result[]
  readonly dates: readonly Term[]
  readonly ticket: number
}
let shown: Shown | undefined

/** The next results of an answer; no more texts than these need are loaded. */
const loadResults = ({ list, dates }: Shown, from: number): Promise<HTMLLIElement[]> =>
  Promise.all(
    list
      .slice(from, from + SHOWN)
      .map(async (result) =>
        'wordings' in result ? showName(result, box.value) : showPage(result, await loadPage(result.number), dates),
      ),
  )

async function showMore(): Promise<void> {
  if (!shown) return
  const answer = shown
  const from = results.children.length
  const items = await loadResults(answer, from)
  if (shown !== answer || results.children.length !== from) return
  results.append(...items)
  more.hidden = results.children.length >= answer.list.length
}

/** The rest comes as the reader goes on, or asks for it. */
function loadAsRead(): void {
  new IntersectionObserver(([entry]) => {
    if (entry!.isIntersecting) showMore().catch(showFailure)
  }).observe(more)
  more.addEventListener('click', () => {
    const from = results.children.length
    showMore()
      .then(() => results.children[from]?.querySelector('a')?.focus())
      .catch(showFailure)
  })
}

/** The engine, once it is loaded. */
interface Library {
  readonly engine: Engine
  readonly names: Names
  readonly nearestWord: ReturnType<typeof openVocabulary>
}

let library: Promise<Library> | undefined

/** Loads the index when it is first needed: a page that is only looked at does not ask for it. */
function openLibrary(): Promise<Library> {
  library ??= openEngine(index, catalogue, facts).then((engine) => ({
    engine,
    names: openNames(names, JSON.parse(pieces)),
    nearestWord: openVocabulary(vocabulary, engine.catalogue.vocabulary),
  }))
  return library
}

const NOTHING: SearchAnswer = { pages: [], named: [], alsoNamed: [], nowhere: [], begun: [] }

async function findAnswer({ engine, names: known }: Library, query: Query, read: ParsedQuery): Promise<SearchAnswer> {
  if (read.groups.length > 0) return findPages(engine, read, known, language)
  if (query.words.trim() !== '') return NOTHING
  const wantsNames = query.filters.kind.some((kind) => kind !== browser.sourceKind)
  return {
    ...NOTHING,
    pages: await listPages(engine),
    alsoNamed: wantsNames ? (await known.all()).toSorted(mostNamedFirst) : [],
  }
}

/** Answers a query: citation, counts, status and results; unless another was asked meanwhile. */
async function answerQuery(query: Query): Promise<void> {
  const ticket = ++asked
  const words = query.words.trim()
  const read = parseQuery(query.words, language)
  const hasFilters = Object.values(query.filters).some((values) => values.length > 0)
  const opened = words === '' && !hasFilters ? undefined : await openLibrary()
  const answer = opened ? await findAnswer(opened, query, read) : NOTHING
  if (ticket !== asked) return
  citeHere({ suffix: writeQuery(query) })
  if (!opened) return showAnswer(query, read, NOTHING, [], ticket)
  const { catalogue: known } = opened.engine
  updateCounts(filters, countValues([...answer.pages, ...answer.named, ...answer.alsoNamed], query, known))
  const isDate = read.groups.length > 0 && read.groups.every(([term]) => term!.kind === 'date')
  const chosen = {
    ...answer,
    pages: orderPages(choose(answer.pages, query, known), query.isByDate, isDate),
    named: choose(answer.named, query, known),
    alsoNamed: choose(answer.alsoNamed, query, known),
  }
  const offers = answer.nowhere.length > 0 ? await offerSpellings(query, answer.nowhere, opened) : []
  if (ticket === asked) await showAnswer(query, read, chosen, offers, ticket)
}

/** Shows an answer, first its summary, then its first results. */
async function showAnswer(
  query: Query,
  read: ParsedQuery,
  answer: SearchAnswer,
  offers: readonly HTMLElement[],
  ticket: number,
): Promise<void> {
  const { pages, named, alsoNamed } = answer
  const words = query.words.trim()
  const hasFilters = Object.values(query.filters).some((values) => values.length > 0)
  const list = query.isByDate
    ? [...pages, ...named, ...alsoNamed]
    : [...named.slice(0, NAMES_FIRST), ...pages, ...named.slice(NAMES_FIRST), ...alsoNamed]
  const next = { list, dates: read.groups.flat().filter(({ kind }) => kind === 'date'), ticket }
  const items = await loadResults(next, 0)
  const kinds = pages.length > 0 ? (await openLibrary()).engine.catalogue.kinds : []
  if (ticket !== asked) return
  if (words === '' && !hasFilters) updateCounts(filters, all)
  const sentences = [
    describeAnswer(words, { pages, names: [...named, ...alsoNamed], kinds }, hasFilters),
    ...describeReading(read, answer.nowhere, answer.begun),
  ]
  status.textContent = sentences.filter(Boolean).join(' ')
  status.append(...offers)
  if (list.length === 0 && words !== '') status.append(...showAdvice(query, read, hasFilters))
  shown = next
  results.replaceChildren(...items)
  more.hidden = items.length >= list.length
  results.classList.add('settled')
}

/** Puts a query that came with the address into the form. */
function fillForm(query: Query): void {
  box.value = query.words
  tickFilters(filters, query)
  find<HTMLInputElement>(query.isByDate ? '#by-date' : '#by-relevance').checked = true
}

function showFailure(): void {
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
    openLibrary().catch(showFailure)
    timer = window.setTimeout(() => {
      const asking = readForm()
      history.replaceState(null, '', `${location.pathname}${writeQuery(asking)}`)
      answerQuery(asking).catch(showFailure)
    }, pause)
  }
  form.addEventListener('submit', (event) => (event.preventDefault(), answer()))
  form.addEventListener('input', ({ target }) => answer(target === box ? TYPING_PAUSE : 0))
  walkResults(box, results)
  loadAsRead()
  /* The page already shows the empty search. */
  if (writeQuery(query) === '') results.classList.add('settled')
  else answerQuery(query).catch(showFailure)
}

start()
