import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildArticles } from './articles/build-articles.ts'
import { scoreJoins } from './articles/score-joins.ts'

/*
 * How often each rule that joins names is right, over all sets of invented articles: `npm run bench:identity [--list] [--write]`.
 * `tenth` counts and is never listed.
 */

const FOLDER = join(import.meta.dirname, 'articles')
const isListed = process.argv.includes('--list')
const sets = readdirSync(FOLDER).filter((name) => !name.includes('.') && name !== 'kinds' && name !== 'clippings')
const joins = []
for (const set of sets) {
  const { dossier, articles } = await buildArticles(join(FOLDER, set))
  const found = scoreJoins(dossier, articles)
  joins.push(...found)
  if (isListed && set !== 'tenth')
    for (const { rule, line } of found.filter(({ isRight }) => !isRight)) console.log(`${set} ${rule} ${line}`)
}
for (const [rule, all] of [...Map.groupBy(joins, ({ rule }) => rule)].sort((a, b) => b[1].length - a[1].length)) {
  const right = all.filter(({ isRight }) => isRight).length
  const percent = ((100 * right) / all.length).toFixed(1)
  console.log(
    `${rule.padEnd(34)} right ${String(right).padStart(5)} wrong ${String(all.length - right).padStart(3)} ${percent.padStart(6)} %`,
  )
}
