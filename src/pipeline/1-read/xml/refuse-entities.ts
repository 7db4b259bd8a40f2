import { Refusal } from '../formats/format.ts'

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
