/**
 * Measures how well cleaning finds the text of real web pages, given as lines with all their navigation.
 *
 * Data: 61 pages of the article extraction benchmark (MIT) with their true bodies. The measure is its own:
 * precision and recall over runs of four words, averaged over the pages.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { cleanSeed } from '../../pipeline/2-clean/clean-seed.ts'
import { wordsOf } from '../../text/lines.ts'

const DATA = new URL('../../../../shared/data/html/', import.meta.url)
const BLOCKS =
  /<\/?(?:address|article|aside|blockquote|br|button|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|label|li|main|nav|ol|option|p|section|select|table|td|th|time|title|tr|ul)\b[^>]*>/gi
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00A0',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  ndash: '–',
}

/** The words of a page as a person would paste them: a line for each block, blank lines between. */
function toLines(html: string): string {
  const bare = html
    .replace(/<!--[^]*?-->|<(script|style|noscript|svg|template)\b[^]*?<\/\1>/gi, '')
    .replace(/\s+/g, ' ')
  const lines = bare
    .replace(BLOCKS, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, readEntity)
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n')
}

function readEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole
  return String.fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
}

/** Every run of four words, with its number of occurrences in the text. */
function countRuns(text: string): Map<string, number> {
  const words = wordsOf(text.toLowerCase())
  const runs = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - 3); at += 1) {
    const run = words.slice(at, at + 4).join(' ')
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}

function compare(found: string, wanted: string): { precision: number; recall: number } {
  const [has, should] = [countRuns(found), countRuns(wanted)]
  let shared = 0
  for (const [run, count] of has) shared += Math.min(count, should.get(run) ?? 0)
  const sum = (runs: Map<string, number>): number => [...runs.values()].reduce((total, count) => total + count, 0)
  return { precision: found === '' ? 0 : shared / sum(has), recall: shared / sum(should) }
}

function measurePages(): void {
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(new URL('ground-truth.json', DATA), 'utf8'),
  )
  const scores = Object.keys(truth).flatMap((id) => {
    const file = new URL(`pages/${id}.html.gz`, DATA)
    return existsSync(file)
      ? [{ id, ...measurePage(gunzipSync(readFileSync(file)).toString('utf8'), truth[id]!.articleBody) }]
      : []
  })
  for (const { id, precision, recall } of scores)
    console.log(`${id.slice(0, 8)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`)
  const mean = (pick: 'precision' | 'recall'): number =>
    scores.reduce((sum, score) => sum + score[pick], 0) / scores.length
  const [precision, recall] = [mean('precision'), mean('recall')]
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `${scores.length} pages  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`,
  )
}

function measurePage(html: string, wanted: string): { precision: number; recall: number } {
  const seed = {
    file: 'page.txt',
    sha256: '',
    encoding: 'utf-8',
    format: 'text',
    text: toLines(html),
    sidecar: {},
  } as const
  const { passages } = cleanSeed(seed, { language: 'en', rights: 'full' }).value
  const body = passages.filter(({ kind }) => kind !== 'headline').map(({ text }) => text)
  return compare(body.join(' '), wanted)
}

if (existsSync(DATA)) measurePages()
else console.log(`No data at ${fileURLToPath(DATA)}: nothing was measured.`)
