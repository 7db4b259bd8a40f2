import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readData } from '../text/read-data.ts'
import { rememberTexts } from '../text/tokens.ts'
import type { CslItem } from './csl.ts'
import { generalise } from './generalise-item.ts'

/** A citation as one style has it. */
export interface FormattedCitation {
  /** The style's name for the reader. */
  readonly style: string
  /** Escaped HTML with italics and the like. */
  readonly html: string
  readonly text: string
}

interface Engine {
  updateItems(ids: readonly string[], isUnsorted: boolean): void
  makeBibliography(): [unknown, string[]]
}
interface Processor {
  Engine: new (
    system: { retrieveLocale: () => StyleNode; retrieveItem: () => CslItem },
    style: StyleNode,
    language: string,
    isForced: boolean,
  ) => Engine
  readonly Output: { readonly Formatters: { readonly title: (engine: Engine, title: string) => string } }
}

interface StyleEngine {
  readonly style: string
  readonly engine: Engine
}

const STYLES: { name: string; id: string }[] = readData('./styles.yml', import.meta.url)

/** The names of the styles, in the order shown. */
export const STYLE_NAMES: readonly string[] = STYLES.map(({ name }) => name)

/** Placeholders for brackets, which citeproc would read as its own markup. */
const [OPEN, CLOSE] = ['\uE000', '\uE001']
/** Stands behind what a name shares with every object, as citeproc counts names in plain objects: "valueOf". */
const APART = '\uE002'
const OF_OBJECTS = new RegExp(`\\b(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})\\b`, 'g')

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', '#38': '&' }

/** The processor remembers items by id, so each call needs a new one. */
let count = 0
let current: CslItem
let engines: StyleEngine[] | undefined

/**
 * Formats a citation in each style of `styles.yml`. The processor is started at the first call and kept, for starting
 * it costs more than a thousand citations.
 */
export function formatCitations(item: CslItem): FormattedCitation[] {
  const { id: _, note: __, abstract: ___, ...shown } = item
  const shape = generalise(item, isEnglish(item) ? toTitleCase : (title) => title)
  return formatInFull(shape.item).map(({ style, html }, at) => {
    const filled = shape.fill(html)
    return filled === undefined ? formatInFull(shown)[at]! : { style, html: filled, text: toText(filled) }
  })
}

/** The same without placeholders. */
export function formatInFull(item: Omit<CslItem, 'id'>): FormattedCitation[] {
  return formatJson(JSON.stringify(item))
}

/** The citation in the first style alone. */
export function formatCitation(item: CslItem): FormattedCitation {
  return formatCitations(item)[0]!
}

/** The citation of an item, as JSON, in each style. */
const formatJson = rememberTexts((json) => {
  engines ??= startEngines()
  setCurrent(json)
  return engines.map(({ style, engine }) => {
    const html = format(engine)
    return { style, html, text: toText(html) }
  })
})

function setCurrent(json: string): void {
  count += 1
  current = { ...hideFromProcessor(json), id: String(count) }
}

const loadProcessor = () => createRequire(import.meta.url)('citeproc') as Processor

const startEngines = (): StyleEngine[] =>
  STYLES.map(({ name, id }) => ({ style: name, engine: startEngine(loadStyle(id)) }))

function startEngine(style: StyleNode): Engine {
  locale ??= loadLocale()
  const system = { retrieveLocale: () => locale!, retrieveItem: () => current }
  return new (loadProcessor().Engine)(system, style, 'en-US', true)
}

let locale: StyleNode | undefined
let titleEngine: Engine | undefined

/** Titles in other languages keep their case. */
const isEnglish = ({ language = 'en' }: CslItem) => /^en\b/i.test(language)

/** A title of plain words in title case, as the processor writes it. */
const toTitleCase = rememberTexts((title) => {
  titleEngine ??= startEngine(inflate(TITLE_ALONE))
  return loadProcessor().Output.Formatters.title(titleEngine, title)
})

function format(engine: Engine): string {
  engine.updateItems([current.id], true)
  const [entry = ''] = engine.makeBibliography()[1]
  const line = entry
    .replace(/<\/?div[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\[1\] /, '')
    .replaceAll('….', '…')
  return line.replaceAll(OPEN, '&lt;').replaceAll(CLOSE, '&gt;').replaceAll(APART, '')
}

function toText(html: string): string {
  return html.replace(/<[^<>]*>/g, '').replace(/&(lt|gt|#38);/g, (_, name: string) => ENTITIES[name]!)
}

function hideFromProcessor(json: string): CslItem {
  const hidden = json
    .replace(/[\uE000-\uE002]/g, ' ')
    .replaceAll('<', OPEN)
    .replaceAll('>', CLOSE)
  return JSON.parse(hidden, (key, value) => (NAME_PARTS.has(key) ? setApart(value) : value))
}

const NAME_PARTS = new Set(['family', 'given', 'literal'])
const setApart = (name: string) => name.replace(OF_OBJECTS, `$&${APART}`)

/** A node of a style or locale, as citeproc takes it. */
export interface StyleNode {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (StyleNode | string)[]
}

/** The same as it is stored in `csl/`: name, attributes, children. */
interface StoredNode {
  readonly n: string
  readonly a?: Readonly<Record<string, string>>
  readonly c?: readonly (StoredNode | string)[]
}

/**
 * Loads a citation style from `csl/`.
 *
 * @param id the style's id in the CSL repository
 */
export function loadStyle(id: string): StyleNode {
  return inflate(readStored(id))
}

/** Loads the American English locale: terms, date formats and punctuation that the styles refer to. */
function loadLocale(): StyleNode {
  return inflate(readStored('locale-en-US'))
}

function readStored(name: string): StoredNode {
  return JSON.parse(readFileSync(new URL(`./csl/${name}.json`, import.meta.url), 'utf8'))
}

/** Replaces a style's citation in the text by a number: only its bibliography is used, and this halves the time. */
const IN_TEXT: StoredNode = {
  n: 'citation',
  c: [{ n: 'layout', c: [{ n: 'text', a: { variable: 'citation-number' } }] }],
}

/** A style that prints a title in title case, and nothing else. */
const TITLE_ALONE: StoredNode = {
  n: 'style',
  a: { class: 'in-text', version: '1.0' },
  c: [
    IN_TEXT,
    { n: 'bibliography', c: [{ n: 'layout', c: [{ n: 'text', a: { variable: 'title', 'text-case': 'title' } }] }] },
  ],
}

/** citeproc reads the first child of every term, so an empty term gets one; a single entry needs no sorting. */
function inflate(node: StoredNode): StyleNode {
  const { n: name, a: attrs = {}, c = [] } = node.n === 'citation' ? IN_TEXT : node
  const wanted = c.filter((child) => typeof child === 'string' || child.n !== 'sort')
  const children = wanted.map((child) => (typeof child === 'string' ? child : inflate(child)))
  return { name, attrs, children: name === 'term' && children.length === 0 ? [''] : children }
}
