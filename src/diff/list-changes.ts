import type { PagePermalink, PassagePermalink, Permalink } from '../model/permalink.ts'
import { isPassagePermalink, splitAnchor } from '../model/permalink.ts'
import { compareDifferences } from './compare-differences.ts'
import { compareNames, compareSources } from './compare-sources.ts'
import { diffStatements } from './compare-statements.ts'
import type { Change } from './print-changes.ts'
import { AREAS, compareValues, foldSpace, matchById, printChanges } from './print-changes.ts'
import { readContent, type ReadContent } from './read-content.ts'

const SETTINGS = ['title', 'description', 'language', 'licence', 'site'] as const

/** The output and exit code of the command `diff`: what readers would find changed in the newer of two builds. */
export function diffBuilds(old: string, now: string): { code: 0 | 1; text: string; json: object } {
  try {
    const changes = listChanges(readContent(old), readContent(now))
    return { code: 0, text: printChanges(changes), json: { ok: true, old, new: now, changes } }
  } catch (error) {
    const reason = (error as Error).message
    return { code: 1, text: `${reason}\n`, json: { ok: false, old, new: now, reason } }
  }
}

/** Every change between two builds, by area. Empty when both say the same. */
export function listChanges(old: ReadContent, now: ReadContent): Change[] {
  const changes = [
    ...compareSettings(old, now),
    ...compareSources(old, now),
    ...comparePages(old, now),
    ...compareNames(old, now),
    ...diffStatements(old, now),
    ...compareDifferences(old, now),
    ...compareAddresses(old, now),
  ]
  const all = changes.length > 0 ? changes : listOtherFiles(old, now)
  return all.toSorted((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area))
}

function compareSettings(old: ReadContent, now: ReadContent): Change[] {
  const settings = SETTINGS.flatMap((field): Change[] => {
    const values = compareValues(old.about[field], now.about[field])
    return values ? [{ area: 'dossier', what: `${field} changed`, id: field, title: now.about.title, ...values }] : []
  })
  const unusedOf = ({ about }: ReadContent) => new Map((about.unused ?? []).map((file) => [file.file, file]))
  const { added, removed } = matchById(unusedOf(old), unusedOf(now))
  return [
    ...settings,
    ...added.map(
      ({ file, reason }): Change => ({ area: 'dossier', what: 'file not used', id: file, title: file, reason }),
    ),
    ...removed.map(({ file }): Change => ({ area: 'dossier', what: 'file used or gone', id: file, title: file })),
  ]
}

/** Pages that a person wrote. Where only one side has its seeds at hand, nothing is known. */
function comparePages({ pages: old }: ReadContent, { pages: now }: ReadContent): Change[] {
  if (!old || !now) return []
  const textsOf = (pages: ReadonlyMap<string, string>) =>
    new Map([...pages].map(([file, text]) => [file, { file, text }]))
  const { kept, added, removed } = matchById(textsOf(old), textsOf(now))
  const changeOf = (file: string, what: string): Change => ({ area: 'page', what, id: file, title: file })
  return [
    ...added.map(({ file }) => changeOf(file, 'added')),
    ...removed.map(({ file }) => changeOf(file, 'removed')),
    ...kept.flatMap(({ id, old: was, now: is }) =>
      was.text === is.text ? [] : [changeOf(id, foldSpace(was.text) === foldSpace(is.text) ? 'respaced' : 'changed')],
    ),
  ]
}

/** Files with other bytes though nothing that is compared changed, so that no change goes unreported. */
function listOtherFiles({ files: old }: ReadContent, { files: now }: ReadContent): Change[] {
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path))
  return paths.map((path) => ({ area: 'content', what: 'other bytes', id: path, title: `content/${path}` }))
}

const STATES = { live: 'answers again', moved: 'moved', merged: 'merged', split: 'split', tombstone: 'gone' } as const

/** Published addresses that answer otherwise than before. One that the newer record lacks is a broken promise. */
function compareAddresses(old: ReadContent, now: ReadContent): Change[] {
  const { kept, removed } = matchById(old.record, now.record)
  return [
    ...removed.map((line) => ({ ...changeOf(line, addressOf(line, old), 'lost') })),
    ...kept.flatMap(({ old: was, now: is }) => compareLine(was, is, { old, now })),
  ]
}

function changeOf({ id }: Permalink, title: string, what: string): Change {
  return { area: 'address', what, id, title }
}

function addressOf(line: Permalink, { record }: ReadContent): string {
  if (!isPassagePermalink(line)) return line.address
  return `${(record.get(line.source) as PagePermalink | undefined)?.address ?? ''}#${line.id}`
}

function compareLine(was: Permalink, is: Permalink, { old, now }: { old: ReadContent; now: ReadContent }): Change[] {
  const title = addressOf(was, old)
  if (isGone(is) && isGone(pageOf(was, now))) return []
  const isMoved = !isPassagePermalink(was) && was.address !== (is as PagePermalink).address
  const targets = is.to.flatMap((id) => now.record.get(id) ?? []).map((line) => addressOf(line, now))
  return [
    ...(isMoved ? [{ ...changeOf(is, title, 'moved'), was: title, is: addressOf(is, now) }] : []),
    ...(was.state !== is.state
      ? [
          {
            ...changeOf(is, title, STATES[is.state]),
            ...(targets.length > 0 && { is: targets.join(', ') }),
            ...(is.reason !== undefined && { reason: is.reason }),
          },
        ]
      : []),
    ...(isNewlyChanged(was, is) ? [changeOf(is, title, 'text changed')] : []),
  ]
}

/** The source whose page has a passage or the anchor of a statement. */
function pageOf(line: Permalink, { record }: ReadContent): Permalink | undefined {
  if (isPassagePermalink(line)) return record.get(line.source)
  const anchor = splitAnchor(line.address)
  return anchor && record.get(anchor.source)
}

/** A page that is gone takes its passages and anchors with it; they are not listed one by one. */
const isGone = (line: Permalink | undefined) => line?.state === 'tombstone'

/** True where what was cited there is marked as no longer the same. */
function isNewlyChanged(was: Permalink, is: Permalink): boolean {
  const isMarked = (line: Permalink) => (line as PassagePermalink).changed === true
  return isPassagePermalink(is) && isMarked(is) && !isMarked(was) && is.state === 'live'
}
