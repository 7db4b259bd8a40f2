import { expect, test } from 'vitest'
import { namePart } from './name-part.ts'

test.each([
  ['2016', undefined, '2016'],
  ['March 2016', '2016', 'March'],
  ['14 March 2016', 'March 2016', '14'],
  ['Without a date, part 2', 'Without a date', 'part 2'],
  ['2016, part 2', '2016', 'part 2'],
])('%s within %s is called %s', (name, whole, called) =>
  expect(namePart({ name }, whole === undefined ? undefined : { name: whole })).toBe(called),
)
