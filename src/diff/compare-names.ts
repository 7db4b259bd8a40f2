import type { Change } from './print-changes.ts'
import { compareValues, matchById } from './print-changes.ts'
import type { ReadContent, ReadEntity } from './read-content.ts'

const FIELDS = ['description', 'sameAs', 'coordinates'] as const

/** Entities that were added, removed, merged, split or renamed. */
export function compareNames(old: ReadContent, now: ReadContent): Change[] {
  const { kept, added, removed } = matchById(old.entities, now.entities)
  return [
    ...added.map((entity) => describeAdded(entity, old, now)),
    ...removed.map((entity) => describeRemoved(entity, now)),
    ...kept.flatMap(({ old: was, now: is }) => compareEntity(was, is)),
  ]
}

function changeOf({ id, name }: ReadEntity, what: string): Change {
  return { area: 'name', what, id, title: name }
}

/** An entity was split off when it has mentions that were another's. */
function describeAdded(entity: ReadEntity, old: ReadContent, now: ReadContent): Change {
  const mentions = mentionsOf(entity)
  const parent = [...old.entities.values()].find(({ id, ...was }) => {
    const left = mentionsOf(now.entities.get(id))
    return [...mentionsOf({ id, ...was })].some((mention) => mentions.has(mention) && !left.has(mention))
  })
  if (!parent) return { ...changeOf(entity, 'added'), is: entity.kind }
  return { ...changeOf(entity, 'split'), was: parent.name, is: entity.name }
}

/** Each mention as its passage with its words. */
function mentionsOf(entity: ReadEntity | undefined): Set<string> {
  return new Set(entity?.mentions.flatMap(({ passage, words }) => words.map((word) => `${passage} ${word}`)))
}

function describeRemoved(entity: ReadEntity, { record, entities }: ReadContent): Change {
  const line = record.get(entity.id)
  const successors = (line?.to ?? []).flatMap((id) => entities.get(id)?.name ?? [])
  const reason = line?.reason === undefined ? {} : { reason: line.reason }
  const what = successors.length === 0 ? 'removed' : line!.state === 'merged' ? 'merged' : 'split'
  return {
    ...changeOf(entity, what),
    ...(successors.length > 0 && { was: entity.name, is: successors.join(', ') }),
    ...reason,
  }
}

function compareEntity(was: ReadEntity, is: ReadEntity): Change[] {
  const name = compareValues(was.name, is.name)
  const kind = compareValues(was.kind, is.kind)
  return [
    ...(name ? [{ ...changeOf(is, 'renamed'), ...name }] : []),
    ...(kind ? [{ ...changeOf(is, 'given another kind'), ...kind }] : []),
    ...FIELDS.flatMap((field) => {
      const values = compareValues(was[field], is[field])
      return values ? [{ ...changeOf(is, `${field} changed`), ...values }] : []
    }),
    ...compareMentions(was, is),
  ]
}

function compareMentions(was: ReadEntity, is: ReadEntity): Change[] {
  const [before, after] = [mentionsOf(was), mentionsOf(is)]
  if (before.size === after.size && [...before].every((mention) => after.has(mention))) return []
  const [lost, gained] = [before.difference(after).size, after.difference(before).size]
  return [
    { ...changeOf(is, 'mentions changed'), was: `${before.size}`, is: `${after.size} (${gained} new, ${lost} gone)` },
  ]
}
