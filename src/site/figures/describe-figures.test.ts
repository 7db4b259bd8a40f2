import { expect, test } from 'vitest'
import type { FigureEntry } from '../../model/entry.ts'
import { formatBounds, groupByQuantity, rankFigures, titleOfFigure, describeStatus } from './describe-figures.ts'

test.each([
  [{ low: 9, unit: 'count' }, '9 or more'],
  [{ high: 13000, unit: 'count' }, 'up to 13,000'],
  [{ low: 2, high: 9, unit: 'count' }, '2 to 9'],
  [{ low: 41000000, high: 41000000, unit: 'USD' }, '41,000,000 USD'],
  [{ low: 2.5, high: 2.5, unit: 'percent' }, '2.5%'],
  [{ unit: 'count' }, 'open'],
])('%j', (bounds, words) => expect(formatBounds(bounds)).toBe(words))

const figure = (more: Partial<FigureEntry>) =>
  ({ quantity: 'count', unit: 'count', isCompatible: true, rows: [{}], ...more }) as FigureEntry

test.each([
  [figure({ counted: 'jobs' }), 'Jobs'],
  [
    figure({ quantity: 'death', counted: 'sailors', place: { id: 'aaaaaaaa', kind: 'place', name: 'Northport' } }),
    'Sailors killed, Northport',
  ],
  [figure({ quantity: 'death', counted: 'deaths' }), 'Deaths'],
  [figure({ quantity: 'death', counted: 'casualties' }), 'Casualties'],
  [figure({ quantity: 'death', counted: 'prisoners' }), 'Prisoners killed'],
  [figure({ quantity: 'detention', counted: 'prisoners' }), 'Prisoners'],
  [figure({ quantity: 'death', unit: 'count' }), 'Deaths'],
  [figure({ quantity: 'injury', counted: 'them critically' }), 'Injuries'],
  [figure({ quantity: 'destruction', counted: 'bridges reportedly' }), 'Bridges destroyed'],
  [figure({ quantity: 'price', unit: 'EUR' }), 'Price'],
  [figure({ quantity: 'distance', unit: 'm', counted: 'Northport' }), 'Distance: Northport'],
  [figure({ quantity: 'reject', counted: 'harbour unions' }), 'Harbour unions'],
  [figure({ quantity: 'reject', rows: [{ words: 'four' }] as FigureEntry['rows'] }), '“four”'],
  [figure({ unit: 'percent', counted: 'votes' }), 'Share of votes'],
  [
    figure({
      quantity: 'date',
      unit: 'date',
      isCompatible: false,
      rows: [{ words: 'May 3' }, { words: '4 May' }] as FigureEntry['rows'],
    }),
    'Which day: May 3 or 4 May?',
  ],
  [
    figure({
      quantity: 'date',
      unit: 'date',
      isCompatible: false,
      counted: 'a ceasefire',
      rows: [{ words: 'May 3' }, { words: '4 May' }] as FigureEntry['rows'],
    }),
    'A ceasefire: May 3 or 4 May?',
  ],
  [
    figure({
      quantity: 'day',
      unit: 'date',
      counted: 'a storm',
      rows: [{ words: 'Monday' }, { words: '6 March' }] as FigureEntry['rows'],
    }),
    'A storm: Monday, 6 March',
  ],
  [figure({ quantity: 'day', unit: 'date', rows: [{ words: 'Friday' }] as FigureEntry['rows'] }), 'Date: Friday'],
])('%#', (entry, words) => expect(titleOfFigure(entry)).toBe(words))

const rows = (count: number) => Array.from({ length: count }, () => ({})) as FigureEntry['rows']

test('says whether statements exclude each other', () => {
  expect(describeStatus(figure({}))).toBe('One source only')
  expect(describeStatus(figure({ rows: rows(2), isCompatible: false }))).toBe('Two statements that disagree')
  expect(describeStatus(figure({ rows: rows(2) }))).toBe('Two compatible statements')
  const adjudication = { status: 'accepted', note: 'counted by hand' } as const
  expect(describeStatus(figure({ adjudication }))).toBe('One source only, decided by an editor: accepted')
})

test('disputed tables come first', () => {
  const [first, second] = rankFigures([
    figure({ key: 'many', rows: rows(3) }),
    figure({ key: 'disputed', rows: rows(2), isCompatible: false }),
  ])
  expect([first?.key, second?.key]).toEqual(['disputed', 'many'])
})

test('kinds without a heading are grouped after those that have one', () => {
  const groups = groupByQuantity([
    figure({ quantity: 'reject' }),
    figure({ quantity: 'count' }),
    figure({ quantity: 'trap' }),
    figure({ quantity: 'death' }),
  ])
  expect(groups.map(({ name, figures }) => [name, figures.length])).toEqual([
    ['Deaths', 1],
    ['Other numbers', 3],
  ])
})
