import type { Change } from './change.ts'
import { AREAS, compareValues, foldSpace, matchById } from './change.ts'
import { compareAddresses } from './compare-addresses.ts'
import { compareDifferences } from './compare-differences.ts'
import { compareNames } from './compare-names.ts'
import { compareSources } from './compare-sources.ts'
import { diffStatements } from './compare-statements.ts'
import type { ReadContent } from './read-content.ts'

const SETTINGS = ['title', 'description', 'language', 'licence', 'site'] as const

/** Everything that the newer of two builds says otherwise, by area. Empty when both say the same. */
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

/** Files with other bytes though nothing that is compared changed, so that no change goes untold. */
function listOtherFiles({ files: old }: ReadContent, { files: now }: ReadContent): Change[] {
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path))
  return paths.map((path) => ({ area: 'content', what: 'other bytes', id: path, title: `content/${path}` }))
}
