import { expect, test } from 'vitest'
import { directionOf } from './direction.ts'

test.each([
  ['The mayor of Haifa said so.', undefined],
  ['Łódź, Ελλάδα, Москва, 東京, हिन्दी', undefined],
  ['', undefined],
  ['He said: שלום', 'auto'],
  ['قال رئيس البلدية', 'auto'],
  ['ﻻ (a presentation form)', 'auto'],
  ['𞤀𞤁 (Adlam)', 'auto'],
])('%j gets dir=%s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})
