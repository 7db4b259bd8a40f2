import type { Addresses } from '../../model/addresses.ts'
import type { Dossier } from '../../model/dossier.ts'
import type { WrittenFile } from '../../model/written-file.ts'
import { composeEntities } from './compose-entities.ts'
import { composeLists } from './compose-lists.ts'
import { composeSources } from './compose-sources.ts'
import { startComposition } from './composition.ts'
import { dataOfAnnotations } from './data-annotations.ts'
import { dataOfEntities } from './data-entities.ts'
import { dataOfSources } from './data-sources.ts'
import { writeLines } from './write-lines.ts'

/** The files of one build: those under `content/`, and those of the site's `data/` folder. */
export interface Composed {
  readonly content: readonly WrittenFile[]
  readonly data: readonly WrittenFile[]
}

/**
 * Turns a dossier whose addresses are given out into the text of every file that stands for it.
 *
 * @param rules what each rule does, by its name
 */
export function composeDossier(dossier: Dossier, addresses: Addresses, rules: ReadonlyMap<string, string>): Composed {
  const composition = startComposition(dossier, addresses, rules)
  const { withhold } = composition
  return {
    content: [...composeSources(composition), ...composeEntities(composition), ...composeLists(composition)],
    data: [
      { path: 'data/sources.json', text: writeLines(withhold(dataOfSources(composition))) },
      { path: 'data/annotations.jsonl', text: [...dataOfAnnotations(composition)].map((line) => `${JSON.stringify(withhold(line))}\n`).join('') },
      { path: 'data/entities.json', text: writeLines(withhold(dataOfEntities(composition))) },
    ],
  }
}
