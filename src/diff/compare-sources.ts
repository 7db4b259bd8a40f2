import { isPassagePermalink } from '../model/permalink.ts'
import type { Rights } from '../model/source.ts'
import type { Change } from './print-changes.ts'
import { compareValues, foldSpace, matchById } from './print-changes.ts'
import type { ReadContent, ReadSource } from './read-content.ts'

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
