import type { QuotationEntry } from '../../model/entry.ts'
import { byText, t } from '../text/text.ts'

type Speaker = NonNullable<QuotationEntry['speaker']>

/** Quotations as the index shows them. */
export interface SpokenGroups {
  /** Most quoted first. */
  readonly named: readonly { speaker: Speaker; quotations: QuotationEntry[] }[]
  /** Speakers who are described but not named. */
  readonly described: readonly QuotationEntry[]
  /** Quotations without a known speaker. */
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

/**
 * Puts partial quotations behind the others, each part in its order: who looks up what somebody said reads whole sentences
 * first, and a word or two say little without their passage.
 */
export function putPartialLast(quotations: readonly QuotationEntry[]): QuotationEntry[] {
  const isPartial = ({ mode }: QuotationEntry) => mode === 'fragment'
  return [...quotations.filter((one) => !isPartial(one)), ...quotations.filter(isPartial)]
}

type Difference = NonNullable<QuotationEntry['occurrences'][number]['differs']>[number]

/** A run of an occurrence's words; with a difference when the first occurrence has something else there. */
export interface PrintedRun {
  readonly words: string
  readonly difference?: Difference
}

/** Cuts the words of an occurrence where they differ from the first; a run of no words is where words are missing. */
export function markDifferences(words: string, differs: readonly Difference[] = []): PrintedRun[] {
  const runs: PrintedRun[] = []
  let done = 0
  for (const difference of differs.toSorted((a, b) => a.start - b.start)) {
    runs.push(
      { words: words.slice(done, difference.start) },
      { words: words.slice(difference.start, difference.end), difference },
    )
    done = difference.end
  }
  return [...runs, { words: words.slice(done) }].filter((run) => run.words !== '' || run.difference)
}

/** A difference in words, for tooltips and screen readers: "spelling: “grey” in the first occurrence". */
export function describeDifference({ kind, first }: Difference): string {
  return t.quotations.differs(kind, first)
}
