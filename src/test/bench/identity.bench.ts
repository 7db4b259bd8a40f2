import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildArticles } from './articles/build-articles.ts'
import type { Join } from './articles/score-joins.ts'
import { scoreJoins } from './articles/score-joins.ts'

/*
 * How often each rule that joins names is right, over all sets of invented articles: `npm run bench:identity [--list] [--write]`.
 * `tenth` and `twelfth` count and are never listed.
 */

const FOLDER = join(import.meta.dirname, 'articles')
const RULES = new URL('../../pipeline/4-resolve/rules.yml', import.meta.url)
const UNLISTED = ['tenth', 'twelfth']
const isListed = process.argv.includes('--list')
const sets = readdirSync(FOLDER).filter((name) => !name.includes('.') && name !== 'kinds' && name !== 'clippings')
const joins: Join[] = []
for (const set of sets) {
  const { dossier, articles } = await buildArticles(join(FOLDER, set))
  const found = scoreJoins(dossier, articles)
  joins.push(...found)
  if (isListed && !UNLISTED.includes(set))
    for (const { rule, line } of found.filter(({ isRight }) => !isRight)) console.log(`${set} ${rule} ${line}`)
}
/** Share in percent, to one decimal, of the joins that are right. */
const precisionOf = (all: readonly Join[]) =>
  Math.round((1000 * all.filter(({ isRight }) => isRight).length) / all.length) / 10

/** Writes the figures beside the rules that were measured; a rule that joined nothing keeps its own. */
function writeFigures(byRule: ReadonlyMap<string, readonly Join[]>): void {
  const blocks = readFileSync(RULES, 'utf8').split(/(?=^- name: )/m)
  const written = blocks.map((block) => {
    const measured = byRule.get(/^- name: (\S+)/.exec(block)?.[1] ?? '')
    if (!measured) return block
    const bare = block.replace(/^ {2}(?:precision|cases): .*\n/gm, '')
    return `${bare}  precision: ${precisionOf(measured)}\n  cases: ${measured.length}\n`
  })
  writeFileSync(RULES, written.join(''))
}

const byRule = Map.groupBy(joins, ({ rule }) => rule)
for (const [rule, all] of [...byRule].sort((a, b) => b[1].length - a[1].length)) {
  const right = all.filter(({ isRight }) => isRight).length
  console.log(
    rule.padEnd(34),
    'right',
    String(right).padStart(5),
    'wrong',
    String(all.length - right).padStart(3),
    `${precisionOf(all)} %`,
  )
}
if (process.argv.includes('--write')) writeFigures(byRule)
