import type { Entity, ResolvedMention } from '../../../model/entity.ts'
import type { Findings } from '../../../model/dossier.ts'
import { entityKind } from '../../../model/kind.ts'
import type { EntityKind } from '../../../model/kind.ts'
import type { Quotation, QuotationMention } from '../../../model/quotation.ts'
import type { Source } from '../../../model/source.ts'
import type { Span } from '../../../model/passage.ts'
import { compare } from '../../../text/compare.ts'
import { findNamed } from '../../../text/quoted-place.ts'
import { splitWords } from '../../../lang/words.ts'
import { isOverlapping } from '../arrange-sentences.ts'
import { orderSources, publishedOn } from '../../../text/sources.ts'

/** Words that one source quotes or reports, ready to be compared. */
export interface Occurrence {
  readonly mode: QuotationMention['mode']
  readonly form: 'named' | 'described' | 'unknown'
  /** Keys of the words; what stands in square brackets is an editor's and left out. */
  readonly keys: readonly string[]
  readonly occurrence: Quotation['occurrences'][number]
}

/** One at most 80 letters long: longer brackets are somebody's words. */
const INSERT = /\[[^[\]]{0,80}\]/g

/** Collects every quotation of every source, earliest dated source first. */
export function collectOccurrences(
  sources: readonly Source[],
  findings: readonly Findings[],
  entities: readonly Entity[],
  mentions: readonly ResolvedMention[],
): Occurrence[] {
  const places = orderSources(sources)
  const found = new Map(findings.map((one) => [one.file, one.quotations]))
  const named = Map.groupBy(mentions, ({ file }) => file)
  return [...sources]
    .sort((a, b) => places.get(a.file)! - places.get(b.file)!)
    .flatMap((source) =>
      (found.get(source.file) ?? []).map((quoted) =>
        collectOccurrence(source, quoted, speakerOf(quoted, entities, named.get(source.file) ?? [])),
      ),
    )
}

function collectOccurrence(source: Source, quoted: QuotationMention, entity: string | undefined): Occurrence {
  const words = quoted.spans.map((span) => wordsAt(source, span)).join(' ')
  const date = publishedOn(source)
  const { speaker } = quoted
  return {
    mode: quoted.mode,
    form: speaker?.form ?? 'unknown',
    keys: splitWords(words.replace(INSERT, (insert) => ' '.repeat(insert.length))).map(({ key }) => key),
    occurrence: {
      at: quoted.spans.map((span) => ({ file: source.file, passage: span.passage, start: span.start, end: span.end })),
      words,
      ...(date !== undefined && { date }),
      ...(entity !== undefined && { speaker: entity }),
      ...(speaker && { certainty: speaker.certainty }),
      ...(speaker && speaker.refersTo === undefined && { speakerWords: speaker.words }),
      ...(quoted.toldTo !== undefined && { toldTo: quoted.toldTo }),
      rule: quoted.rule,
    },
  }
}

function wordsAt({ passages }: Source, { passage, start, end }: Span): string {
  return passages.find(({ ordinal }) => ordinal === passage)?.text.slice(start, end) ?? ''
}

const rankOf = (kind: EntityKind) => entityKind.options.indexOf(kind)

/** The entity that an editor says speaks, else the one that the speaker's words name. */
function speakerOf(
  { speaker }: QuotationMention,
  entities: readonly Entity[],
  mentions: readonly ResolvedMention[],
): string | undefined {
  if (speaker?.form !== 'named') return undefined
  if (speaker.refersTo !== undefined) return findNamed(entities, speaker.refersTo)?.key
  return resolveSpeaker(speaker.span, mentions)
}

/** The entity that the speaker's words name: the mention within the speaker's words that is a person, else an organisation, else a place. */
function resolveSpeaker(span: Span, mentions: readonly ResolvedMention[]): string | undefined {
  return mentions
    .filter((mention) => mention.form !== 'demonym' && isOverlapping(mention.span, span))
    .sort(
      (a, b) =>
        rankOf(a.kind) - rankOf(b.kind) ||
        b.span.end - b.span.start - (a.span.end - a.span.start) ||
        compare(a.entity, b.entity),
    )[0]?.entity
}
