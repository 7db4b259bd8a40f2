import { expect, test } from 'vitest'
import { isCoined } from './candidate.ts'

test.each(['NorthPort', 'PortHub', 'WeVale', 'SoLenn', 'GoPort', 'V3Harbour'])(
  '%s is coined as firms coin names',
  (word) => expect(isCoined(word)).toBe(true),
)

test.each([
  'Northport',
  'McVale',
  'MacVale',
  'DeVale',
  'LeVale',
  'JoVale',
  'VanVale',
  'NATO',
  'We',
  'ElVale',
  'iVale',
  'Vale',
])('%s is not', (word) => expect(isCoined(word)).toBe(false))
