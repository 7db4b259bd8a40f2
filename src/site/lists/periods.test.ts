import { expect, test } from 'vitest'
import {
  divideByTime,
  findBeside,
  findTrail,
  listPeriods,
  MOST_ON_A_PAGE as MOST,
  type ListPart,
  shortenName,
  spanOf,
} from './periods.ts'
import fc from 'fast-check'

interface Dated {
  readonly date: string | undefined
}

const many = (date: string | undefined, count: number): Dated[] => Array.from({ length: count }, () => ({ date }))
const divide = (items: readonly Dated[]) => divideByTime(items, ({ date }) => date)
const shown = (...items: Dated[]) =>
  listPeriods(divide(items)).map(({ id, count, items: own }) => [id, count, own.length])

const twoDigits = (most: number) => fc.integer({ min: 1, max: most }).map((number) => String(number).padStart(2, '0'))
const DATES = fc.oneof(
  fc.constantFrom(undefined, '2016', '2016-02', '2016-02-03'),
  fc.tuple(fc.constantFrom('2015', '2016'), twoDigits(3), twoDigits(9)).map((parts) => parts.join('-')),
)
const LISTS = fc
  .array(fc.tuple(DATES, fc.integer({ min: 1, max: 140 })), { minLength: 1, maxLength: 12 })
  .map((runs) => runs.flatMap(([of, count]) => many(of, count)))

test('a short list has no parts', () => expect(divide(many('2016-02-03', MOST))).toEqual([]))

test('a long list is divided by year, in order, undated items last', () => {
  expect(shown(...many('2017', 60), ...many(undefined, 2), ...many('2016-02-03', MOST))).toEqual([
    ['2016', MOST, MOST],
    ['2017', 60, 60],
    ['undated', 2, 2],
  ])
})

test('a long year is divided by month; its page keeps items without a month', () => {
  expect(shown(...many('2016', 3), ...many('2016-02-03', 90), ...many('2016-01', MOST))).toEqual([
    ['2016', MOST + 93, 3],
    ['2016-01', MOST, MOST],
    ['2016-02', 90, 90],
  ])
})

test('a long month is cut into runs in the order of the list, whatever their days', () => {
  expect(shown(...many('2016-02-03', 80), ...many('2016-02', 2), ...many('2016-02-29', 80))).toEqual([
    ['2016', 162, 0],
    ['2016-02', 162, MOST],
    ['2016-02-part-2', 62, 62],
  ])
})

test.each([undefined, '2016', '2016-02'])(
  'what no finer date divides (%s) is cut into runs that keep their addresses as it grows',
  (date) => {
    const id = date ?? 'undated'
    const two = shown(...many(date, MOST + 1)).filter(([, , own]) => own !== 0)
    const three = shown(...many(date, 2 * MOST + 1)).filter(([, , own]) => own !== 0)
    expect(two).toEqual([
      [id, MOST + 1, MOST],
      [`${id}-part-2`, 1, 1],
    ])
    expect(three).toEqual([
      [id, 2 * MOST + 1, MOST],
      [`${id}-part-2`, MOST, MOST],
      [`${id}-part-3`, 1, 1],
    ])
  },
)

test('periods are named in words', () => {
  const items = [...many('2016-03-01', MOST + 1), ...many('2016-04-01', 1), ...many(undefined, MOST + 1)]
  expect(listPeriods(divide(items)).map(({ name }) => name)).toEqual([
    '2016',
    'March 2016',
    'March 2016, part 2',
    'April 2016',
    'Without a date',
    'Without a date, part 2',
  ])
})

test('for any dates, every item is on one page, in order, no page is too long and no address is used twice', () => {
  fc.assert(
    fc.property(LISTS, (items) => {
      const periods = listPeriods(divide(items))
      const listed = periods.length === 0 ? items : periods.flatMap((period) => period.items)
      expect(listed).toHaveLength(items.length)
      expect(new Set(listed).size).toBe(items.length)
      expect(Math.max(...periods.map((period) => period.items.length), 0)).toBeLessThanOrEqual(MOST)
      expect(new Set(periods.map(({ id }) => id)).size).toBe(periods.length)
      for (const { items: own } of periods)
        expect(own.map((item) => items.indexOf(item))).toEqual(
          own.map((item) => items.indexOf(item)).toSorted((a, b) => a - b),
        )
    }),
    { numRuns: 100, seed: 3 },
  )
})

test('whatever is added to a list, its parts keep their addresses', () => {
  const ids = (items: readonly Dated[]) => listPeriods(divide(items)).map(({ id }) => id)
  fc.assert(
    fc.property(LISTS, LISTS, (before, more) => {
      expect(ids([...before, ...more])).toEqual(expect.arrayContaining(ids(before)))
    }),
    { numRuns: 100, seed: 5 },
  )
})

test.each([
  [{ lo: '2016-03-04', hi: '2016-03-04' }, '2016-03-04'],
  [{ lo: '2016-03-01' }, '2016-03-01'],
  [{ hi: '2016-03-01' }, '2016-03-01'],
  [{ lo: '2016-03-04', hi: '2016-03-06' }, '2016-03'],
  [{ lo: '2016-03-30', hi: '2016-04-02' }, '2016'],
  [{ lo: '2016-01-01', hi: '2016-12-31' }, '2016'],
  [{ lo: '2016-01-01', hi: '2018-12-31' }, '2016'],
  [{}, undefined],
])('%j lies in %s', (span, name) => expect(spanOf(span)).toBe(name))

const period = (id: string, own: number, ...parts: ListPart<number>[]): ListPart<number> => ({
  id,
  name: id,
  count: own,
  items: Array.from({ length: own }, (_, index) => index),
  parts,
})
const YEARS = [
  period('2015', 3),
  period('2016', 0, period('2016-02', 0, period('2016-02-03', 2), period('2016-02-04', 1)), period('2016-05', 4)),
  period('undated', 1),
]

test('all periods in the order of their pages', () =>
  expect(listPeriods(YEARS).map(({ id }) => id)).toEqual([
    '2015',
    '2016',
    '2016-02',
    '2016-02-03',
    '2016-02-04',
    '2016-05',
    'undated',
  ]))

test.each([
  ['2015', ['2015']],
  ['2016-02-04', ['2016', '2016-02', '2016-02-04']],
  ['2017', []],
])('the way to %s', (id, trail) => expect(findTrail(YEARS, id).map((one) => one.id)).toEqual(trail))

test.each([
  ['2015', undefined, '2016-02-03'],
  ['2016-02', '2015', '2016-02-03'],
  ['2016-02-03', '2015', '2016-02-04'],
  ['2016-05', '2016-02-04', 'undated'],
  ['undated', '2016-05', undefined],
])('beside %s stand pages that list something', (id, previous, next) => {
  const beside = findBeside(YEARS, id)
  expect([beside.previous?.id, beside.next?.id]).toEqual([previous, next])
})

test.each([
  ['2016', undefined, '2016'],
  ['March 2016', '2016', 'March'],
  ['14 March 2016', 'March 2016', '14'],
  ['Without a date, part 2', 'Without a date', 'part 2'],
  ['2016, part 2', '2016', 'part 2'],
])('%s within %s is called %s', (name, whole, called) =>
  expect(shortenName({ name }, whole === undefined ? undefined : { name: whole })).toBe(called),
)
