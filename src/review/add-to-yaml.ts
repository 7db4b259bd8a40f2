import type { Document } from 'yaml'
import { isMap, isSeq, parseDocument, stringify } from 'yaml'
import type { Choice } from './question.ts'

/**
 * Writes a decision into the text of a YAML file. Comments and order stay; a list of a file's own grows at its end, and
 * what stood there stays to the byte.
 *
 * @param text `''` for a file that does not exist
 */
export function addDecision(text: string, { item, field, entry }: Choice): string {
  if (field === undefined) return appendItem(text, item)
  const document = parseDocument(text)
  if (entry === undefined) {
    if (field === 'corrections') addItem(document, [field], item)
    else document.setIn([field], item)
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
