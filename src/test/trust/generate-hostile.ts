import fc from 'fast-check'
import { anyText } from '../../text/any-text.fixture.ts'
import type { Hostile } from './read-hostile.ts'

/** Strings made of pieces of the hostile ones, of marks, of words and of any characters; the same for the same seed. */
export function generateHostile(hostile: readonly Hostile[], count: number, seed: number): string[] {
  const marks = fc.string({
    unit: fc.constantFrom(...'{}<>/\\`*_[]()#!&;:=-+|~^$@"\'.,\n\t \u200B\u00A0\u2028'),
    minLength: 1,
    maxLength: 6,
  })
  const whole = fc.constantFrom(...hostile.map(({ text }) => text))
  const piece = fc
    .tuple(whole, fc.nat(), fc.nat(30))
    .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + length))
  const words = fc.constantFrom(
    'export ',
    'import ',
    'Vale',
    ' said ',
    '1986. ',
    '---',
    'https://a.example/',
    'www.',
    '&lt;',
    '</Passage>',
    '{CANARY}',
  )
  const any = anyText({ maxLength: 8 })
  const text = fc
    .array(fc.oneof(marks, whole, piece, words, any), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''))
  return fc.sample(text, { numRuns: count, seed })
}
