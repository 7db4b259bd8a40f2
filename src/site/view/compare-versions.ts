import type { SourceVersion } from '../../model/version.ts'
import { permalinksOfPassages } from '../loader/addresses.ts'
import { listChangedFigures, markChanges, type ChangedFigure, type ChangedRun } from './mark-changes.ts'
import type { SourcePage } from './dossier.ts'

/** A passage whose words are not what they were, with its id. */
export interface ChangedPassage {
  readonly id: string
  /** Its number in the present text; absent when it stands there no more. */
  readonly ordinal?: number
  readonly runs: readonly ChangedRun[]
  readonly figures: readonly ChangedFigure[]
}

/** What changed from an earlier text of a source to the present one: its passages in their order, then those that are gone. */
export function compareVersions({ id, passages }: SourcePage, earlier: SourceVersion): ChangedPassage[] {
  const texts = new Map(permalinksOfPassages(id).map((line) => [line.id, line.text ?? '']))
  const before = new Map(earlier.passages.map((passage) => [passage.id, passage.text]))
  const present = new Set(passages.map((passage) => passage.id))
  const standing = passages.map((passage) => ({
    ...describe(passage.id, before.get(passage.id) ?? '', texts.get(passage.id) ?? ''),
    ordinal: passage.ordinal,
  }))
  const gone = earlier.passages
    .filter((passage) => !present.has(passage.id))
    .map((passage) => describe(passage.id, passage.text, ''))
  return [...standing, ...gone].filter(({ runs }) => runs.some(({ fate }) => fate !== 'kept'))
}

function describe(id: string, before: string, now: string): ChangedPassage {
  const runs = markChanges(before, now)
  return { id, runs, figures: listChangedFigures(runs) }
}
