import { expect, test } from 'vitest'
import type { Source } from '../../model/source.ts'
import { sampleSource } from '../../test/samples/sample-dossier.ts'
import { makeWithholder, WITHHELD } from './withhold.ts'

const OPEN = 'The council closed the harbour on Monday after the storm.'
const CLOSED = 'Nine people were killed by the waves that night. The council closed the harbour on Monday.'
const FIRST = { start: 0, end: 'Nine people were killed by the waves that night.'.length }

const open = sampleSource('seeds/articles/open.txt', { texts: [OPEN] })
const closed: Source = {
  ...sampleSource('seeds/articles/closed.txt', { texts: [CLOSED], rights: 'citation' }),
  text: `Sign up for our morning letter today\n\n${CLOSED}`,
  setAside: [
    { start: 0, end: 36, kind: 'subscribe', rule: 'boilerplate/subscribe' } as unknown as Source['setAside'][number],
  ],
}
const whole = ({ text }: { text: string }) => [{ start: 0, end: text.length }]
const nothing = makeWithholder([open, closed], (file) => (file === open.file ? whole({ text: OPEN }) : []))

test.each([
  ['five words of the text', 'She said people were killed by the waves.', WITHHELD],
  ['… in another case and with other marks', 'PEOPLE were killed, by the “waves”', WITHHELD],
  ['four words of the text', 'killed by the waves', 'killed by the waves'],
  ['five words that a text in full has too', 'The council closed the harbour', 'The council closed the harbour'],
  ['five words of what was set aside', 'Sign up for our morning letter', WITHHELD],
  ['other words', 'Eleven ships sank at the mouth of the river.', 'Eleven ships sank at the mouth of the river.'],
])('of a text that may not be shown: %s', (_, text, expected) => expect(nothing(text)).toBe(expected))

test('only the sentences of an excerpt may be shown', () => {
  const withhold = makeWithholder([{ ...closed, rights: 'excerpt', setAside: [] }], () => [FIRST])
  expect(withhold('Nine people were killed by the waves')).toBe('Nine people were killed by the waves')
  expect(withhold('The council closed the harbour on Monday')).toBe(WITHHELD)
})

test('a value keeps its shape', () => {
  const value = { words: ['people were killed by the waves', 'a ship'], count: 2, none: null, isNew: true }
  expect(nothing(value)).toEqual({ words: [WITHHELD, 'a ship'], count: 2, none: null, isNew: true })
})

test('if every text may be shown, nothing is searched', () => {
  const value = { words: CLOSED }
  expect(makeWithholder([open], () => [])(value)).toBe(value)
})
