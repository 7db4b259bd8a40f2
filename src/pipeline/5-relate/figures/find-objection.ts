import type { FigureRow } from '../../../model/figure.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { intersect } from '../read-acts.ts'
import { comparePeriods, compareScopes } from './compare-scopes.ts'
import { excludes } from './compare-values.ts'
import type { FigureStatement } from './figure-statement.ts'
import { isMoney, isPersonal } from './figure-statement.ts'
import type { Objection } from './objection.ts'
import { UNRELATED } from './objection.ts'
import { areSamePeople, isOneThing, isSameMany } from './shared-evidence.ts'

/** Finds what speaks against two figures being of one quantity: what is counted, of whom, by whom, when. */
export function findFigureObjection(a: FigureStatement, b: FigureStatement): Objection | undefined {
  if (isOneSentence(a.row.sentence, b.row.sentence)) return { code: 'one-sentence', reason: 'one sentence gives both' }
  if (a.quantity !== b.quantity && !isSameMany(a, b) && !isOneThing(a, b))
    return isUnsaid(a, b)
      ? (compareScopes(a, b) ?? UNRELATED)
      : { code: 'other-words', reason: 'other things are said of it' }
  if (isPersonal(a.quantity) && b.quantity === a.quantity)
    return intersect(a.persons, b.persons).length === 0
      ? { code: 'person', reason: 'they are told of other people' }
      : undefined
  return (
    compareCounted(a, b) ??
    compareVoices(a.row, b.row) ??
    compareScopes(a, b) ??
    (a.quantity === 'dwelling' ? undefined : comparePeriods(a, b))
  )
}

function compareCounted(a: FigureStatement, b: FigureStatement): Objection | undefined {
  const quoted = `“${a.row.counted ?? '?'}” and “${b.row.counted ?? '?'}”`
  if (a.head !== b.head && !(a.head === '' || b.head === '') && !isSameMany(a, b) && !areSamePeople(a, b))
    return { code: 'counted', reason: `other things are counted: ${quoted}` }
  if (isMoney(a.row) && a.row.measure !== b.row.measure)
    return { code: 'deed', reason: 'other things are done with the money' }
  if (a.row.unit === 'percent' && wholeOf(a.row) !== wholeOf(b.row))
    return { code: 'whole', reason: `the shares are of different wholes: ${quoted}` }
  if (a.quantity === 'distance' && a.row.counted !== b.row.counted)
    return { code: 'origin', reason: 'they are measured from other places' }
  return undefined
}

function compareVoices(a: FigureRow, b: FigureRow): Objection | undefined {
  if (a.at.file !== b.at.file || !excludes(a, b)) return undefined
  return isTakenBack(a, b)
    ? { code: 'two-voices', reason: 'one source gives both, each on the word of another' }
    : { code: 'one-source', reason: 'one source gives both' }
}

/** "Twelve died, Vale said", "no one died, Berg said": a source that gives both tells of one thing. */
function isTakenBack(a: FigureRow, b: FigureRow): boolean {
  const isNone = [a, b].filter(({ high }) => high === 0).length === 1
  return isNone && !isOneSentence(a.sentence, b.sentence) && a.credited?.words !== b.credited?.words
}

/** Of the same things, one source says what became of them and the other nothing. */
function isUnsaid(a: FigureStatement, b: FigureStatement): boolean {
  return a.head !== '' && a.head === b.head && (a.quantity === 'count' || b.quantity === 'count')
}

function isOneSentence(a: SpanInFile, b: SpanInFile): boolean {
  return a.file === b.file && a.passage === b.passage && a.start === b.start
}

/** A share without its whole can be compared with nothing. */
function wholeOf({ counted, at }: FigureRow): string {
  return counted?.toLowerCase() ?? `${at.file}#${at.passage}:${at.start}`
}
