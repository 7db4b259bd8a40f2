import { expect, test } from 'vitest'
import { stampDay, stampSource } from './compare-versions.ts'

test.each([
  [{ date: '2017-02-13' }, 1, [], '2017-02-13T00:00:00Z'],
  [{ date: '2017-02' }, 1, [], '2017-02-01T00:00:00Z'],
  [{ date: '2017-02-13' }, 2, [{}], '2017-02-13T00:00:01Z'],
  [{ date: '2017-02-13', accessed: '2019-05-01' }, 1, [], '2019-05-01T00:00:00Z'],
  [{ date: '2017-02-13' }, 3, [{ accessed: '2019-05-01' }, {}], '2019-05-01T00:00:02Z'],
  [{}, 62, [], '1970-01-01T00:01:01Z'],
] as const)('%j, version %i', (source, version, earlier, moment) =>
  expect(stampSource(source, version, earlier)).toBe(moment),
)

test('a text that changes always rises', () => {
  const moments = [1, 2, 3, 90, 4000].map((version) => stampSource({ date: '2020' }, version, []))
  expect(moments).toEqual(moments.toSorted())
  expect(new Set(moments).size).toBe(moments.length)
})

test('a year', () => expect(stampDay('1999')).toBe('1999-01-01T00:00:00Z'))
