import type { CslItem } from '../../cite/csl.ts'
import { formatCitations, type FormattedCitation } from '../../cite/format-citations.ts'
import { writeRis } from '../../cite/write-ris.ts'
import { writeBiblatex, writeBibtex } from '../../cite/write-bibtex.ts'
import { writePlain } from '../../cite/write-plain.ts'
import { writeWikipedia } from '../../cite/write-wikipedia.ts'

/** A citation in a format that programs read. */
export interface MachineFormat {
  readonly name: string
  readonly text: string
}

/** One page's citation in the styles that people write and the formats that programs read. */
export function writeCitations(item: CslItem): { styles: FormattedCitation[]; formats: MachineFormat[] } {
  return {
    styles: formatCitations(item),
    formats: [
      { name: 'Plain text', text: writePlain(item) },
      { name: 'BibLaTeX', text: writeBiblatex(item) },
      { name: 'BibTeX', text: writeBibtex(item) },
      { name: 'RIS', text: writeRis(item) },
      { name: 'CSL-JSON', text: JSON.stringify([item], null, 1) },
      { name: 'Wikipedia', text: writeWikipedia(item) },
    ],
  }
}
