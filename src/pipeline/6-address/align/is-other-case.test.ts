import { expect, test } from 'vitest'
import type { Alignable } from './alignable.ts'
import { alignableFromText } from './alignable.ts'
import { hasOtherFigures, isOtherCase } from './explain-rest.ts'

test.each([
  ['the crane was sold', 'a winch was bought', false],
  ['for Vale', 'for Vale', false],
  ['for Vale', 'for Okafor', true],
  ['for Vale', 'for all', true],
  ['for all', 'for Vale', true],
  ['for Vale and Vale', 'for Vale', false],
  ['for Vale and Berg', 'for Berg and Vale', false],
  ['on 15 May 15', 'on 15 May', true],
  ['on 15 May', 'on 15 May 15', true],
  ['on 15 May 16', 'on 16 May 15', false],
  ['by 1500', 'by 1501', true],
  ['by 15000', 'by 1500', true],
  ['for HL7000', 'for HL700', true],
])('%s and %s: other figures %s', (before, now, isOther) => {
  expect(hasOtherFigures(alignableFromText(before), alignableFromText(now))).toBe(isOther)
})

test.each([
  ['a letter left out', 'Okafor', 'Okfor', true],
  ['a letter doubled', 'Vale', 'Valle', true],
  ['the last letter left out', 'Okafor', 'Okafo', true],
  ['two letters left out', 'Okafor', 'Okor', false],
  ['a letter left out and another changed', 'Okafor', 'Okfar', false],
  ['two letters swapped', 'Vale', 'Vael', true],
  ['two letters swapped at the head', 'Vale', 'Avle', true],
  ['two letters swapped and another changed', 'Valeo', 'Vaelu', false],
  ['two letters shifted on', 'Vanle', 'Valne', true],
  ['two others in place of two', 'Vale', 'Vano', false],
  ['one of two swapped letters another', 'Vale', 'Vaeo', false],
  ['the other of two swapped letters another', 'Vale', 'Vaol', false],
  ['another letter in a name of five', 'Valen', 'Valon', false],
  ['another letter in a name of six', 'Okafor', 'Okafer', true],
  ['two other letters in a name of six', 'Okafor', 'Okefer', false],
  ['another first letter in a name of six', 'Okafor', 'Akafor', true],
  ['a name of three', 'Ali', 'Alia', false],
  ['a name of four', 'Alia', 'Alias', true],
])('%s, %s to %s, is a slip: %s', (_, before, now, isSlip) => {
  for (const [one, other] of [
    [before, now],
    [now, before],
  ] as const)
    expect(hasOtherFigures(alignableFromText(`for ${one}`), alignableFromText(`for ${other}`))).toBe(!isSlip)
})

const sketch = (names: number[], grams: number[]): Alignable => ({
  hash: '',
  set: { grams: new Set(grams), limit: 99 },
  names,
})
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

test.each([
  ['the same figures', sketch([1, 2], ten), sketch([1, 2], ten), false, false],
  ['another figure', sketch([1, 2], ten), sketch([1, 3], ten), true, true],
  [
    'another figure in words of which seven in ten are the same',
    sketch([1], ten),
    sketch([2], [1, 2, 3, 4, 5, 6, 7, 20, 21, 22]),
    true,
    true,
  ],
  [
    'another figure in words of which six in ten are the same',
    sketch([1], ten),
    sketch([2], [1, 2, 3, 4, 5, 6, 20, 21, 22, 23]),
    true,
    false,
  ],
])('of two sketches: %s', (_, before, now, isOther, isCase) => {
  const text = { ...now, text: 'of which the sketch is known' }
  for (const other of [now, text]) {
    expect(hasOtherFigures(before, other)).toBe(isOther)
    expect(hasOtherFigures(other, before)).toBe(isOther)
    expect(isOtherCase(before, other)).toBe(isCase)
    expect(isOtherCase(other, before)).toBe(isCase)
  }
})

test.each([
  ['the board paid 15 for the crane', 'the board paid 16 for the crane', true],
  ['the board paid 15 for the crane', 'the board paid 15 for the crane', false],
  ['the board paid 15 for the crane', 'a yard upriver sold 16 of its old winches', false],
  ['15 Vale', '16 Okafor', true],
  ['15', 'the crane', false],
  ['it was the very same crane for Vale', 'for Okafor the very same crane it was', true],
  ['crane crane crane for 15', 'crane winch yard for 16', false],
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen a b c d e f g by 15',
    'one two three four five six seven eight nine ten eleven twelve thirteen a b c d h i j by 16',
    true,
  ],
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen a b c d e f g by 15',
    'one two three four five six seven eight nine ten eleven twelve thirteen a b c h i j k by 16',
    false,
  ],
  ['all 15km of road', 'all 16km of road', true],
])('%s and %s: another case %s', (before, now, isCase) => {
  expect(isOtherCase(alignableFromText(before), alignableFromText(now))).toBe(isCase)
})
