import { expect, test } from 'vitest'
import { divideByTime, listPeriods, MOST_ON_A_PAGE, nameSpan } from './divide-by-time.ts'

const many = (date: string | undefined, count: number) => Array.from({ length: count }, () => ({ date }))
const dateOf = ({ date }: { date: string | undefined }) => date
const shown = (items: { date: string | undefined }[]) => listPeriods(items, dateOf).map(({ id, count, items }) => [id, count, items.length])

test('a short list has no parts', () => expect(shown(many('2016-02-03', MOST_ON_A_PAGE))).toEqual([]))

test('a long list is divided by year, what has no date last as it came', () => {
  expect(shown([...many('2016-02-03', 150), ...many('2017', 60), ...many(undefined, 2)])).toEqual([
    ['2016', 150, 150],
    ['2017', 60, 60],
    ['undated', 2, 2],
  ])
})

test('a long year is divided by month; its page keeps what names no month', () => {
  expect(shown([...many('2016', 3), ...many('2016-01', 150), ...many('2016-02-03', 100)])).toEqual([
    ['2016', 253, 3],
    ['2016-01', 150, 150],
    ['2016-02', 100, 100],
  ])
})

test('periods are named in words', () => {
  expect(divideByTime([...many('2016-03-01', 201), ...many(undefined, 1)], dateOf).map(({ name, months }) => [name, months.map((month) => month.name)])).toEqual([
    ['2016', ['March 2016']],
    ['Without a date', []],
  ])
})

test.each([
  [{ lo: '2016-03-04', hi: '2016-03-04' }, '2016-03'],
  [{ lo: '2016-03-01' }, '2016-03'],
  [{ hi: '2016-03-01' }, '2016-03'],
  [{ lo: '2016-03-30', hi: '2016-04-02' }, '2016'],
  [{ lo: '2016-01-01', hi: '2016-12-31' }, '2016'],
  [{}, undefined],
])('%j lies in %s', (span, name) => expect(nameSpan(span)).toBe(name))
