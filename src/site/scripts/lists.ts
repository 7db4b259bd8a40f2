import { listing } from '../text/en.ts'

/* Lists that can be filtered and sorted, and taken away as a table. Without a script they stand in one order, with links to others. */

/** What a list is made of, whatever it lists; the rows of one quantity belong together. */
const ITEMS = '.sources > li, .entities > li, .names > li, .saying, .dated-events > li, .statements > tbody'

type Key = (item: HTMLElement) => string | number | undefined

const textOf = (item: ParentNode, selector: string) => item.querySelector(selector)?.textContent?.trim()
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** By what a list can be sorted, where its items have it; greater numbers come first. */
const KEYS: readonly (readonly [keyof typeof listing.sorts, Key])[] = [
  ['name', (item) => fold(textOf(item, '.title, .what, blockquote, .named a, a') ?? '')],
  ['publisher', (item) => textOf(item, '.publisher') && fold(textOf(item, '.publisher')!)],
  ['date', (item) => item.querySelector('time')?.dateTime],
  ['sources', (item) => -Number(/\d+/.exec(textOf(item, '.count') ?? '')?.[0] ?? NaN) || undefined],
]

const items = [...document.querySelectorAll<HTMLElement>(ITEMS)]
const order = new Map(items.map((item, index) => [item, index]))
const words = new Map(items.map((item) => [item, fold(item.textContent)]))

for (const tools of document.querySelectorAll('.list-tools')) {
  const [box, sort] = [tools.querySelector('input')!, tools.querySelector('select')!]
  const [save, said] = [tools.querySelector('button')!, tools.querySelector('output')!]
  box.oninput = () => (said.value = listing.shown(filterItems(fold(box.value.trim())), items.length))
  sort.append(...listOrders().map((name) => new Option(listing.sorts[name], name)))
  sort.onchange = () => sortItems(KEYS.find(([name]) => name === sort.value)?.[1])
  save.onclick = () => download(writeTable(items.filter((item) => !item.hidden)))
}

function listOrders() {
  return KEYS.filter(([, keyOf]) => items.filter((item) => keyOf(item) !== undefined).length > 1).map(([name]) => name)
}

/** Shows the items that hold every word, and hides sections of which none is left; says how many are shown. */
function filterItems(typed: string): number {
  const wanted = typed.split(/\s+/)
  for (const item of items) item.hidden = !wanted.every((word) => words.get(item)!.includes(word))
  for (const section of document.querySelectorAll<HTMLElement>('main section')) {
    const within = items.filter((item) => section.contains(item))
    section.hidden = within.length > 0 && within.every((item) => item.hidden)
  }
  return items.filter((item) => !item.hidden).length
}

/** Sorts each list by a key, those without it last; in the order of the page where two are equal or no key is given. */
function sortItems(keyOf: Key = () => 0): void {
  const keys = new Map(items.map((item) => [item, keyOf(item)]))
  const compare = (a: HTMLElement, b: HTMLElement) => {
    const [one, other] = [keys.get(a), keys.get(b)]
    if (one === other) return order.get(a)! - order.get(b)!
    if (one === undefined || other === undefined) return one === undefined ? 1 : -1
    return one < other ? -1 : 1
  }
  for (const [list, of] of Map.groupBy(items, (item) => item.parentElement!)) list.append(...of.toSorted(compare))
}

/** The items as CSV: a row of figures by its cells, all else by its words, what is said of it, its day and its address. */
function writeTable(shown: readonly HTMLElement[]): string {
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
            [...item.querySelectorAll('.meta > *, .count, .when, span.what')].map(wordsOf).join('; '),
            item.querySelector('time')?.dateTime ?? '',
            item.querySelector<HTMLAnchorElement>('a')?.href ?? '',
          ],
        ],
  )
  const columns = shown[0]?.matches('tbody') ? listing.figureColumns : listing.columns
  return [columns, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

/** The words of a part of an item, without the link to cite it. */
function wordsOf(part: Element): string {
  return [...part.querySelectorAll('.cite-link')].reduce(
    (words, link) => words.replace(link.textContent, ''),
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
