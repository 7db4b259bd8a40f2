import type { CslItem, CslName } from './csl.ts'
import { isoDate } from './csl.ts'

/** A citation as plain text: who, what, where, when, our address, and what proves it. */
export function writePlain({
  author = [],
  title,
  'container-title': container,
  issued,
  abstract,
  page,
  URL: address,
  archive,
  note,
}: CslItem): string {
  const head = [author.map(nameOf).join(', '), `“${title}”`, container, issued && isoDate(issued), page && `p. ${page}`]
  const parts = [
    head.filter(Boolean).join(', '),
    abstract && `“${abstract}”`,
    [archive, address].filter(Boolean).join(', '),
    note,
  ]
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?]”?$/.test(part!) ? part : `${part}.`))
    .join(' ')
}

function nameOf(name: CslName): string {
  return 'literal' in name ? name.literal : [name.given, name.family, name.suffix].filter(Boolean).join(' ')
}
