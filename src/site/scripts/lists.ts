/*
 * Lists that can be filtered, sorted and downloaded as a table. Without JavaScript they have one order, with links to
 * others.
 */

/** The items of any list; the rows of one quantity are one item. */
const ITEMS = '.sources > li, .entities > li, .names > li, .saying, .dated-events > li, .statements > tbody'

type Key = (item: HTMLElement) => string | number | undefined

const textOf = (item: ParentNode, selector: string) => item.querySelector(selector)?.textContent?.trim()
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const foldedOf = (item: ParentNode, selector: string) => fold(textOf(item, selector) ?? '') || undefined
const dateOf = (item: HTMLElement) => item.dataset['date'] ?? item.querySelector('time')?.dateTime
/** Only more than one source is written down. */
const ONE = '.saying, .dated-events > li, .statements > tbody'
const countOf = (item: HTMLElement) =>
  Number(item.dataset['sources'] ?? (item.matches(ONE) ? 1 : textOf(item, '.count')?.replace(/\D/g, '')))

/** Sort keys, for items that have them; greater numbers come first. */
const KEYS: readonly (readonly [string, Key])[] = [
  ['name', (item) => foldedOf(item, '.title, .what, blockquote, .named a, a')?.replace(/^\P{L}+/u, '')],
  ['speaker', (item) => foldedOf(item, '.by')],
  ['publisher', (item) => foldedOf(item, '.publisher')],
  ['date', dateOf],
  ['sources', (item) => -countOf(item) || undefined],
]

const items = [...document.querySelectorAll<HTMLElement>(ITEMS)]
const words = new Map(items.map((item) => [item, fold(item.textContent)]))
/** The place of each item while the list is not sorted. */
const homes = new Map(items.map((item) => [item, document.createComment('')]))
for (const [item, home] of homes) item.before(home)
/** The single list for sorted items, and its parent. */
const sorted = document.createElement('section')
const [first] = items
const list = first && makeList(first)

for (const tools of document.querySelectorAll('.list-tools')) {
  const [box, sort] = [tools.querySelector('input')!, tools.querySelector('select')!]
  const [save, said] = [tools.querySelector('button')!, tools.querySelector('output')!]
  const show = () => arrange(fold(box.value.trim()), KEYS.find(([name]) => name === sort.value)?.[1])
  const { columns = '[]', shown = '' } = (tools as HTMLElement).dataset
  for (const [name, keyOf] of KEYS)
    if (new Set(items.map(keyOf)).size < 2) sort.querySelector(`[value=${name}]`)!.remove()
  sort.onchange = show
  box.oninput = () => (said.value = shown.replace('{shown}', String(show())).replace('{all}', String(items.length)))
  save.onclick = () => download(writeTable(JSON.parse(columns), [...document.querySelectorAll<HTMLElement>(ITEMS)]))
}

/** An empty list of the same kind as an item's. */
function makeList(item: HTMLElement): Element {
  sorted.className = 'wide scroll'
  sorted.hidden = true
  const section = item.closest('main section') ?? item.parentElement!
  section.before(sorted)
  if (item.matches('.saying')) return sorted
  const made = item.parentElement!.cloneNode() as Element
  sorted.append(made)
  const head = item.parentElement!.querySelector('thead')
  if (head) made.append(head.cloneNode(true))
  return made
}

/**
 * Shows the items that hold every word, in one list by a key, those without it last; without a key, each where it stood.
 * Sections of which nothing is left are hidden.
 *
 * @returns how many are shown
 */
function arrange(typed: string, keyOf: Key | undefined): number {
  const wanted = typed.split(/\s+/)
  for (const item of items) item.hidden = !wanted.every((word) => words.get(item)!.includes(word))
  if (keyOf) list!.append(...sortBy(keyOf))
  else for (const [item, home] of homes) home.after(item)
  for (const section of document.querySelectorAll<HTMLElement>('main section')) {
    const within = items.filter((item) => section.contains(homes.get(item)!))
    section.hidden = within.length > 0 && within.every((item) => item.hidden || !section.contains(item))
  }
  sorted.hidden = !keyOf
  return items.filter((item) => !item.hidden).length
}

/** In the order of the page where two are equal. */
function sortBy(keyOf: Key): HTMLElement[] {
  const keys = new Map(items.map((item) => [item, keyOf(item)]))
  return items.toSorted((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)]
    if (one === other) return 0
    if (one === undefined || other === undefined) return one === undefined ? 1 : -1
    return one < other ? -1 : 1
  })
}

/**
 * The visible items as CSV: a row of figures by its cells, others by their words, subject, day, sources and address.
 */
function writeTable(columns: readonly string[], all: readonly HTMLElement[]): string {
  const shown = all.filter((item) => !item.hidden)
  const rows = shown.flatMap((item) =>
    item.matches('tbody')
      ? [...item.querySelectorAll<HTMLTableRowElement>('tr:not(.named, .opens)')].map((row) => [
          textOf(item, '.named a') ?? '',
          ...[...row.cells].map(wordsOf),
          row.querySelector<HTMLAnchorElement>('.cited')?.href ?? '',
        ])
      : [
          [
            textOf(item, '.title, .what, blockquote, a') ?? '',
            [
              item.querySelector('.what') ? '' : item.dataset['kind'],
              ...[...item.querySelectorAll(DETAILS)].map(wordsOf),
            ]
              .filter(Boolean)
              .join('; '),
            dateOf(item) ?? '',
            String(countOf(item) || ''),
            item.querySelector<HTMLAnchorElement>('a')?.href ?? '',
          ],
        ],
  )
  return [columns, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

const DETAILS = '.meta > :not(time), .see, .when, span.what'

/** The words of a part of an item, without the link to cite it. */
function wordsOf(part: Element): string {
  return [...part.querySelectorAll('.cite-link')].reduce(
    (text, link) => text.replace(link.textContent, ''),
    part.textContent,
  )
}

/** One cell on one line; what a spreadsheet would run as a formula is kept from it by an apostrophe. */
function writeCell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `"${line.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`
}

function download(table: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\ufeff', table], { type: 'text/csv' }))
  link.download = `${location.pathname.split('/').filter(Boolean).join('-')}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}
