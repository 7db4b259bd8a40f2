import { expect, test } from 'vitest'
import { listChangedFigures, markChanges } from './compare-versions.ts'

const spell = (before: string, now: string) =>
  markChanges(before, now)
    .map(({ words, fate }) => (fate === 'kept' ? words : `${fate === 'added' ? '+' : '-'}[${words}]`))
    .join('')

test.each([
  ['Nine members voted.', 'Nine members voted.', 'Nine members voted.'],
  ['Seven people died.', 'Nine people died.', '-[Seven]+[Nine] people died.'],
  ['The board met.', 'The whole board met.', 'The+[whole] board met.'],
  ['', 'A new line.', '+[A new line].'],
  ['An old line.', '', '-[An old line]'],
])('%s → %s', (before, now, expected) => {
  expect(spell(before, now).replaceAll(' +[', '+[')).toBe(expected.replaceAll(' +[', '+['))
})

test.each([
  ['41 workers came.', '43 workers came.', [{ before: '41', now: '43' }]],
  ['Seven people died.', 'Nine people died.', [{ before: 'Seven', now: 'Nine' }]],
  ['A board voted.', 'The board voted.', []],
  ['Members came.', '12 members came.', []],
  ['Twelve dozen came.', 'A few score came.', [{ before: 'Twelve dozen', now: 'A few score' }]],
])('figures: %s → %s', (before, now, expected) => {
  expect(listChangedFigures(markChanges(before, now), 'en')).toEqual(expected)
})
