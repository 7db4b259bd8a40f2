import { join, resolve } from 'node:path'
import { openCache } from '../../../cache/result-cache.ts'
import { relateSeeds } from '../../../pipeline/build-dossier.ts'
import { hashEngine } from '../../../pipeline/store.ts'
import { reportStep } from './report-step.ts'

/*
 * Stages 1 to 5 of a dossier, whose analysis is kept in its folder `analysis`: `node time-relate.ts FOLDER`. Prints a
 * JSON line as each stage begins, see `reportStep`, and at the end how much it found.
 */

const root = resolve(process.argv[2]!)
reportStep('Starting')
const tools = { cache: openCache(join(root, 'analysis')), engine: hashEngine(), report: reportStep }
const { dossier } = await relateSeeds(root, tools)
reportStep('')
const { sources, entities, mentions, quotations, datedEvents, figures } = dossier
console.log(JSON.stringify({ found: { sources, entities, mentions, quotations, datedEvents, figures } }, countLists))

function countLists(_key: string, value: unknown): unknown {
  return Array.isArray(value) ? value.length : value
}
