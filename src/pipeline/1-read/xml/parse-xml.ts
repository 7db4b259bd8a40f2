import { DOMParser } from 'linkedom'
import { refuseEntities } from './refuse-entities.ts'

/**
 * Reads XML to a tree. Entities that a document type defines are never expanded, and none is read from elsewhere.
 *
 * @throws Refusal when the document type defines an entity
 */
export function parseXml(xml: string | Uint8Array): Document {
  const text =
    typeof xml === 'string'
      ? xml
      : Buffer.from(xml)
          .toString('utf8')
          .replace(/^\uFEFF/, '')
  refuseEntities(text)
  return new DOMParser().parseFromString(text, 'text/xml') as unknown as Document
}

/** Elements by their local name, whatever the prefix of their namespace. */
export function elementsOf(root: Document | Element, name: string): Element[] {
  const all =
    'documentElement' in root ? [root.documentElement, ...root.querySelectorAll('*')] : [...root.querySelectorAll('*')]
  return all.filter((one) => localName(one) === name)
}

/** `p` of `w:p`. */
export function localName(element: Element): string {
  const name = element.nodeName
  return name.slice(name.indexOf(':') + 1)
}

/** An attribute by its local name. */
export function attributeOf(element: Element, name: string): string | undefined {
  const found = [...element.attributes].find((one) => one.name === name || one.name.endsWith(`:${name}`))
  return found?.value
}
