import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { carryText } from './carry-text.ts'
import { COMPILERS } from './compile-mdx.ts'
import { generateHostile } from './generate-hostile.ts'
import { readHostile } from './read-hostile.ts'

const hostile = readHostile()

test('there are at least 150 hostile strings, all different', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(150)
  expect(new Set(hostile.map(({ text }) => text)).size).toBe(hostile.length)
})

test.each(hostile)('$name', async ({ text }) => expect(await carryText(text)).toEqual([]))

test('generated strings', async () => {
  const harms = []
  for (const text of generateHostile(hostile, 40, 1))
    harms.push(...(await carryText(text)).map((harm) => ({ ...harm, text })))
  expect(harms).toEqual([])
})

test.each(Object.entries(COMPILERS))(
  '%s does run what is not escaped: the canary is no dead bird',
  async (_, compile) => {
    await compile('{globalThis.canaryAlive=1}')
    expect('canaryAlive' in globalThis).toBe(true)
    delete (globalThis as Record<string, unknown>)['canaryAlive']
  },
)

test('the site reads Markdown without GFM and without smart punctuation, as these tests do', () => {
  const config = readFileSync(new URL('../../../astro.config.mjs', import.meta.url), 'utf8')
  expect(config).toContain('unified({ smartypants: false, gfm: false })')
})
