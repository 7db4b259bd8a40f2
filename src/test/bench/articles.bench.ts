import { join } from 'node:path'
import { buildArticles } from './articles/build-articles.ts'
import type { Tally } from './articles/score.ts'
import { scoreDossier } from './articles/score.ts'

/*
 * How much of what a careful reader says of invented articles comes out: `npm run bench:articles [folder] [--list]`.
 * All articles of the folder are built as one dossier, with an empty register.
 */

const folder =
  process.argv.slice(2).find((word) => !word.startsWith('-')) ?? join(import.meta.dirname, 'articles/first')
const isListed = process.argv.includes('--list')

function print(name: string, tally: Tally): void {
  const figures = [tally.f1, tally.precision, tally.recall].map((figure) => figure.toFixed(3))
  console.log(
    `${name.padEnd(22)} F1 ${figures[0]}  precision ${figures[1]}  recall ${figures[2]}  (${tally.right} right)`,
  )
  if (isListed) for (const line of tally.lines) console.log(`    ${line}`)
}

const { dossier, articles } = await buildArticles(folder)
const scores = scoreDossier(dossier, articles)
console.log(`${articles.size} articles of ${folder}`)
print('paragraphs', scores.paragraphs)
print('metadata', scores.metadata)
print('names with kind', scores.names)
print('dates with value', scores.dates)
print('quotations, speakers', scores.speakers)
const { precision, recall, f1, merges } = scores.identity
console.log(
  `${'identity (B³)'.padEnd(22)} F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`,
)
console.log(`wrong merges: ${merges.length}`)
for (const line of merges) console.log(`    ${line}`)
console.log(`wrong speakers printed as stated: ${scores.statedWrong.length}`)
for (const line of scores.statedWrong) console.log(`    ${line}`)
