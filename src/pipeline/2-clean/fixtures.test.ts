import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Source } from '../../model/source.ts'
import { cleanSeed } from './clean-seed.ts'

const FOLDER = new URL('./fixtures/', import.meta.url)
const names = readdirSync(FOLDER)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .sort()

/** Prints a source: passages, metadata, and the lines left out with their rules. */
function tell({ text, passages, metadata, setAside }: Source): string {
  const shown = passages.map(({ ordinal, kind, text: words }) => `${ordinal} ${kind}: ${words}`)
  const facts = Object.entries(metadata).flatMap(([field, fact]) =>
    fact ? [`${field} (${fact.certainty}): ${[fact.value].flat().join('; ')}`] : [],
  )
  const words = setAside.filter(({ rule }) => rule !== 'boilerplate/markdown')
  const dropped = words.map(
    ({ kind, rule, start, end }) => `${kind} ${rule}: ${text.slice(start, end).replace(/\s+/g, ' ')}`,
  )
  return [...shown, '', ...facts.sort(), '', ...dropped, ''].join('\n')
}

test.each(names)('%s', async (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8')
  const format = name.endsWith('.md') ? 'markdown' : 'text'
  const seed = { file: name, sha256: '0'.repeat(64), encoding: 'utf-8', format, text, sidecar: {} } as const
  const { value, problems } = cleanSeed(seed, { language: 'en', rights: 'full' })
  expect(problems).toEqual([])
  await expect(tell(value)).toMatchFileSnapshot(new URL(name.replace(/\.\w+$/, '.expected'), FOLDER).pathname)
})
