import { byText } from '../dossier/by-text.ts'
import type { QuotationEntry } from '../../model/entry.ts'

type Speaker = NonNullable<QuotationEntry['speaker']>

/** Quotations as the index shows them. */
export interface SpokenGroups {
  /** Most quoted first. */
  readonly named: readonly { speaker: Speaker; quotations: QuotationEntry[] }[]
  /** Speakers whom the sources describe without naming. */
  readonly described: readonly QuotationEntry[]
  /** Words that no rule could give to anybody. */
  readonly open: readonly QuotationEntry[]
}

const dateOf = ({ occurrences }: QuotationEntry) => occurrences[0]?.date ?? '9999'

/** Groups quotations by named speaker, each group by date. */
export function groupBySpeaker(quotations: readonly QuotationEntry[]): SpokenGroups {
  const dated = [...quotations].sort(byText(dateOf))
  const groups = Map.groupBy(
    dated.filter((quotation) => quotation.speaker),
    ({ speaker }) => speaker!.id,
  )
  const named = [...groups.values()].map((of) => ({ speaker: of[0]!.speaker!, quotations: of }))
  named.sort(
    (a, b) => b.quotations.length - a.quotations.length || byText((group: typeof a) => group.speaker.name)(a, b),
  )
  return {
    named,
    described: dated.filter(({ speaker, speakerWords }) => !speaker && speakerWords),
    open: dated.filter(({ speaker, speakerWords }) => !speaker && !speakerWords),
  }
}
