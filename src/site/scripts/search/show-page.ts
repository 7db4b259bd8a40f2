import type { SearchName, SearchPage, SearchPart } from '../../../model/search-index.ts'
import { browser } from '../../text/en-search.ts'
import type { FoundPage, FoundPart } from './found-page.ts'
import { markPart, type Stretch } from './mark-words.ts'
import type { Term } from './query.ts'

const PARTS_SHOWN = 4

/** A found page as a list item: its found passages, each a link to itself, with the reason where the words do not show it. */
export function showPage(found: FoundPage, page: SearchPage, dates: readonly Term[]): HTMLLIElement {
  const { publisher, dateWords, kind, title, url } = page
  const isSource = dateWords !== undefined || kind === browser.sourceKind
  const meta = isSource ? [publisher, dateWords ?? browser.undated] : [kind]
  const reasons = found.holds === 'apart' ? [browser.apart] : []
  return createElement(
    'li',
    {},
    createElement(
      'p',
      { class: 'meta' },
      ...[...meta, ...reasons].flatMap((text) => (text ? [createElement('span', {}, text)] : [])),
    ),
    createElement('a', { class: 'title', href: url, dir: 'auto' }, title),
    showParts(found.parts, page, dates),
  )
}

/** The first passages; the rest opens on demand. */
function showParts(parts: readonly FoundPart[], page: SearchPage, dates: readonly Term[]): HTMLElement {
  const list = (of: readonly FoundPart[]) => createElement('ol', {}, ...of.map((part) => showPart(part, page, dates)))
  const rest = parts.slice(PARTS_SHOWN)
  const more =
    rest.length > 0
      ? [createElement('details', {}, createElement('summary', {}, browser.moreInSource(rest.length)), list(rest))]
      : []
  return createElement('div', {}, list(parts.slice(0, PARTS_SHOWN)), ...more)
}

function showPart(found: FoundPart, page: SearchPage, dates: readonly Term[]): HTMLLIElement {
  const part = page.parts[found.index]!
  const marked = markPart(part, found)
  const isMarked = marked.stretches.some(({ isFound }) => isFound)
  const reasons = [
    part.ordinal !== undefined && part.kind === 'passage'
      ? createElement('span', { class: 'cited' }, `¶ ${part.ordinal}`)
      : undefined,
    ...describeReasons(part, found, isMarked, dates).map((text) => createElement('span', { class: 'named-as' }, text)),
  ]
  return createElement(
    'li',
    {},
    createElement(
      'a',
      { href: part.id ? withWords(page.url, part.id, marked.runs) : page.url, dir: 'auto' },
      ...marked.stretches.map(showStretch),
      ...reasons.flatMap((reason) => (reason ? [' ', reason] : [])),
    ),
  )
}

/** Why a passage was found, where its words do not show it. */
function describeReasons(
  part: SearchPart,
  { namedAs }: FoundPart,
  isMarked: boolean,
  dates: readonly Term[],
): string[] {
  const named = namedAs.filter(({ id }) => part.entities?.includes(id)).map(({ name }) => name)
  const isDated = dates.length > 0 && !isMarked && part.dates !== undefined
  return [
    ...(part.kind === 'headline' ? [browser.inHeadline] : []),
    ...(part.kind === 'about' ? [browser.ofSource] : []),
    ...(part.kind === 'left out' ? [browser.leftOut] : []),
    ...(named.length > 0 ? [browser.names([...new Set(named)])] : []),
    ...(isDated && part.kind !== 'about' ? [browser.means(dates.map(({ text }) => text))] : []),
  ]
}

const showStretch = ({ text, isFound }: Stretch) => (isFound ? createElement('mark', {}, text) : text)

/** A passage's address with the words that its page will highlight: each run of found words as it stands. */
export function withWords(url: string, fragment: string, runs: readonly string[]): string {
  const params = new URLSearchParams(runs.map((run) => ['words', run]))
  return params.size > 0 ? `${url}?${params}#${fragment}` : `${url}#${fragment}`
}

/** An entity as a list item: what it is, how often it is named, and the name by which it was found. */
export function showName(
  { name, kind, url, description, sources, wordings, printed }: SearchName,
  typed: string,
): HTMLLIElement {
  const [asked] = wordings.filter((wording) => isSpelledLike(wording, typed) && wording !== name)
  const register = asked !== undefined && wordings.indexOf(asked) >= printed
  const also = asked === undefined ? [] : [register ? browser.inRegister(asked) : browser.alsoWritten(asked)]
  const meta = [kind, browser.namedIn(sources), ...also]
  return createElement(
    'li',
    {},
    createElement('p', { class: 'meta' }, ...meta.map((text) => createElement('span', {}, text))),
    createElement('a', { class: 'title', href: url, dir: 'auto' }, name),
    ...(description ? [createElement('p', { class: 'aside' }, description)] : []),
  )
}

const lettersOf = (text: string) => text.normalize('NFKD').replace(/\P{L}/gu, '').toLowerCase()
const isSpelledLike = (wording: string, typed: string) => lettersOf(wording) === lettersOf(typed)

type Properties = Readonly<Record<string, string | boolean | undefined>>

/** A new element with attributes and children; text is always text, never markup. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (value === true) node.setAttribute(key, '')
    else if (value !== undefined && value !== false) node.setAttribute(key, value)
  }
  node.append(...children)
  return node
}

/** A text as long as it may be said back to the reader: at most so many characters, with a sign that some are left out. */
export function cutText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
