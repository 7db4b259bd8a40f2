import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fillMeasured, fillTables, referencePages, writtenSchemas } from './reference.ts'

const ROOT = new URL('../../', import.meta.url)
const DOCS = new URL('docs/corrections.md', ROOT)
const EXPLANATION = new URL('docs/how-it-works.md', ROOT)

/* Writes `schemas/` and what of the documentation is made from the program: `npm run schemas`. */
for (const folder of ['schemas', 'docs/reference']) mkdirSync(new URL(folder, ROOT), { recursive: true })
for (const { path, text } of [...writtenSchemas(), ...referencePages()]) writeFileSync(new URL(path, ROOT), text)
writeFileSync(DOCS, fillTables(readFileSync(DOCS, 'utf8')))
writeFileSync(EXPLANATION, fillMeasured(readFileSync(EXPLANATION, 'utf8')))
