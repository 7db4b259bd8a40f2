import type { Document } from 'yaml'
import { isMap, isSeq, parseDocument, stringify } from 'yaml'

/** One answer to a question, and what is written for it. */
export interface Choice {
  /** The answer, in words. */
  readonly says: string
  /** File that it is written into, relative to the dossier's root. */
  readonly file: string
  /** What is added, without its reason where the person gives one. */
  readonly item: unknown
  /** Field that it is added to; a list grows, another field is set. Absent for a file that is itself a list. */
  readonly field?: string
  /** Keys that lead to what holds the field, for one article of several in a sidecar. */
  readonly within?: readonly string[]
  /** Entry of the register whose field it is; added where the file has none of its name. */
  readonly entry?: { readonly name: string; readonly kind: string }
}

/**
 * Writes a decision into the text of a YAML file. Comments and order stay; a list of a file's own grows at its end, and
 * what stood there stays to the byte.
 *
 * @param text `''` for a file that does not exist
 */
export function addDecision(text: string, { item, field, within = [], entry }: Omit<Choice, 'says'>): string {
  if (field === undefined) return appendItem(text, item)
  const document = parseDocument(text)
  if (entry === undefined) {
    if (field === 'corrections') addItem(document, [...within, field], item)
    else document.setIn([...within, field], item)
    return document.toString({ lineWidth: 0 })
  }
  const index = findEntry(document, entry.name)
  if (index === undefined) return appendItem(text, { ...entry, [field]: [item] })
  addItem(document, [index, field], item)
  return document.toString({ lineWidth: 0 })
}

/** Adds an item to a list of a document, which is made where there is none. */
export function addItem(document: Document, path: readonly (string | number)[], item: unknown): void {
  if (document.hasIn(path)) document.addIn(path, document.createNode(item))
  else document.setIn(path, document.createNode([item]))
}

function appendItem(text: string, item: unknown): string {
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${stringify([item], { lineWidth: 0 })}`
}

function findEntry({ contents }: Document, name: string): number | undefined {
  const index = isSeq(contents) ? contents.items.findIndex((one) => isMap(one) && one.get('name') === name) : -1
  return index < 0 ? undefined : index
}
