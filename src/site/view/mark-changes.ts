import { diffWords } from '../../text/diff-words.ts'
import { readNumber } from '../../text/numbers.ts'
import { tokenise } from '../../text/tokens.ts'

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
