import { createRequire } from 'node:module'
import { Refusal } from '../formats/format.ts'

const load = createRequire(import.meta.url)

/** The library that parses HTML and XML, loaded at its first use: a build that reads neither need not wait for it. */
export const loadDom = () => load('linkedom') as typeof import('linkedom')

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
  return new (loadDom().DOMParser)().parseFromString(text, 'text/xml') as unknown as Document
}

/** Elements by local name, with any namespace prefix. */
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

/**
 * XML may define entities that grow without end or read other files. No parser here expands any; a file that defines
 * one is refused, so that none is passed over in silence. A document type without definitions is fine.
 *
 * @throws Refusal when the document type defines an entity
 */
export function refuseEntities(xml: string): void {
  const start = /<!doctype[^[>]{0,2000}\[/i.exec(xml.slice(0, 200_000))
  if (!start) return
  const subset = xml.slice(start.index, start.index + 200_000)
  if (/<!entity\s/i.test(subset))
    throw new Refusal({
      rule: 'read/entity-declared',
      reason: 'Unexpected declaration of an entity in XML; none is expanded, and the file was not read',
      hint: 'Export it again without a document type.',
    })
}
