import { sourcesAmong } from '../source/describe-source.ts'
import type { Node, Tie } from '../../figures/network.ts'
import type { EntityEntry, SourceEntry } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { addressOf } from '../loader/addresses.ts'
import { trackFacts } from '../loader/reads.ts'
import { stampFacts } from '../loader/stamps.ts'
import { formatCount, formatList, formatNumber, t } from '../text/text.ts'

/** One sentence that mentions an entity, with the address of its passage. */
export interface ShownMention {
  readonly source: SourceEntry
  /** Place of the sentence among `sentencesOf(entity)`. */
  readonly index: number
  readonly href: string
  readonly ordinal: number
  readonly isInferred: boolean
  readonly rules: readonly string[]
}

/** The mentioning sentences of one source. */
export interface SourceMentions {
  readonly source: SourceEntry
  readonly mentions: readonly ShownMention[]
}

/**
 * The sentences that mention an entity, in the order of their sources' dates.
 *
 * @param which places among its mentions; all of them by default
 */
export function listMentions(
  { mentions }: EntityEntry,
  { sourceOf }: DossierView,
  which: Iterable<number> = mentions.keys(),
): ShownMention[] {
  return [...which].flatMap((index) => {
    const mention = mentions[index]!
    const source = sourceOf.get(mention.source)
    return source
      ? [
          {
            source,
            index,
            href: addressOf(mention.passage),
            ordinal: mention.ordinal,
            isInferred: mention.certainty === 'inferred',
            rules: mention.rules,
          },
        ]
      : []
  })
}

/** Sentences by source, in the given order. */
export function groupMentions(mentions: readonly ShownMention[]): SourceMentions[] {
  return [...Map.groupBy(mentions, ({ source }) => source)].map(([source, of]) => ({ source, mentions: of }))
}

/** Every name of an entity, its own first: those that sources print, then those that only the register gives. */
export function listNames({ name, names, unprinted = [] }: EntityEntry): string[] {
  return [...new Set([name, ...names.filter(({ form }) => form === 'name').map(({ words }) => words), ...unprinted])]
}

/** One entity in a line: its description, its most frequent role, or its kind with its other names. */
export function describeEntity({ description, kind, names, name, roles }: EntityEntry): string {
  if (description) return description
  const role = mostFrequent(roles.filter(({ certainty }) => certainty === 'stated').map(({ words }) => words))
  if (role) return role.charAt(0).toUpperCase() + role.slice(1)
  const others = names.filter((form) => form.form === 'name' && form.words !== name).slice(0, 2)
  const also = others.length > 0 ? t.entity.also(formatList(others.map((form) => `“${form.words}”`))) : ''
  return `${t.kinds[kind].one}${also}`
}

/** The same for each entity, as a fact: a page that shows it has not read everything it is made from. */
export const describeAll = trackFacts(
  'described',
  ({ entities }: DossierView) => new Map(entities.map((entity) => [entity.id, describeEntity(entity)])),
)

/** Steps for twice as many sources. */
const STEPS = 4

/** How many sources name each entity, in steps: 0 for one source, and so coarse that it seldom changes. */
export const prominenceOf = trackFacts(
  'prominence',
  ({ entities }: DossierView) =>
    new Map(entities.map((entity) => [entity.id, Math.floor(STEPS * Math.log2(Math.max(1, countSources(entity))))])),
)

/** How many sources name each entity, and in how many sentences: stamped. */
export const stampSources = stampFacts(
  'naming',
  ({ entities }: DossierView) => new Map(entities.map((entity) => [entity.id, formatNumber(countSources(entity))])),
)
export const stampCounts = stampFacts(
  'card',
  ({ entities }: DossierView) =>
    new Map(
      entities.map((entity) => [
        entity.id,
        t.source.card(formatCount(entity.mentions.length, 'sentence'), formatCount(countSources(entity), 'source')),
      ]),
    ),
)

/** The first of those that occur most often. */
function mostFrequent(words: readonly string[]): string | undefined {
  const counts = Map.groupBy(words, (one) => one)
  return [...counts].reduce<string | undefined>(
    (best, [one, of]) => (best && counts.get(best)!.length >= of.length ? best : one),
    undefined,
  )
}

/** A text with exactly one full stop at its end. */
export function endSentence(text: string): string {
  return `${text.replace(/[.\s]$/, '')}.`
}

/** How many sources name an entity. */
export function countSources(entity: EntityEntry): number {
  return sourcesAmong(entity.mentions)
}

/** Those that more sources name first, then those that more sentences name. */
export function byMentions(a: EntityEntry, b: EntityEntry): number {
  return countSources(b) - countSources(a) || b.mentions.length - a.mentions.length
}

/** Subtypes of organisations that the register or the pack knows as outlets. */
const OUTLETS = new Set(['news-agency', 'media', 'newspaper', 'broadcaster'])

/** True for a news agency or paper that is only a publisher or credit of sources, and no speaker. */
export function isOnlyCredit(
  { id, kind, subtype = '', name }: Pick<EntityEntry, 'id' | 'kind' | 'subtype' | 'name'>,
  { isPublisher, isCredited, sayingsOf }: Pick<DossierView, 'isPublisher' | 'isCredited' | 'sayingsOf'>,
): boolean {
  if (kind !== 'organisation' || sayingsOf.has(id)) return false
  return OUTLETS.has(subtype) || isPublisher(name) || isCredited(name)
}

const MOST = 12
/** Maximum ties drawn: the strongest, those of the page's own entity first. */
const MOST_TIES = 30

/** An entity with its dozen nearest neighbours, and every tie among them. */
export function tieNeighbours(entity: EntityEntry, { entityOf }: DossierView): { nodes: Node[]; ties: Tie[] } {
  return tieAll([entity, ...entity.neighbours.slice(0, MOST)], entityOf, entity.id)
}

/** People and organisations, those that most sources name first; outlets that are only credited are left out. */
export function rankActors(dossier: DossierView): EntityEntry[] {
  const actors = dossier.entities.filter(({ kind }) => kind === 'person' || kind === 'organisation')
  return actors.filter((entity) => !isOnlyCredit(entity, dossier)).toSorted(byMentions)
}

/** The people and organisations that most sources name, with every tie among them; those that no tie reaches are left out. */
export function tieMostNamed(dossier: DossierView): { nodes: Node[]; ties: Tie[] } {
  const { nodes, ties } = tieAll(rankActors(dossier).slice(0, MOST), dossier.entityOf)
  return { nodes: nodes.filter(({ id }) => ties.some(({ from, to }) => from === id || to === id)), ties }
}

function tieAll(
  entities: readonly Pick<EntityEntry, 'id' | 'name' | 'kind'>[],
  entityOf: DossierView['entityOf'],
  own?: string,
): { nodes: Node[]; ties: Tie[] } {
  const nodes = entities.map(({ id, name, kind }) => ({ id, name, kind, href: addressOf(id) }))
  const order = new Map(nodes.map(({ id }, index) => [id, index]))
  const ties = nodes.flatMap(({ id: from }, index) =>
    (entityOf.get(from)?.neighbours ?? [])
      .filter(({ id }) => (order.get(id) ?? -1) > index)
      .map(({ id: to, mentions }) => ({ from, to, count: mentions })),
  )
  const strongest = ties.toSorted((a, b) => Number(b.from === own) - Number(a.from === own) || b.count - a.count)
  return { nodes, ties: strongest.slice(0, MOST_TIES) }
}
