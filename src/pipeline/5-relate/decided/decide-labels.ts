import type { WordingRow, Wordings } from '../../../model/label.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { isOverlapping } from '../is-overlapping.ts'
import type { Decisions } from './decisions.ts'

/** Takes away words that a person says are no label. */
export function decideLabels(wordings: Wordings, decisions: Decisions): Wordings {
  return decisions.of('label').reduce((held, written) => {
    const at = decisions.locate(written, written.correction.at)
    if (!at || !decisions.isFirst(written, [`${at.file}#${at.passage}:${at.start}`])) return held
    const after: Wordings = {
      entities: held.entities.map((one) => ({ ...one, rows: withoutUse(one.rows, at) })),
      choices: held.choices
        .map((one) => ({ ...one, rows: withoutUse(one.rows, at) }))
        .filter(({ rows }) => rows.length > 0),
    }
    if (JSON.stringify(after) === JSON.stringify(held)) decisions.tellNoChange(written, 'no label')
    else decisions.note(written, { places: [at], was: `label “${written.correction.at.exact}”`, now: 'none' })
    return after
  }, wordings)
}

function withoutUse(rows: readonly WordingRow[], at: SpanInFile): WordingRow[] {
  return rows.flatMap((row) => {
    if (row.form !== 'label') return [row]
    const sources = row.sources
      .map(({ file, uses }) => ({ file, uses: uses.filter((use) => file !== at.file || !isOverlapping(use.at, at)) }))
      .filter(({ uses }) => uses.length > 0)
    return sources.length > 0 ? [{ ...row, sources }] : []
  })
}
