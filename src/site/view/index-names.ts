import { byText, foldName } from './by-text.ts'
import type { EntityPage } from './dossier.ts'
import { listNames } from './list-names.ts'
import { countSources } from './suggest-notes.ts'

/** One line of the index: a name or another wording of it. */
export interface IndexedName {
  readonly words: string
  readonly entity: EntityPage
  readonly sources: number
}

function indexEntity(entity: EntityPage): IndexedName[] {
  const sources = countSources(entity)
  return listNames(entity).map((words) => ({ words, entity, sources }))
}

/** All names and other spellings under their first letter; what begins with no letter stands under "#". */
export function indexNames(entities: readonly EntityPage[]): { letter: string; names: IndexedName[] }[] {
  const names = entities.flatMap(indexEntity).sort(byText(({ words }) => words))
  const groups = Map.groupBy(names, ({ words }) => /^\p{L}/u.exec(foldName(words))?.[0].toUpperCase() ?? '0-9')
  return [...groups].map(([letter, of]) => ({ letter, names: of }))
}
