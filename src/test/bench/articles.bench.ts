import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDossier } from '../../pipeline/build-dossier.ts'
import { readMarkedArticle } from '../../train/marked-article.ts'
import type { MarkedArticle } from '../../train/marked-article.ts'
import type { Tally } from './articles/score.ts'
import { scoreDossier } from './articles/score.ts'

/*
 * How much of what a careful reader says of invented articles comes out: `npm run bench:articles [folder] [--list]`.
 * All articles of the folder are built as one dossier, with an empty register.
 */

const folder =
  process.argv.slice(2).find((word) => !word.startsWith('-')) ?? join(import.meta.dirname, 'articles/first')
const isListed = process.argv.includes('--list')
const NO_CACHE = { read: () => undefined, write: () => {}, sweep: () => {} }

function writeSeeds(root: string): Map<string, MarkedArticle> {
  mkdirSync(join(root, 'seeds/articles'), { recursive: true })
  writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Articles\ndescription: Invented articles.\n')
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
      .map((name) => {
        const article = readMarkedArticle(readFileSync(join(folder, name), 'utf8'))
        writeFileSync(join(root, 'seeds/articles', name), article.text)
        return [`seeds/articles/${name}`, article]
      }),
  )
}

function print(name: string, tally: Tally): void {
  const figures = [tally.f1, tally.precision, tally.recall].map((figure) => figure.toFixed(3))
  console.log(
    `${name.padEnd(22)} F1 ${figures[0]}  precision ${figures[1]}  recall ${figures[2]}  (${tally.right} right)`,
  )
  if (isListed) for (const line of tally.lines) console.log(`    ${line}`)
}

const root = mkdtempSync(join(tmpdir(), 'articles-'))
const articles = writeSeeds(root)
const { dossier } = await buildDossier(root, { cache: NO_CACHE, engine: 'bench', report: () => {} })
rmSync(root, { recursive: true })
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
