import type { Interval } from '../date-prefix.ts'
import { datePrefix } from '../date-prefix.ts'
import type { XmlElement } from '../write-xml.ts'

/** The dating attributes of TEI (att.datable.w3c): `when` for a date that is known, else the bounds that are. */
export function datingOf({ lo, hi }: Interval): XmlElement['attributes'] {
  const when = datePrefix({ lo, hi })
  return when === undefined ? { notBefore: lo, notAfter: hi } : { when }
}

/** TEI grades certainty by degree: what a rule worked out is less sure than what is written. */
export function certOf(certainty: string | undefined): string {
  return certainty === 'inferred' ? 'medium' : 'high'
}
