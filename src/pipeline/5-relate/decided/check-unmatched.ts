import type { Answer } from '../../../model/comparison.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Adjudication, WrittenItem } from '../../../model/register.ts'
import type { Relations } from '../../../model/dossier.ts'
import { nearestName } from '../../../text/compare.ts'
import { tellCorrection } from '../../../text/quoted-place.ts'
import { currentKey } from '../contradictions/raise-contradiction.ts'

/** What a person settled by its key. */
interface Settled {
  readonly adjudications: readonly WrittenItem<Adjudication>[]
  readonly answers: readonly WrittenItem<Answer>[]
}

/** Finds adjudications and answers that match nothing any more, each with the nearest key that there is. */
export function checkUnmatched(
  { adjudications, answers }: Settled,
  { figures, contradictions }: Pick<Relations, 'figures' | 'contradictions'>,
): Problem[] {
  const rowsOf = new Map(figures.map(({ key, rows }) => [key, rows.map(({ words }) => words)]))
  const keys = contradictions.map(({ key }) => key)
  return [
    ...adjudications.flatMap((one) => checkAdjudication(one, rowsOf)),
    ...answers
      .filter(({ item: { key } }) => !keys.includes(currentKey(key)))
      .map((one) => tellUnmatched(one, 'key', one.item.key, 'contradiction', keys, 'warning')),
  ]
}

function checkAdjudication(
  written: WrittenItem<Adjudication>,
  rowsOf: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  const { figure, accepted } = written.item
  const rows = rowsOf.get(figure)
  if (!rows) return [tellUnmatched(written, 'figure', figure, 'table', [...rowsOf.keys()])]
  if (accepted === undefined || rows.includes(accepted)) return []
  return [tellUnmatched(written, 'accepted', accepted, 'row', rows)]
}

function tellUnmatched(
  written: WrittenItem<unknown>,
  field: string,
  value: string,
  what: string,
  known: readonly string[],
  severity: Problem['severity'] = 'error',
): Problem {
  const near = nearestName(value, known)
  const shown = near === undefined ? known.slice(0, 6) : [near]
  const hint = shown.map((one) => `${field}: ${JSON.stringify(one)}`).join('\n')
  return tellCorrection(
    written,
    'unmatched',
    `${field}: Unexpected “${value}”, expected that of a ${what} of the dossier`,
    hint || `There is no ${what}. Take the entry out.`,
    severity,
  )
}
