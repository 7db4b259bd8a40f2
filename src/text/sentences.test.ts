import { expect, test } from 'vitest'
import { hasLongSentence, MAX_SENTENCE, splitSentences } from './sentences.ts'

const rows: [string, string[]][] = [
  ['One came. Two went.', ['One came.', 'Two went.']],
  ['Mr. Vale spoke. Nobody heard.', ['Mr. Vale spoke.', 'Nobody heard.']],
  ['The U.S. Senate met.', ['The U.S. Senate met.']],
  ['They left the U.S. The rest stayed.', ['They left the U.S.', 'The rest stayed.']],
  ['“We go.” He left.', ['“We go.”', 'He left.']],
  ['Set for Feb. 20 in Geneva.', ['Set for Feb. 20 in Geneva.']],
  ['J. R. Okafor won.', ['J. R. Okafor won.']],
  ['She wrote it on X. The port closed.', ['She wrote it on X.', 'The port closed.']],
  ['A letter from J. Okafor came.', ['A letter from J. Okafor came.']],
  ['Growth was 3.5 percent. Then 4.', ['Growth was 3.5 percent.', 'Then 4.']],
  ['no capital. here goes on', ['no capital. here goes on']],
  ['  padded.  ', ['padded.']],
  ['', []],
]

test.each(rows)('%j', (text, expected) => {
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})

const long: [string, string, number][] = [
  ['a list', 'Vale, Okafor, '.repeat(400), 12],
  ['words', 'the council of the harbour '.repeat(100), 16],
  ['a single word', 'a'.repeat(4500), MAX_SENTENCE],
  ['pairs', `a${'\u{1F30D}'.repeat(2500)}`, MAX_SENTENCE - 1],
]

test.each(long)('a sentence without end is parted, and nothing of it is lost: %s', (_, text, end) => {
  const parts = splitSentences(text).map((part) => text.slice(part.start, part.end))
  expect(parts.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(MAX_SENTENCE)
  expect(parts.every((part) => part.isWellFormed())).toBe(true)
  expect(parts.length).toBeLessThan(8)
  if (end > 16) expect(parts[0]!.length).toBe(end)
  else expect(parts[0]!).toMatch(end === 12 ? /,$/ : /\w$/)
  expect(hasLongSentence(text)).toBe(true)
})

test('a long passage of short sentences has no long one', () =>
  expect(hasLongSentence('One came. Two went. '.repeat(500))).toBe(false))
