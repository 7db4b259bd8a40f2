import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { cleanSeed } from '../clean-seed.ts'
import { cutEntities } from './cut-markup.ts'

test.each<[text: string, stands: string[]]>([
  ['&quot;Closed,&quot; said Vale &amp; Sons', ['"', '"', '&']],
  ['the port&#8217;s gate &#x2014; shut', ['’', '—']],
  ['&amp;ldquo;Closed&amp;rdquo;', ['“', '”']],
  ['Sandv&iacute;k', ['í']],
  ['a bell &#7; an arrow &#8238; a space &#160; a half &#xD83D;', []],
  ['Vale&Sons; of AT&T; and &unknown;', []],
  ['&quot without its end', []],
])('entities of %j', (text, stands) => {
  expect(cutEntities(text).map((cut) => cut.stands)).toEqual(stands)
})

test('a passage shows the character, its run is that of the mark, and the rest is left out', () => {
  const text =
    'Council closes port\n\n&quot;The port&#39;s closed,&quot; Ada Vale of Lund &amp; Sons told the council on Monday.'
  const { passages, setAside } = cleanSeed(
    { file: 'a.txt', sha256: '', encoding: 'utf-8', format: 'text', text, sidecar: {} },
    { language: 'en', rights: 'full' },
  ).value
  expect(passages[1]!.text).toBe('"The port\'s closed," Ada Vale of Lund & Sons told the council on Monday.')
  expect(setAside.map(({ start, end }) => text.slice(start, end))).toEqual(['quot;', '#39;', 'quot;', 'amp;'])
  expect(text.slice(passages[1]!.segments[0]!.start)).toMatch(/^&quot;The/)
})

test('entities.yml gives each name one character of one code unit, and each character one name', () => {
  const lists: Record<string, Record<string, string>> = parse(
    readFileSync(new URL('./entities.yml', import.meta.url), 'utf8'),
  )
  const characters = Object.values(lists).flatMap((list) => Object.values(list))
  expect(characters.filter((character) => character.length !== 1)).toEqual([])
  expect(new Set(characters).size).toBe(characters.length)
})
