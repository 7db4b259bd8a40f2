import { splitWords } from '../../lang/words.ts'
import type { EntityWording, WordChoice, WordingRow, Wordings, WordingUse } from '../../model/comparison.ts'
import type { Findings } from '../../model/dossier.ts'
import type { ResolvedMention } from '../../model/entity.ts'
import type { Passage, Range, Span } from '../../model/passage.ts'
import { passageKey } from '../../model/permalink.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import { pairQuotationMarks } from '../../text/quotation-marks.ts'
import { orderSources } from '../../text/sources.ts'
import type { LabelSet } from '../../lang/comparison.ts'
import { comparisonOf } from './sentences.ts'

/** One use before it is put into its table. */
interface Used extends WordingUse {
  readonly wording: string
  readonly form: WordingRow['form']
  /** Key of an entity, or id of a set. */
  readonly of: string
}

/**
 * Shows which source uses which name or label: for each entity its names and the labels that stand beside them, and
 * for each set of labels of a language the words that the sources choose from.
 *
 * @param sources cleaned sources
 * @param findings what stage 3 found in them, for quotations
 * @param mentions resolved mentions of these sources
 */
export function relateLabels(
  sources: readonly Source[],
  findings: readonly Findings[],
  mentions: readonly ResolvedMention[],
): Wordings {
  const place = orderSources(sources)
  const quoted = indexQuoted(findings)
  const byPassage = Map.groupBy(mentions, ({ file, span }) => passageKey(file, span.passage))
  const read = sources.flatMap((source) =>
    source.passages.map((passage) => {
      const key = passageKey(source.file, passage.ordinal)
      return readPassage(source, passage, byPassage.get(key) ?? [], quoted.get(key) ?? [])
    }),
  )
  return {
    entities: tabulate(
      read.flatMap(({ names }) => names),
      place,
    ).map(([entity, rows]): EntityWording => ({ entity, rows })),
    choices: composeChoices(
      tabulate(
        read.flatMap(({ labels }) => labels),
        place,
      ),
      sources,
    ),
  }
}

/** Ranges of the words in quotation marks, by passage. */
function indexQuoted(findings: readonly Findings[]): Map<string, Span[]> {
  const spans = findings.flatMap(({ file, quotations }) =>
    quotations
      .filter(({ mode }) => mode !== 'reported')
      .flatMap((one) => one.spans.map((span) => ({ key: passageKey(file, span.passage), span }))),
  )
  return new Map([...Map.groupBy(spans, ({ key }) => key)].map(([key, held]) => [key, held.map(({ span }) => span)]))
}

/** Words that a paper puts into a quotation are its own. */
const INSERTED = /\[[^\]]*\]/g

function readPassage(
  source: Source,
  { ordinal, text }: Passage,
  mentions: readonly ResolvedMention[],
  quoted: readonly Span[],
) {
  const words = splitWords(text)
  const labels = comparisonOf(source)?.labels
  const isInName = ({ start, end }: Range) =>
    mentions.some(
      ({ kind, form, span }) => kind !== 'place' && form === 'name' && span.start <= start && end <= span.end,
    )
  const found = labels?.find(words, mentions).filter((label) => !isInName(label)) ?? []
  const marked = pairQuotationMarks(text).filter(({ isClosed }) => isClosed)
  const inserted = Array.from(text.matchAll(INSERTED), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
  const isIn = (ranges: readonly Range[], { start, end }: Range) =>
    ranges.some((range) => start < range.end && range.start < end)
  const use = ({ start, end }: Range, isLabel: boolean): WordingUse => {
    /* A name that fills the marks is a title or a nickname. */
    const spoken = [...quoted, ...marked.filter(({ inner }) => isLabel || inner.start !== start || inner.end !== end)]
    return {
      at: { file: source.file, passage: ordinal, start, end },
      words: text.slice(start, end),
      voice: isIn(spoken, { start, end }) && !isIn(inserted, { start, end }) ? 'quoted' : 'source',
    }
  }
  const names = mentions.map(
    (mention): Used => ({
      ...use(mention.span, false),
      wording: mention.words,
      form: mention.form,
      of: mention.entity,
    }),
  )
  const beside = mentions.flatMap((mention) =>
    found
      .filter((label) => labels?.isSaidOf(label, text, words, mention))
      .map((label): Used => ({ ...use(label, true), wording: label.wording, form: 'label', of: mention.entity })),
  )
  return {
    names: [...names, ...beside],
    labels: found.map(
      (label): Used => ({ ...use(label, true), wording: label.wording, form: 'label', of: label.set.set }),
    ),
  }
}

function tabulate(used: readonly Used[], place: ReadonlyMap<string, number>): [string, WordingRow[]][] {
  return [...Map.groupBy(used, (one) => one.of)]
    .map(([of, held]): [string, WordingRow[]] => [
      of,
      [...Map.groupBy(held, ({ form, wording }) => `${form} ${wording}`)]
        .map(([, row]) => composeRow(row, place))
        .sort(compareRows),
    ])
    .sort(([a], [b]) => compare(a, b))
}

function composeRow(used: readonly Used[], place: ReadonlyMap<string, number>): WordingRow {
  const { wording, form } = used[0]!
  const sources = [...Map.groupBy(used, ({ at }) => at.file)].map(([file, held]) => ({
    file,
    uses: held.map(({ at, words, voice }) => ({ at, words, voice })),
  }))
  return { wording, form, sources: sources.sort((a, b) => place.get(a.file)! - place.get(b.file)!) }
}

function compareRows(a: WordingRow, b: WordingRow): number {
  const isLabel = (row: WordingRow) => (row.form === 'label' ? 1 : 0)
  const count = ({ sources }: WordingRow) => sources.reduce((sum, { uses }) => sum + uses.length, 0)
  return isLabel(a) - isLabel(b) || count(b) - count(a) || compare(a.wording, b.wording) || compare(a.form, b.form)
}

function composeChoices(
  tables: readonly (readonly [string, WordingRow[]])[],
  sources: readonly Source[],
): WordChoice[] {
  const rows = new Map(tables)
  const sets = new Set(sources.flatMap((source): readonly LabelSet[] => comparisonOf(source)?.labels.sets ?? []))
  return [...sets].flatMap(({ set, title, reason }) =>
    rows.has(set) ? [{ set, title, rule: 'wording/choice', reason, rows: rows.get(set)! }] : [],
  )
}
