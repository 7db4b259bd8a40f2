import { resolve } from 'node:path'
import type { BlockModel } from '../../pipeline/1-read/html/classify-blocks.ts'
import { blockModel, chooseBlocks } from '../../pipeline/1-read/html/classify-blocks.ts'
import { findPlainReason } from '../../pipeline/1-read/html/kinds.ts'
import { parsePage } from '../../pipeline/1-read/html/parse-page.ts'
import { readMetadata } from '../../pipeline/1-read/html/read-metadata.ts'
import { fitBlocks } from '../../train/fit-blocks.ts'
import type { TrainingPage } from '../../train/html-pages.ts'
import { describeBlocksOf, labelBlocks, measure, readLabelledPages } from '../../train/html-pages.ts'
import { Agreement, findIn } from './html-agreement.ts'

/**
 * Ten-fold cross-validation of the block classifier: `npm run bench:html -- FOLDER`, or with `HTML_PAGES=FOLDER`.
 * Then the agreement of findings in the extracted text with findings in the true body.
 */
const folder = process.argv[2] ?? process.env['HTML_PAGES']
if (folder === undefined)
  throw new Error('Expected the folder with ground-truth.json and pages/, as argument or HTML_PAGES')
const FOLDS = 10

const read = readLabelledPages(resolve(folder))
const start = process.cpuUsage()
const described = read.map(describeBlocksOf)
const cpu = process.cpuUsage(start)
const pages = described.map((page) => ({ ...page, labels: labelBlocks(page.blocks, page.body) }))
process.stdout.write(`${((cpu.user + cpu.system) / 1e6 / pages.length).toFixed(3)} processor seconds a page\n`)

const paragraphsOf = ({ blocks }: TrainingPage, chosen: readonly boolean[]) =>
  blocks.flatMap(({ text }, index) => (chosen[index] ? [text] : []))
const textOf = (page: TrainingPage, chosen: readonly boolean[]) => paragraphsOf(page, chosen).join('\n')
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const models: ReturnType<typeof fitBlocks>[] = []
const scores = pages.map((page, index) => {
  const chosen = choose(page, modelWithout(index % FOLDS))
  return {
    page,
    chosen,
    own: measure(page.body, textOf(page, chosen)),
    best: measure(page.body, textOf(page, page.labels)),
    readability: measure(page.body, textOf(page, page.readability)),
  }
})
const shipped = pages.map((page) => measure(page.body, textOf(page, choose(page, blockModel))).f1)

for (const { page, own, best, readability } of scores
  .toSorted((a, b) => a.own.f1 - b.own.f1)
  .slice(0, Number(process.env['SHOW'] ?? 12)))
  process.stdout.write(
    `${page.name.slice(0, 8)}  F1 ${own.f1.toFixed(3)}  P ${own.precision.toFixed(3)}  R ${own.recall.toFixed(3)}  Readability ${readability.f1.toFixed(3)}  best ${best.f1.toFixed(3)}  ${page.url.slice(0, 60)}\n`,
  )
process.stdout.write(
  `ten-fold F1 ${mean(scores.map(({ own }) => own.f1)).toFixed(4)}  Readability ${mean(scores.map(({ readability }) => readability.f1)).toFixed(4)}  best choice of blocks ${mean(scores.map(({ best }) => best.f1)).toFixed(4)}  shipped model on its own pages ${mean(shipped).toFixed(4)}\n`,
)
printAddresses()
printAgreement()

/** Two addresses are of one page regardless of scheme, query, final slash and leading "www.", "m." or "amp.". */
function plainAddress(address: string): string {
  const { hostname, pathname } = new URL(address)
  return `${hostname.replace(/^(?:www|m|amp)\./, '')}${pathname.replace(/\/$/, '')}`.toLowerCase()
}

/** The address that the page states for itself, beside the one that it was saved from. */
function printAddresses(): void {
  const right = read.filter(({ html, url }) => {
    const { stated } = readMetadata(parsePage(html), html, undefined)
    const own = stated.find(({ field }) => field === 'url')?.value
    return typeof own === 'string' && plainAddress(own) === plainAddress(url)
  })
  process.stdout.write(`canonical address right on ${right.length} of ${read.length} pages\n`)
}

/** As `readPage` chooses: what the markup leaves no doubt about is not text. */
function choose({ features, blocks }: TrainingPage, model: BlockModel): boolean[] {
  return chooseBlocks(features, model).map((kept, at) => kept && !findPlainReason(blocks[at]!))
}

function modelWithout(fold: number) {
  return (models[fold] ??= fitBlocks(pages.filter((_, index) => index % FOLDS !== fold)))
}

function printAgreement(): void {
  const agreed = { names: new Agreement(), dates: new Agreement(), quotations: new Agreement() }
  for (const { page, chosen } of scores) {
    const found = findIn(paragraphsOf(page, chosen))
    const wanted = findIn(page.body.split('\n'))
    for (const kind of ['names', 'dates', 'quotations'] as const) agreed[kind].add(found[kind], wanted[kind])
  }
  const told = Object.entries(agreed).map(([kind, { f1 }]) => `${kind} ${f1.toFixed(4)}`)
  process.stdout.write(`found as in the true bodies, F1: ${told.join('  ')}\n`)
}
