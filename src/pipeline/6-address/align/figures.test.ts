import { expect, test } from 'vitest'
import { figuresOf, hashFigures } from './alignable.ts'

test.each([
  ['Nine members voted', []],
  ['Rome fell', []],
  ['At Rome', ['rome']],
  ['It fell. Rome burned', []],
  ['It fell. In Rome too', ['rome']],
  ['It fell.” Rome burned', []],
  ['It fell.”) Rome burned', []],
  ['She said: “Rome burned', []],
  ['the “Lenn” pit', ['lenn']],
  ['on eBay now', []],
  ['the HL7 code', ['hl7']],
  ['HL7 opens', ['hl7']],
  ['15 men', ['15']],
  ['paid 1,500.25 or 7% at 10:30', ['1,500.25', '7%', '10:30']],
  ['bids 15 16 failed', ['15', '16']],
  ['ran 15km and 3kg', ['15', '3']],
  ['by Müller and mu\u0308ller', ['muller']],
  ['by Ok\u00adafor', ['okafor']],
  ['for ５０ men', ['50']],
])('%s', (text, figures) => {
  expect(figuresOf(text)).toEqual(figures)
})

/** Hashes on record were made this way; with another hash none would be recognised. */
test('hashes of numbers and names rise, each once', () => {
  expect(hashFigures('For Vale 15 men and 200, for Vale 9')).toEqual([6488, 10170, 33170, 58921])
})
