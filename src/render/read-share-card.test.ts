import { expect, test } from 'vitest'
import { readShareCard } from './read-share-card.ts'

const page = (kicker: string, head = '<meta property="og:image" content="https://example.org/share/x.png">') =>
  `<head>${head}<meta property="og:title" content="Marta Vale"><meta property="og:site_name" content="Harbour"></head><body><main>${kicker}<h1>Marta Vale</h1><p>More</p></main></body>`

test.each([
  [
    '<p class="kicker" data-kind="person"><span><svg></svg> Person</span> <span>Named in 3\n of 5 sources</span></p>',
    { parts: ['Person', 'Named in 3 of 5 sources'], kind: 'person' },
  ],
  ['<p class="kicker">Search</p><p class="kicker">Another</p>', { parts: ['Search'] }],
  ['<p class="kicker"><a href="#a">Figures: 3</a><a href="#b">Dates: 2</a></p>', { parts: ['Figures: 3', 'Dates: 2'] }],
  ['', { parts: [] }],
])('%s', (kicker, card) =>
  expect(readShareCard(page(kicker))).toEqual({ title: 'Marta Vale', foot: 'Harbour', ...card }),
)

test('a page that names no image has none', () =>
  expect(readShareCard(page('<p class="kicker">Moved</p>', ''))).toBeUndefined())
