import { isPassagePermalink } from '../model/permalink.ts'
import type { Rights } from '../model/source.ts'
import type { Change } from './print-changes.ts'
import { compareValues, foldSpace, matchById } from './print-changes.ts'
import type { ReadContent, ReadEntity, ReadSource } from './read-content.ts'

const FIELDS = ['title', 'publisher', 'authors', 'url', 'language', 'form', 'note', 'accessed'] as const
const OPENNESS: Readonly<Record<Rights, number>> = { citation: 0, excerpt: 1, full: 2 }

/** Articles that were added, removed or changed, and what editors corrected in them. */
export function compareSources(old: ReadContent, now: ReadContent): Change[] {
  const { kept, added, removed } = matchById(old.sources, now.sources)
  return [
    ...added.map((source) => changeOf(source, 'added')),
    ...removed.map((source) => ({ ...changeOf(source, 'removed'), ...reasonOf(now, source.id) })),
    ...kept.flatMap(({ old: was, now: is }) => [
      ...compareText(was, is, { old, now }),
      ...compareFacts(was, is),
      ...compareEdits(was, is),
    ]),
  ]
}

function changeOf({ id, title }: ReadSource, what: string): Change {
  return { area: 'source', what, id, title }
}

function reasonOf({ record }: ReadContent, id: string): { reason?: string } {
  const line = record.get(id)
  return line?.reason === undefined ? {} : { reason: line.reason }
}

/** Hash of each passage by id. It is there, too, where the rights do not allow the words to be shown. */
function hashPassages({ record }: ReadContent, { passages }: ReadSource): Map<string, string> {
  return new Map(
    passages.flatMap(({ id }) => {
      const line = record.get(id)
      return line && isPassagePermalink(line) ? [[id, line.hash] as const] : []
    }),
  )
}

function compareText(was: ReadSource, is: ReadSource, { old, now }: { old: ReadContent; now: ReadContent }): Change[] {
  const [before, after] = [hashPassages(old, was), hashPassages(now, is)]
  const { kept, added, removed } = matchById(
    new Map([...before.keys()].map((id) => [id, id])),
    new Map([...after.keys()].map((id) => [id, id])),
  )
  const changed = kept.filter(({ id }) => isOtherText(id, was, is) || before.get(id) !== after.get(id))
  const words = [
    ...changed.map(({ id }) => ({ was: was.texts.get(id) ?? '', is: is.texts.get(id) ?? '' })),
    ...added.map((id) => ({ is: is.texts.get(id) ?? '' })),
    ...removed.map((id) => ({ was: was.texts.get(id) ?? '' })),
  ]
  if (was.file !== is.file)
    return [{ ...changeOf(is, 'recaptured'), was: was.file, is: is.file }, ...correctedOf(is, words)]
  if (words.length === 0) return was.sha256 === is.sha256 ? [] : [changeOf(is, 'respaced')]
  return correctedOf(is, words)
}

function correctedOf(source: ReadSource, words: readonly { was?: string; is?: string }[]): Change[] {
  return words.map((change) => ({ ...changeOf(source, 'corrected'), ...change }))
}

/** Where the rights changed, the words that are shown differ though the article does not. */
function isOtherText(id: string, was: ReadSource, is: ReadSource): boolean {
  return was.rights === is.rights && foldSpace(was.texts.get(id) ?? '') !== foldSpace(is.texts.get(id) ?? '')
}

function compareFacts(was: ReadSource, is: ReadSource): Change[] {
  const date = compareValues(was.date, is.date)
  const rights = compareValues(was.rights, is.rights)
  const isNarrower = OPENNESS[is.rights] < OPENNESS[was.rights]
  return [
    ...(date ? [{ ...changeOf(is, 'redated'), ...date }] : []),
    ...(rights ? [{ ...changeOf(is, isNarrower ? 'rights narrowed' : 'rights widened'), ...rights }] : []),
    ...FIELDS.flatMap((field) => {
      const values = compareValues(was[field], is[field])
      return values ? [{ ...changeOf(is, `${field} changed`), ...values }] : []
    }),
  ]
}

function compareEdits(was: ReadSource, is: ReadSource): Change[] {
  const before = new Map((was.edits ?? []).map((edit) => [JSON.stringify(edit), edit]))
  const after = new Map((is.edits ?? []).map((edit) => [JSON.stringify(edit), edit]))
  const { added, removed } = matchById(before, after)
  const changeOfEdit = (edit: (typeof added)[number], what: string): Change => ({
    area: 'correction',
    what: `${edit.kind} ${what}`,
    id: edit.passage ?? is.id,
    title: is.title,
    ...(what === 'corrected' ? { was: edit.was, is: edit.now } : { was: edit.now, is: edit.was }),
    ...(edit.reason !== undefined && { reason: edit.reason }),
  })
  return [
    ...added.map((edit) => changeOfEdit(edit, 'corrected')),
    ...removed.map((edit) => changeOfEdit(edit, 'correction withdrawn')),
  ]
}

const NAME_FIELDS = ['description', 'sameAs', 'coordinates'] as const

/** Entities that were added, removed, merged, split or renamed. */
export function compareNames(old: ReadContent, now: ReadContent): Change[] {
  const { kept, added, removed } = matchById(old.entities, now.entities)
  return [
    ...added.map((entity) => describeAdded(entity, old, now)),
    ...removed.map((entity) => describeRemoved(entity, now)),
    ...kept.flatMap(({ old: was, now: is }) => compareEntity(was, is)),
  ]
}

function changeOfName({ id, name }: ReadEntity, what: string): Change {
  return { area: 'name', what, id, title: name }
}

/** An entity was split off when it has mentions that were another's. */
function describeAdded(entity: ReadEntity, old: ReadContent, now: ReadContent): Change {
  const mentions = mentionsOf(entity)
  const parent = [...old.entities.values()].find(({ id, ...was }) => {
    const left = mentionsOf(now.entities.get(id))
    return [...mentionsOf({ id, ...was })].some((mention) => mentions.has(mention) && !left.has(mention))
  })
  if (!parent) return { ...changeOfName(entity, 'added'), is: entity.kind }
  return { ...changeOfName(entity, 'split'), was: parent.name, is: entity.name }
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
    ...changeOfName(entity, what),
    ...(successors.length > 0 && { was: entity.name, is: successors.join(', ') }),
    ...reason,
  }
}

function compareEntity(was: ReadEntity, is: ReadEntity): Change[] {
  const name = compareValues(was.name, is.name)
  const kind = compareValues(was.kind, is.kind)
  return [
    ...(name ? [{ ...changeOfName(is, 'renamed'), ...name }] : []),
    ...(kind ? [{ ...changeOfName(is, 'given another kind'), ...kind }] : []),
    ...NAME_FIELDS.flatMap((field) => {
      const values = compareValues(was[field], is[field])
      return values ? [{ ...changeOfName(is, `${field} changed`), ...values }] : []
    }),
    ...compareMentions(was, is),
  ]
}

function compareMentions(was: ReadEntity, is: ReadEntity): Change[] {
  const [before, after] = [mentionsOf(was), mentionsOf(is)]
  if (before.size === after.size && [...before].every((mention) => after.has(mention))) return []
  const [lost, gained] = [before.difference(after).size, after.difference(before).size]
  return [
    {
      ...changeOfName(is, 'mentions changed'),
      was: `${before.size}`,
      is: `${after.size} (${gained} new, ${lost} gone)`,
    },
  ]
}
