import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashPassageText, normaliseText } from './page-marks.ts'
import { sha256Of } from '../../text/hash.ts'
import { ID_ALPHABET, makeSlug, mintId } from './page-address.ts'

test.each([
  ['“Yes,” she said.', "'Yes', she said"],
  ['A cease-fire — at last', 'a cease fire - at last'],
  ['coun\u00adcil, 3\u00a0500 ﬁles', 'council 3 500 files'],
  ['Café', 'Cafe\u0301'],
])('typography: %s is %s', (one, other) => expect(hashPassageText(one)).toBe(hashPassageText(other)))

test.each([
  ['It cost 3.5 million', 'It cost 35 million'],
  ['at -5 degrees', 'at 5 degrees'],
  ['about 5%', 'about 5'],
  ['nine men', 'ten men'],
  ['£5', '$5'],
])('other words: %s is not %s', (one, other) => expect(hashPassageText(one)).not.toBe(hashPassageText(other)))

test.each([
  ['  “It  costs”\t£3.50,\n he\u200B said … ', 'it costs £3.50 he said'],
  ['well-known — or - not; 2019–2021', 'well known or not 2019 2021'],
  ['-5 to −7, (-3) [–2] at –4', '-5 to -7 -3 -2 at -4'],
  ['a -b -', 'a b'],
  ['1,234.5 10:30 1/2, 3. 4:', '1,234.5 10:30 1/2 3 4'],
  ['.5 a.b 7,x', '5 ab 7x'],
  ['5% 3‰ AT&T a@b #1', '5% 3‰ at&t a@b #1'],
  ['Ǽ ﬁ ²', 'æ fi 2'],
])('the words of %j are %j', (text, words) => {
  expect(normaliseText(text)).toBe(words)
  expect(hashPassageText(text)).toBe(sha256Of(words).slice(0, 32))
})

test.each([
  ['Okafor’s “new” plan: 2017', 'okafors-new-plan-2017'],
  ['Zoë Müller-Åberg', 'zoe-muller-aberg'],
  ['東京', 'person'],
  ['', 'person'],
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen',
    'one-two-three-four-five-six-seven-eight-nine-ten-eleven',
  ],
  ['x'.repeat(80), 'x'.repeat(60)],
  [`${'x'.repeat(50)} ${'y'.repeat(8)}`, `${'x'.repeat(50)}-${'y'.repeat(8)}`],
  [`${'x'.repeat(50)} ${'y'.repeat(9)}`, `${'x'.repeat(50)}-${'y'.repeat(9)}`],
  [`${'x'.repeat(50)} ${'y'.repeat(10)} z`, 'x'.repeat(50)],
  ["O'Kafor ʼs ‘a‘", 'okafor-s-a'],
])('slug of %s', (name, slug) => expect(makeSlug(name, 'person')).toBe(slug))

test('an id is the same for the same thing, another when it is taken, and never a word', () => {
  const taken = new Set<string>()
  const first = mintId(['person', 'amina vale'], 8, taken)
  expect(mintId(['person', 'amina vale'], 8, new Set())).toBe(first)
  const second = mintId(['person', 'amina vale'], 8, taken)
  expect(second).not.toBe(first)
  expect([...taken]).toEqual([first, second])
  expect(first).toMatch(new RegExp(`^[${ID_ALPHABET}]{8}$`))
  expect(mintId(['x'], 6, taken, 'p-')).toMatch(/^p-[0-9b-z]{6}$/)
})

test('ids are the same in every build, whatever came before', () => {
  const taken = new Set<string>()
  expect([
    mintId(['person', 'amina vale'], 8, taken),
    mintId(['person', 'amina vale'], 8, taken),
    mintId(['person', 'amina vale'], 6, taken, 'p-'),
  ]).toMatchInlineSnapshot(`
    [
      "sfs3cmzm",
      "g26s959v",
      "p-sfs3cm",
    ]
  `)
  expect(mintId(['person', 'amina vale'], 8, new Set(taken))).not.toBe(
    mintId(['person', 'amina vale'], 8, taken.difference(taken)),
  )
})

test('no two of 20,000 ids are the same', () => {
  const taken = new Set<string>()
  for (let at = 0; at < 20_000; at += 1) mintId([String(at)], 8, taken)
  expect(taken.size).toBe(20_000)
})

test('the fast path for plain texts gives the same result as the general one', () => {
  const plain = fc.stringMatching(/^[ -~“”‘’–—]{0,30}$/)
  fc.assert(fc.property(plain, (text) => normaliseText(text) === normaliseText(`${text}\u200B`)))
})
