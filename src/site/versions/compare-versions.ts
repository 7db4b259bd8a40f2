import type { SourceVersion } from '../../model/version.ts'
import { permalinksOfPassages } from '../loader/addresses.ts'
import type { SourceEntry } from '../../model/entry.ts'
import { diffWords } from '../../lang/words.ts'
import { readNumber } from '../../lang/en/words/numbers.ts'
import { tokenise } from '../../text/tokens.ts'

/** A passage whose words are not what they were, with its id. */
export interface ChangedPassage {
  readonly id: string
  /** Its number in the present text; absent when it stands there no more. */
  readonly ordinal?: number
  readonly runs: readonly ChangedRun[]
  readonly figures: readonly ChangedFigure[]
}

/** What changed from an earlier text of a source to the present one: its passages in their order, then those that are gone. */
export function compareVersions({ id, passages }: SourceEntry, earlier: SourceVersion): ChangedPassage[] {
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

/** A run of the words of two texts: one that both have, one that went, or one that came. */
export interface ChangedRun {
  readonly words: string
  readonly fate: 'kept' | 'removed' | 'added'
}

/** A figure that stands where another stood. */
export interface ChangedFigure {
  readonly before: string
  readonly now: string
}

/** Two texts as one, word by word: what went stands before what came in its place. */
export function markChanges(before: string, now: string): ChangedRun[] {
  const runs: ChangedRun[] = []
  let done = 0
  for (const change of diffWords(before, now)) {
    runs.push({ words: now.slice(done, change.after.start), fate: 'kept' })
    runs.push({ words: before.slice(change.before.start, change.before.end), fate: 'removed' })
    runs.push({ words: now.slice(change.after.start, change.after.end), fate: 'added' })
    done = change.after.end
  }
  return [...runs, { words: now.slice(done), fate: 'kept' as const }].filter(({ words }) => words !== '')
}

/** The figures that changed: where words that hold a number stand in place of others that hold one. */
export function listChangedFigures(runs: readonly ChangedRun[]): ChangedFigure[] {
  return runs.flatMap(({ words, fate }, at) => {
    const next = runs[at + 1]
    const isFigure = fate === 'removed' && next?.fate === 'added' && hasNumber(words) && hasNumber(next.words)
    return isFigure ? [{ before: words, now: next.words }] : []
  })
}

function hasNumber(words: string): boolean {
  const tokens = tokenise(words)
  return tokens.some((_, at) => readNumber(tokens, at) !== undefined)
}
