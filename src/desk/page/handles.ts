/** Target of a handle: a passage, source or name, and the statement shown first. */
export interface Target {
  readonly id: string
  /** Words of the statement, and the number of equal words before them in the passage. */
  readonly words?: string
  readonly nth?: number
  /** Kinds of statement that are meant where nothing is said of words. */
  readonly kind?: string
  /** The words were marked by the reader, and are to be said something of. */
  readonly isSelected?: true
}

type Open = (target: Target, from: HTMLElement) => void

const PAGE_ID = /-([0-9a-z]{8})\/$/

/** The kinds of statement that the rows of a section are. */
const KIND_OF_SECTION: Readonly<Record<string, string>> = {
  figures: 'figure',
  quotations: 'quotation',
  timeline: 'event',
  words: 'label',
}

/** Puts an edit handle on every passage, annotation, row that cites a passage, line that was left out, and title. */
export function placeHandles(open: Open): void {
  for (const passage of document.querySelectorAll<HTMLElement>('.passage[id^="p-"]')) handlePassage(passage, open)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="#p-"]'))
    if (!link.closest('.passage, .desk-panel, nav, svg')) handleRow(link, open)
  handleTitle(open)
}

function handlePassage(passage: HTMLElement, open: Open): void {
  const counts = new Map<string, number>()
  for (const mark of passage.querySelectorAll<HTMLElement>('a.entity, time.date, q.quotation, span.figure')) {
    const words = mark.textContent
    const target = { id: passage.id, words, nth: counts.get(words) ?? 0 }
    counts.set(words, target.nth + 1)
    if (!mark.matches('a')) mark.tabIndex = 0
    const act = (event: Event) => {
      if (!document.body.classList.contains('desk-editing')) return
      event.preventDefault()
      event.stopPropagation()
      open(target, mark)
    }
    mark.addEventListener('click', act)
    mark.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') act(event)
    })
  }
  passage.append(handle(`Edit what is said in ${passage.id}`, () => open({ id: passage.id }, passage)))
}

/** Words of one passage that are marked on the page. */
export function readSelection(): Target | undefined {
  const selection = getSelection()
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined
  const words = range?.toString().trim().replaceAll(/\s+/g, ' ')
  const passageAt = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.passage[id^="p-"]')
  const passage = range && passageAt(range.startContainer)
  if (!words || !passage || passage !== passageAt(range.endContainer)) return undefined
  const before = document.createRange()
  before.selectNodeContents(passage)
  before.setEnd(range.startContainer, range.startOffset)
  return { id: passage.id, words, nth: before.toString().split(words).length - 1, isSelected: true }
}

function handleRow(link: HTMLAnchorElement, open: Open): void {
  const id = link.hash.slice(1)
  const section = location.pathname.split('/').find((part) => part in KIND_OF_SECTION)
  const words = link.closest('tr')?.querySelector('th')?.textContent.replaceAll(/[“”]/g, '').trim()
  const kind = section && KIND_OF_SECTION[section]
  const target = { id, ...(words && { words }), ...(kind && { kind }) }
  link.after(handle(`Edit what is said in ${id}`, () => open(target, link)))
}

/** A source’s page has handles for its facts and for what was left out of it, a name’s page for who it is. */
function handleTitle(open: Open): void {
  const id = PAGE_ID.exec(location.pathname)?.[1]
  const title = document.querySelector<HTMLElement>('main h1')
  if (!id || !title) return
  if (!location.pathname.includes('/sources/')) {
    title.append(handle('Edit who or what this is', () => open({ id }, title)))
    return
  }
  document
    .querySelector('.facts')
    ?.before(handle('Edit the facts', () => open({ id, kind: 'metadata' }, title), 'Edit the facts'))
  for (const row of document.querySelectorAll<HTMLTableRowElement>('#reading tr')) {
    const cells = row.querySelectorAll('td')
    const text = cells[1]
    if (cells.length !== 4 || !text || !/^\d+$/.test(cells[0]!.textContent)) continue
    const words = text.textContent
    text.append(handle('Edit whether this is text', () => open({ id, words, kind: 'line' }, text)))
  }
}

function handle(label: string, act: () => void, shown = 'edit'): HTMLButtonElement {
  const button = makeElement('button', { type: 'button', class: 'desk-handle', 'aria-label': label }, [shown])
  button.addEventListener('click', act)
  return button
}

/** Makes an element; strings become text and nothing else. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** As "1 question" and "2 questions". */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Sends a request to the desk, a POST where it has a body. The answer is always an object. */
export async function ask<T>(name: string, body?: object, query: Readonly<Record<string, string>> = {}): Promise<T> {
  const address = `/_desk/${name}.json?${new URLSearchParams(query).toString()}`
  const sent = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(address, sent)
  if (!response.headers.get('content-type')?.startsWith('application/json')) throw new Error(await response.text())
  return response.json() as Promise<T>
}
