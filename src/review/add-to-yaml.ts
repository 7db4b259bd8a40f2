import type { Document, Pair, YAMLMap, YAMLSeq } from 'yaml'
import { isCollection, isMap, isPair, isScalar, isSeq, parseDocument, stringify } from 'yaml'

/** One answer to a question, and what it writes. */
export interface Choice {
  /** The answer, in words. */
  readonly says: string
  /** File that it is written into, relative to the dossier's root. */
  readonly file: string
  /** The added item, without its reason if the user gives one. */
  readonly item: unknown
  /** Field that it is added to; a list grows, another field is set. Absent for a file that is itself a list. */
  readonly field?: string
  /** Keys that lead to what holds the field, for one article of several in a sidecar. */
  readonly within?: readonly string[]
  /** Entry of the register with this field; added if the file has none of its name. */
  readonly entry?: { readonly name: string; readonly kind: string }
}

/**
 * Writes a decision into the text of a YAML file. A decision about the same place or name takes the place of the one
 * before; everything else stays to the byte.
 *
 * @param text `''` for a file that does not exist
 */
export function addDecision(text: string, { item, field, within = [], entry }: Omit<Choice, 'says'>): string {
  if (field === undefined) return addToFile(text, item)
  if (entry === undefined)
    return field === 'corrections' ? addToList(text, [...within, field], item) : setIn(text, [...within, field], item)
  const index = findIn(rootOf(text), (one) => read(one, 'name') === entry.name)
  if (index < 0) return addToFile(text, { ...entry, [field]: [item] })
  const others = IDENTITY.filter((one) => one !== field)
  const kept = others.reduce((left, one) => removeFrom(left, [index, one], item), text)
  return addToList(kept, [index, field], item)
}

/** Adds an item to a list of a document, and the list if there is none. */
export function addItem(document: Document, path: Path, item: unknown): void {
  if (document.hasIn(path)) document.addIn(path, document.createNode(item))
  else document.setIn(path, document.createNode([item]))
}

type Path = readonly (string | number)[]

/** Two names are in at most one of these. */
const IDENTITY = ['same', 'notSame', 'possiblySame']
/** Key of the place that a correction applies to. */
const PLACE = ['at', 'figures', 'reports', 'articles', 'field'] as const

/** Adds to a file that is a list. An entry of the register that is there keeps what the new one does not say. */
function addToFile(text: string, item: unknown): string {
  const index = findIn(rootOf(text), isAbout(item))
  if (index < 0) return insertAt(text, text.length, stringify([item], { lineWidth: 0 }))
  if (read(item, 'kind') === undefined || read(item, 'name') === undefined) return addToList(text, [], item)
  return Object.entries(item as object).reduce((left, [key, value]) => setIn(left, [index, key], value), text)
}

function addToList(text: string, path: Path, item: unknown): string {
  const document = parseDocument(text)
  const list = path.length === 0 ? document.contents : document.getIn(path, true)
  if (list === undefined || list === null || (isScalar(list) && list.value === null)) return setIn(text, path, [item])
  const index = findIn(list, isAbout(item))
  if (!isSeq(list) || list.flow || list.items.length === 0) {
    if (index < 0) addItem(document, path, item)
    else document.setIn([...path, index], document.createNode(item))
    return document.toString({ lineWidth: 0 })
  }
  return index < 0
    ? insertAt(text, endOfLine(text, list), indent([item], columnOf(text, list.range![0])))
    : replace(text, list.items[index], item)
}

function setIn(text: string, path: Path, value: unknown): string {
  const document = parseDocument(text)
  const [present, parent] = [document.getIn(path, true), document.getIn(path.slice(0, -1), true) ?? document.contents]
  const isWritten = isScalar(present) ? present.value !== null : isCollection(present)
  if (isWritten) return replace(text, present, value)
  const missing = path.slice(path.findIndex((_, at) => !document.hasIn(path.slice(0, at + 1))))
  const holder = document.getIn(path.slice(0, path.length - missing.length), true) ?? document.contents
  if (present !== undefined || (isMap(holder) ? holder.flow || holder.items.length === 0 : parent)) {
    document.setIn(path, document.createNode(value))
    return document.toString({ lineWidth: 0 })
  }
  const added = missing.reduceRight((inner: unknown, key) => ({ [key]: inner }), value)
  if (!isMap(holder)) return insertAt(text, text.length, indent(added, 0))
  return insertAt(text, endOfLine(text, holder), indent(added, columnOf(text, holder.range![0])))
}

/** Removes the items about the same thing from a list, and the list if it is then empty. */
function removeFrom(text: string, path: Path, item: unknown): string {
  const index = findIn(parseDocument(text).getIn(path), isAbout(item))
  return index < 0 ? text : removeAt(text, path, index)
}

/**
 * Takes the item of a list that begins in a line out of the text of a YAML file.
 *
 * @param line from 1
 * @returns the text as it is where no item begins there
 */
export function takeItem(text: string, line: number): string {
  const at = findAtLine(rootOf(text), (node) => text.slice(0, rangeOf(node)[0]).split('\n').length === line)
  return at ? removeAt(text, at.slice(0, -1), at.at(-1) as number) : text
}

/** The keys that lead to the first item of a list, from outside, that is the one looked for. */
function findAtLine(node: unknown, isIt: (node: unknown) => boolean, path: Path = []): Path | undefined {
  if (!isMap(node) && !isSeq(node)) return undefined
  for (const [index, item] of node.items.entries()) {
    if (isSeq(node) && isIt(item)) return [...path, index]
    const key = isPair(item) && isScalar(item.key) ? String(item.key.value) : index
    const found = findAtLine(isPair(item) ? item.value : item, isIt, [...path, key])
    if (found) return found
  }
  return undefined
}

function removeAt(text: string, path: Path, index: number): string {
  const document = parseDocument(text)
  const list = document.getIn(path) as YAMLSeq
  const parent = path.length === 0 ? undefined : (document.getIn(path.slice(0, -1)) as YAMLMap)
  const isOnly = list.items.length === 1
  if (list.flow || parent?.flow) {
    document.deleteIn(isOnly ? path : [...path, index])
    return document.toString({ lineWidth: 0 })
  }
  const pair = parent?.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) as Pair | undefined
  const start = isOnly && pair ? rangeOf(pair.key)[0] : rangeOf(list.items[index])[0]
  return text.slice(0, text.lastIndexOf('\n', start) + 1) + text.slice(endOfLine(text, list.items[index]))
}

const rootOf = (text: string): unknown => parseDocument(text).contents

const findIn = (list: unknown, isIt: (item: unknown) => boolean): number =>
  isSeq(list) ? list.items.findIndex((one) => isMap(one) && isIt(one.toJSON())) : -1

const read = (item: unknown, key: string): unknown => (item as Record<string, unknown> | null)?.[key]

/** Whether another item is about the same question, name, or place of a correction of its kind. */
function isAbout(item: unknown): (other: unknown) => boolean {
  const key = ['key', 'name'].find((one) => read(item, one) !== undefined)
  if (key) return (other) => read(other, key) === read(item, key)
  const place = (one: unknown) => JSON.stringify(PLACE.map((name) => sortKeys(read(one, name))))
  return (other) => read(other, 'kind') === read(item, 'kind') && place(other) === place(item)
}

/** Pairs are pairs in either order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(sortKeys(one))).sort()
  return value && typeof value === 'object' ? Object.entries(value).sort() : value
}

const rangeOf = (node: unknown) => (node as YAMLSeq).range!

function replace(text: string, node: unknown, value: unknown): string {
  const [start, end] = [rangeOf(node)[0], endOf(node)]
  const column = columnOf(text, start)
  const isBlock = isCollection(node) && !node.flow
  const lines = indent(value, column).slice(column)
  const written = isBlock || !isCollection(value) ? lines.trimEnd() : lines
  return `${text.slice(0, start)}${inLinesOf(text, written)}${text[end - 1] === '\n' ? eolOf(text) : ''}${text.slice(end)}`
}

/** End of the last item in a node, without the comment after it. */
function endOf(node: unknown): number {
  const last = isCollection(node) && !node.flow ? node.items.at(-1) : undefined
  if (last === undefined) return rangeOf(node)[1]
  if (!isPair(last)) return endOf(last)
  return endOf(last.value && rangeOf(last.value) ? last.value : last.key)
}

function endOfLine(text: string, node: unknown): number {
  const end = endOf(node)
  const next = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  return next < 0 ? text.length : next + 1
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1)

const indent = (value: unknown, column: number): string =>
  stringify(value, { lineWidth: 0 }).replaceAll(/^(?=.)/gm, ' '.repeat(column))

function insertAt(text: string, at: number, lines: string): string {
  const isAtLine = at === 0 || text[at - 1] === '\n'
  return `${text.slice(0, at)}${isAtLine ? '' : eolOf(text)}${inLinesOf(text, lines)}${text.slice(at)}`
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')
const inLinesOf = (text: string, lines: string): string => lines.replaceAll('\n', eolOf(text))
