import type { OriginLink, WordingRow, Wordings } from '../../../model/comparison.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import { isOverlapping } from '../arrange-sentences.ts'
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

/** Adds and takes away links between sources as a person says. */
export function decideOrigins(
  links: readonly OriginLink[],
  sources: readonly Source[],
  decisions: Decisions,
): OriginLink[] {
  const describe = (isOne: boolean) => (isOne ? 'one source' : 'two sources')
  return decisions.of('origin').reduce(
    (held, written) => {
      const { articles, is, reason } = written.correction
      if (!articles.every((file) => decisions.hasArticle(written, file))) return held
      if (articles[0] === articles[1]) {
        decisions.tell(written, 'not-applicable', 'Unexpected article twice, expected two articles', 'articles: […, …]')
        return held
      }
      if (!decisions.isFirst(written, articles)) return held
      const own = held.filter(({ files }) => articles.every((file) => files.includes(file)))
      const was = describe(own.length > 0)
      if ((is === 'one') === own.length > 0) {
        decisions.tellNoChange(written, was)
        return held
      }
      const now = describe(is === 'one')
      const places = sources
        .filter(({ file }) => articles.includes(file))
        .flatMap(({ file, passages: [first] }) =>
          first ? [{ file, passage: first.ordinal, start: 0, end: first.text.length }] : [],
        )
      decisions.note(written, { places, was, now, ...(own[0] && { rule: own[0].rule }) })
      if (is === 'not-one') return held.filter((link) => !own.includes(link))
      return [...held, { rule: 'editor/origin', reason: `An editor says so: ${reason}`, files: articles, passages: [] }]
    },
    [...links],
  )
}
