import type { Dossier } from '../../model/dossier.ts'
import type { Source } from '../../model/source.ts'
import type { SpanInFile } from '../../model/passage.ts'
import { titleOf } from '../../text/sources.ts'
import type { Quotation } from '../../model/quotation.ts'
import type { DatedEvent } from '../../model/dated-event.ts'
import type { FigureTable } from '../../model/figure.ts'
import type { Entity } from '../../model/entity.ts'
import type { Addressable } from './carry-pages.ts'
import { normaliseText } from './normalise-text.ts'
import { seenOfEntity, seenOfFigure, seenOfDatedEvent, seenOfQuotation, seenOfSource } from './page-marks.ts'

/** Words of a made title in an address: the same address under all rights must not give a text away. */
const MADE_WORDS = 4

/** Everything of a build that has an address, each list sorted by what its ids are minted from. */
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
 */
export function listAddressables(dossier: Dossier): Addressables {
  const { sources, entities, quotations, datedEvents, unplaced, figures } = dossier
  const hostOfEntity = findHostsOfEntities(dossier)
  const texts = new Map(sources.map((source) => [source.file, source]))
  const wordsAt = ({ file, passage, start, end }: SpanInFile) =>
    texts
      .get(file)
      ?.passages.find(({ ordinal }) => ordinal === passage)
      ?.text.slice(start, end) ?? ''
  return {
    sources: tellCopiesApart(sorted(sources.map(sourceThing))),
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
    quotations: tellCopiesApart(
      sorted(
        quotations.map((quotation) => ({
          ...plainAddressable('quotation', quotation.key, seenOfQuotation(quotation)),
          ...hostOfQuotation(quotation),
        })),
      ),
    ),
    datedEvents: tellCopiesApart(
      sorted(
        [...datedEvents, ...unplaced].map((datedEvent) => ({
          ...plainAddressable('happening', datedEvent.key, seenOfDatedEvent(datedEvent, wordsAt)),
          ...hostOfDatedEvent(datedEvent),
        })),
      ),
    ),
    figures: tellCopiesApart(
      sorted(
        figures.map((figure) => ({
          ...plainAddressable('figure', figure.key, seenOfFigure(figure, wordsAt)),
          ...hostOfFigure(figure),
        })),
      ),
    ),
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
function hostOfDatedEvent({ tellings, certainty, followedBy = [], contradictedBy = [] }: DatedEvent): Host {
  const isJoined = certainty === 'editor' || followedBy.length + contradictedBy.length > 0
  return isJoined ? {} : hostOf(tellings.map(({ sentence }) => sentence.file))
}

function hostOfFigure({ rows, adjudication }: FigureTable): Host {
  return rows.length === 1 && !adjudication ? { host: rows[0]!.at.file } : {}
}

function hostOf(files: Iterable<string>): Host {
  const [host, second] = new Set(files)
  return host === undefined || second !== undefined ? {} : { host }
}

function sourceThing(source: Source): Addressable {
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

/** A page without a readable part; its first mark holds its words. */
function plainAddressable(
  type: 'quotation' | 'happening' | 'figure',
  key: string,
  seen: readonly string[],
): Addressable {
  return { key, type, seen, mint: [type, seen[0] ?? key] }
}

/** Gives the second and further thing of the same first mark on the same page, as two files of the same bytes, a mark of its own. */
function tellCopiesApart(addressables: readonly Addressable[]): Addressable[] {
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
  const order = ({ mint, key }: Addressable) => `${mint.join('\n')}\n${key}`
  return addressables.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}
