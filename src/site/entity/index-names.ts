import type { EntityEntry } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { trackFact, trackFacts } from '../loader/reads.ts'
import { byText, shortenTitle, sortKeyOf, t } from '../text/text.ts'
import { countSources, listNames } from './list-mentions.ts'

/** Maximum number of names and other spellings on one page. */
const MOST_NAMES = 500

/** Names that begin with no letter. */
const OTHER = '0-9'

/** One line of the index: a name or another wording of it. */
export interface IndexedName {
  readonly words: string
  readonly entity: EntityEntry
  readonly sources: number
}

/** A letter of the index with its names. */
export interface Letter {
  /** Last folder of its address where it has one: the letter itself, or `u-` and the number of one that is not plain. */
  readonly id: string
  readonly letter: string
  readonly names: readonly IndexedName[]
}

function indexEntity(entity: EntityEntry): IndexedName[] {
  const sources = countSources(entity)
  return listNames(entity).map((words) => ({ words, entity, sources }))
}

function nameLetter(letter: string): string {
  return letter === OTHER || /^[A-Z]$/.test(letter) ? letter.toLowerCase() : `u-${letter.codePointAt(0)!.toString(16)}`
}

/** All names and other spellings under their first letter; those that begin with no letter are under "0-9". */
export function listByLetter(entities: readonly EntityEntry[]): Letter[] {
  const names = entities.flatMap(indexEntity).sort(byText(({ words }) => words))
  const groups = Map.groupBy(names, ({ words }) => /^\p{L}/u.exec(sortKeyOf(words))?.[0].toUpperCase() ?? OTHER)
  return [...groups].map(([letter, of]) => ({ id: nameLetter(letter), letter, names: of }))
}

/** Whether each letter of the index has a separate page. */
export function isLongIndex(letters: readonly Letter[]): boolean {
  return letters.reduce((sum, { names }) => sum + names.length, 0) > MOST_NAMES
}

/** How many entities of each kind there are. */
export const countKinds = trackFact(
  'kinds',
  ({ entities }: Pick<DossierView, 'entities'>): Readonly<Record<string, number>> =>
    Object.fromEntries([...Map.groupBy(entities, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length])),
)

const FILE = /seeds\/articles\/[^\s,;“”]{1,200}/g
const MOST = 40

const nameOfFile = trackFacts(
  'file',
  ({ sources }: Pick<DossierView, 'sources'>) =>
    new Map(
      sources.map(({ file, position, publisher, title }) => [
        file,
        t.source.cited(position, publisher ?? shortenTitle(title, MOST)),
      ]),
    ),
)

/** A sentence of the engine, which names sources by their files, with the number and publisher or title of each instead. */
export function replaceFiles(reason: string, dossier: Pick<DossierView, 'sources'>): string {
  const names = nameOfFile(dossier)
  return reason.replace(FILE, (file) => names.get(file) ?? file)
}
