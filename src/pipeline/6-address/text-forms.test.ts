import { expect, test } from 'vitest'
import { makeSlug } from './make-slug.ts'
import { ID_ALPHABET, mintId } from './mint-id.ts'
import { hashText } from './normalise-text.ts'

test.each([
  ['“Yes,” she said.', "'Yes', she said"],
  ['A cease-fire — at last', 'a cease fire - at last'],
  ['coun\u00adcil, 3\u00a0500 ﬁles', 'council 3 500 files'],
  ['Café', 'Cafe\u0301'],
])('typography: %s is %s', (one, other) => expect(hashText(one)).toBe(hashText(other)))

test.each([
  ['It cost 3.5 million', 'It cost 35 million'],
  ['at -5 degrees', 'at 5 degrees'],
  ['about 5%', 'about 5'],
  ['nine men', 'ten men'],
  ['£5', '$5'],
])('other words: %s is not %s', (one, other) => expect(hashText(one)).not.toBe(hashText(other)))

test.each([
  ['Okafor’s “new” plan: 2017', 'okafors-new-plan-2017'],
  ['Zoë Müller-Åberg', 'zoe-muller-aberg'],
  ['東京', 'person'],
  ['', 'person'],
  ['one two three four five six seven eight nine ten eleven twelve thirteen', 'one-two-three-four-five-six-seven-eight-nine-ten-eleven'],
  ['x'.repeat(80), 'x'.repeat(60)],
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

test('no two of 20,000 ids are the same', () => {
  const taken = new Set<string>()
  for (let at = 0; at < 20_000; at += 1) mintId([String(at)], 8, taken)
  expect(taken.size).toBe(20_000)
})
