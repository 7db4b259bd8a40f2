import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fillTables, writtenSchemas } from './written-schemas.ts'

const ROOT = new URL('../../', import.meta.url)
const DOCS = new URL('docs/corrections.md', ROOT)

/* Writes `schemas/` and the tables of the documentation: `npm run schemas`. */
mkdirSync(new URL('schemas', ROOT), { recursive: true })
for (const { path, text } of writtenSchemas()) writeFileSync(new URL(path, ROOT), text)
writeFileSync(DOCS, fillTables(readFileSync(DOCS, 'utf8')))
