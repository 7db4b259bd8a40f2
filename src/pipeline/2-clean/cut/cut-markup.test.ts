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

test.each<[string, string | undefined, string]>([
  ['&Ccaron;apek', 'Č', 'a letter that few pages name'],
  ['&nbsp;x', undefined, 'a space is a matter of markup.yml'],
  ['&zwj;x', undefined, 'nothing invisible'],
  ['&bne;x', undefined, 'more than one code unit'],
  ['R&D; Ltd', undefined, 'no name of HTML'],
])('%s: %s (%s)', (text, stands) => {
  expect(cutEntities(text)[0]?.stands).toBe(stands)
})
