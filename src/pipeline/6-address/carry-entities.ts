import type { ResolvedMention } from '../../model/entity.ts'
import { passageKey } from '../../model/permalink.ts'
import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import type { CarriedPages, Addressable } from './carry-pages.ts'
import { carryPages } from './carry-pages.ts'
import type { NamedIn } from './find-successors.ts'
import { findSuccessors } from './find-successors.ts'
import { normaliseText } from './page-marks.ts'
import { namesOf } from './page-marks.ts'

/** Passages kept on record for one entity; those of the lowest ids, so that each build keeps the same ones. */
const MOST_PASSAGES = 24

/** The pages of this build that the passages of a page on record speak of now. */
export interface SuccessorPages {
  /** Ids, that of most passages first. */
  readonly to: readonly string[]
  /** True when the first is the one that the page was about. */
  readonly isClear: boolean
}

/** Lines of entities, and where those lead whose entity is gone. */
export interface CarriedEntities extends CarriedPages {
  /** Lines without an entity in this build, also those retired before that may lead elsewhere now. */
  readonly lost: readonly PagePermalink[]
  readonly leads: ReadonlyMap<PagePermalink, SuccessorPages>
}

/**
 * Carries the pages of entities. Their passages take precedence over their names; see `findSuccessors`.
 *
 * @param lines every line of the record for entities
 * @param ids passage ids of this build, by `passageKey`
 * @param passages lines of all passages after this build, by id
 * @param hosts lines of sources, by file
 */
export function carryEntities(
  addressables: readonly Addressable[],
  mentions: readonly ResolvedMention[],
  lines: readonly PagePermalink[],
  taken: Set<string>,
  ids: ReadonlyMap<string, string>,
  passages: ReadonlyMap<string, PassagePermalink>,
  hosts: ReadonlyMap<string, PagePermalink> = new Map(),
): CarriedEntities {
  const namedIn = indexMentions(mentions, ids)
  const successors = findSuccessors(lines, namedIn, passages)
  const carried = carryPages(withPassages(addressables, namedIn), lines, taken, { successors, hosts })
  const living = new Set([...carried.lines.values()].map(({ id }) => id))
  const astray = lines.filter((line) => isRetiredByRule(line) && successors.has(line) && !living.has(line.id))
  const leads = new Map(
    [...successors].map(([line, { keys, isClear }]) => [
      line,
      { to: keys.map((key) => carried.lines.get(key)!.id), isClear },
    ]),
  )
  return { lines: carried.lines, lost: [...carried.lost, ...astray], leads }
}

/** True for a page that a rule retired; what a person moved stays moved. */
function isRetiredByRule({ state, to }: PagePermalink): boolean {
  return (state === 'merged' || state === 'tombstone') && to.length > 0
}

function indexMentions(mentions: readonly ResolvedMention[], ids: ReadonlyMap<string, string>): NamedIn {
  const index = new Map<string, Map<string, Set<string>>>()
  for (const { file, span, words, entity } of mentions) {
    const id = ids.get(passageKey(file, span.passage))
    if (id === undefined) continue
    const names = index.get(id) ?? new Map<string, Set<string>>()
    const name = normaliseText(words)
    index.set(id, names.set(name, (names.get(name) ?? new Set()).add(entity)))
  }
  return index
}

/** Adds to each entity's marks the passages that print the name it is shown under; where none does, those with its other names. */
function withPassages(addressables: readonly Addressable[], namedIn: NamedIn): Addressable[] {
  const namings = [...namedIn].flatMap(([id, names]) =>
    [...names].flatMap(([name, keys]) => [...keys].map((key) => ({ id, name, key }))),
  )
  const byEntity = Map.groupBy(namings, ({ key }) => key)
  return addressables.map((addressable) => {
    const all = byEntity.get(addressable.key) ?? []
    const [shown] = namesOf(addressable.seen)
    const full = all.filter(({ name }) => name === shown)
    const passages = [...new Set((full.length > 0 ? full : all).map(({ id }) => id))].sort().slice(0, MOST_PASSAGES)
    return { ...addressable, seen: [...addressable.seen, ...passages.map((id) => `in:${id}`)] }
  })
}
