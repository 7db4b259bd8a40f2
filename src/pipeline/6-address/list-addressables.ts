import type { Dossier } from '../../model/dossier.ts'
import type { Source } from '../../model/source.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import { passageKey } from '../../model/permalink.ts'
import { locateQuote } from '../../text/locate-quote.ts'
import { wordsAtSpan } from '../../text/quoted-place.ts'
import { titleOf } from '../../text/sources.ts'
import type { Quotation } from '../../model/quotation.ts'
import type { DatedEvent } from '../../model/date.ts'
import type { FigureTable } from '../../model/figure.ts'
import type { Entity } from '../../model/entity.ts'
import type { Addressable, PageEvidence } from './carry-pages.ts'
import { matchByMarks } from './recognise.ts'
import {
  levelsOf,
  normaliseText,
  seenOfDatedEvent,
  seenOfEntity,
  seenOfFigure,
  seenOfQuotation,
  seenOfSource,
} from './page-marks.ts'

/** Words of a made title in an address: the same address under all rights must not give a text away. */
const MADE_WORDS = 4

/** All addressable entries of a build, each list sorted by what its ids are minted from. */
export interface Addressables {
  readonly sources: Addressable[]
  readonly entities: Addressable[]
  readonly quotations: Addressable[]
  readonly datedEvents: Addressable[]
  readonly figures: Addressable[]
}

/**
 * Lists everything of a build that has an address. A page of its own has what joins sources, speaks, or was written about
 * by a person; everything else is an anchor on the page of its source.
 *
 * @param formerWords the words of the last build that stood at a place, where they were others: with them the marks are
 *   those of the last build
 */
export function listAddressables(
  dossier: Dossier,
  formerWords: (at: SpanInFile) => string | undefined = () => undefined,
): Addressables {
  const { sources, entities, quotations, datedEvents, unplaced, figures } = dossier
  const hostOfEntity = findHostsOfEntities(dossier)
  const texts = new Map(sources.map((source) => [source.file, source]))
  const wordsAt = (at: SpanInFile) =>
    formerWords(at) ??
    texts
      .get(at.file)
      ?.passages.find(({ ordinal }) => ordinal === at.passage)
      ?.text.slice(at.start, at.end) ??
    ''
  const wordsOf = ({ at: [first, second], words }: Quotation['occurrences'][number]) =>
    (first && !second && formerWords(first)) || words
  const ruledWords = findRuledWords(dossier, texts)
  return {
    sources: numberCopies(sorted(sources.map(addressableSource))),
    entities: sorted(
      entities.map((entity) => ({
        key: entity.key,
        type: entity.kind,
        name: entity.name,
        seen: seenOfEntity(entity),
        mint: [entity.kind, normaliseText(entity.name)],
        ...hostOfEntity(entity),
      })),
    ),
    quotations: numberCopies(
      sorted(
        quotations.map((quotation) => ({
          ...plainAddressable('quotation', quotation.key, [
            ...new Set([...seenOfQuotation(quotation, wordsOf), ...seenOfQuotation(quotation, ruledWords)]),
          ]),
          ...hostOfQuotation(quotation),
        })),
      ),
    ),
    datedEvents: numberCopies(
      sorted(
        [...datedEvents, ...unplaced].map((datedEvent) => ({
          ...plainAddressable('dated-event', datedEvent.key, seenOfDatedEvent(datedEvent, wordsAt)),
          ...hostOfDatedEvent(datedEvent),
        })),
      ),
    ),
    figures: numberCopies(
      sorted(
        figures.map((figure) => ({
          ...plainAddressable('figure', figure.key, seenOfFigure(figure, wordsAt)),
          ...hostOfFigure(figure),
        })),
      ),
    ),
  }
}

/** The words of a quotation within the bounds that the rules gave it: its address stays when a person corrects them, or no longer does. */
function findRuledWords({ findings }: Dossier, texts: ReadonlyMap<string, Source>) {
  const edits = new Map(findings.map(({ file, edits: own = [] }) => [file, own.filter(({ before }) => before)]))
  return ({ at: [first], words }: Quotation['occurrences'][number]): string => {
    const { file, passage, start, end } = first!
    const edit = edits
      .get(file)
      ?.find(({ span }) => span.passage === passage && span.start === start && span.end === end)
    return edit ? wordsAtSpan(texts.get(file)!, edit.before!) : words
  }
}

type Host = Pick<Addressable, 'host'>

/** The one file that names an entity which nobody wrote about and which says nothing; nothing for one with a page. */
function findHostsOfEntities({ settings, mentions, quotations }: Dossier): (entity: Entity) => Host {
  if (settings.entityPages === 'all') return () => ({})
  const speakers = new Set(quotations.map(({ speaker }) => speaker))
  const files = new Map<string, Set<string>>()
  for (const { entity, file } of mentions) files.set(entity, (files.get(entity) ?? new Set()).add(file))
  return ({ key, isRegistered }) => (isRegistered || speakers.has(key) ? {} : hostOf(files.get(key) ?? []))
}

/** Words that were printed once, unless a person said whose they are. */
function hostOfQuotation({ occurrences }: Quotation): Host {
  const [first, second] = occurrences
  return first === undefined || second || first.certainty === 'editor' ? {} : { host: first.at[0]!.file }
}

/** A plan is set beside what became of it. */
function hostOfDatedEvent({ reports, certainty, followedBy = [], contradictedBy = [] }: DatedEvent): Host {
  const isJoined = certainty === 'editor' || followedBy.length + contradictedBy.length > 0
  return isJoined ? {} : hostOf(reports.map(({ sentence }) => sentence.file))
}

/** A single figure has nothing to be compared with, and sources that agree on a day are listed on the event's page. */
function hostOfFigure({ rows, unit, isCompatible, adjudication }: FigureTable): Host {
  const isShownElsewhere = rows.length === 1 || (unit === 'date' && isCompatible)
  return isShownElsewhere && !adjudication ? { host: rows[0]!.at.file } : {}
}

function hostOf(files: Iterable<string>): Host {
  const [host, second] = new Set(files)
  return host === undefined || second !== undefined ? {} : { host }
}

function addressableSource(source: Source): Addressable {
  return {
    key: source.file,
    type: 'source',
    name: nameOf(source),
    seen: seenOfSource(source),
    mint: ['source', source.sha256],
  }
}

/** The headline; without one the first words, as few as may be shown of a text under any rights. */
function nameOf(source: Source): string {
  const { title, isTitleMade } = titleOf(source)
  return isTitleMade ? title.split(' ').slice(0, MADE_WORDS).join(' ') : title
}

/**
 * The seeds of the ids of dated events, besides their words. They must not change: with another word, the same event
 * would get another id.
 */
const MINTED_AS = { 'dated-event': 'happening', quotation: 'quotation', figure: 'figure' } as const

/** A page without a readable part; its first mark holds its words. */
function plainAddressable(type: keyof typeof MINTED_AS, key: string, seen: readonly string[]): Addressable {
  return { key, type, seen, mint: [MINTED_AS[type], seen[0] ?? key] }
}

/** Numbers the marks of addressables that share the first one on a page, as two files of the same bytes do. */
function numberCopies(addressables: readonly Addressable[]): Addressable[] {
  const counts = new Map<string, number>()
  return addressables.map((addressable) => {
    const [mark = '', ...rest] = addressable.seen
    const place = `${addressable.host ?? ''}\n${mark}`
    const count = (counts.get(place) ?? 0) + 1
    counts.set(place, count)
    return count === 1 ? addressable : { ...addressable, seen: [`${mark} copy ${count}`, ...rest] }
  })
}

function sorted(addressables: Addressable[]): Addressable[] {
  return addressables
    .map((one) => ({ one, order: `${one.mint.join('\n')}\n${one.key}` }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ one }) => one)
}

type Statements = 'quotations' | 'datedEvents' | 'figures'

/**
 * Recognises the statements of an edited source by the words that stood at the same place in the last build.
 *
 * @param ids ids of the passages of this build
 * @param passages passages on record, by id
 * @returns for each sort of statement, what finds the lines of those that their own words did not find
 */
export function recogniseChanged(
  dossier: Dossier,
  ids: ReadonlyMap<string, string>,
  passages: ReadonlyMap<string, PassagePermalink>,
): (statements: Statements) => NonNullable<PageEvidence['lookCloser']> {
  let listed: Addressables | undefined
  return (statements) => (keys, lost) => {
    if (keys.size === 0 || lost.length === 0) return new Map()
    listed ??= listAddressables(dossier, findFormerWords(dossier, ids, passages))
    return matchByMarks<PagePermalink, string>(
      lost.map((line) => ({ addressable: line, marks: levelsOf(line.seen, line.type, 'before') })),
      listed[statements]
        .filter(({ key }) => keys.has(key))
        .map(({ key, seen, type }) => ({ addressable: key, marks: levelsOf(seen, type, 'now') })),
    )
  }
}

/** Finds the words of the last build in the place of current ones; undefined if nothing or everything changed. */
function findFormerWords(
  { sources }: Dossier,
  ids: ReadonlyMap<string, string>,
  onRecord: ReadonlyMap<string, PassagePermalink>,
): (at: SpanInFile) => string | undefined {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  return (at) => {
    const now = byFile.get(at.file)?.passages.find(({ ordinal }) => ordinal === at.passage)?.text
    const former = onRecord.get(ids.get(passageKey(at.file, at.passage)) ?? '')?.text
    if (now === undefined || former === undefined || former === now) return undefined
    const quote = { prefix: now.slice(0, at.start), exact: now.slice(at.start, at.end), suffix: now.slice(at.end) }
    const search = locateQuote([{ ordinal: 0, text: former }], quote)
    return 'at' in search ? former.slice(search.at.start, search.at.end) : undefined
  }
}
