import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fitBlocks } from './fit-blocks.ts'
import { describeLabelled, readLabelledPages } from './html-pages.ts'

/** Trains the classifier of blocks of web pages: `npm run train:html -- FOLDER`, or with `HTML_PAGES=FOLDER`. */
const folder = process.argv[2] ?? process.env['HTML_PAGES']
if (folder === undefined)
  throw new Error('Expected the folder with ground-truth.json and pages/, as argument or HTML_PAGES')
const model = fitBlocks(readLabelledPages(resolve(folder)).map(describeLabelled))
const file = new URL('../pipeline/1-read/html/block-model.json', import.meta.url)
const lines = Object.entries(model.features).map(([name, one]) => ` ${JSON.stringify(name)}: ${JSON.stringify(one)}`)
writeFileSync(file, `{"bias": ${model.bias}, "features": {\n${lines.join(',\n')}\n}}\n`)
process.stdout.write(`${lines.length} features\n`)
