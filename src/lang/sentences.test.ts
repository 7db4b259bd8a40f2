import { expect, test } from 'vitest'
import { tokenise } from '../text/tokens.ts'
import { hasLongSentence, MAX_SENTENCE, splitSentences, tokeniseSentences } from './sentences.ts'

const rows: [string, string[]][] = [
  ['One came. Two went.', ['One came.', 'Two went.']],
  ['Mr. Vale spoke. Nobody heard.', ['Mr. Vale spoke.', 'Nobody heard.']],
  ['The U.S. Senate met.', ['The U.S. Senate met.']],
  ['They left the U.S. The rest stayed.', ['They left the U.S.', 'The rest stayed.']],
  ['“We go.” He left.', ['“We go.”', 'He left.']],
  ['Set for Feb. 20 in Geneva.', ['Set for Feb. 20 in Geneva.']],
  ['J. R. Okafor won.', ['J. R. Okafor won.']],
  ['She wrote it on X. The port closed.', ['She wrote it on X.', 'The port closed.']],
  ['It would print Annex B. The town had asked.', ['It would print Annex B.', 'The town had asked.']],
  ['It was hepatitis A. The mayor left.', ['It was hepatitis A.', 'The mayor left.']],
  ['They met Ada B. In-Vale there.', ['They met Ada B. In-Vale there.']],
  ['A letter from J. Okafor came.', ['A letter from J. Okafor came.']],
  ['Growth was 3.5 percent. Then 4.', ['Growth was 3.5 percent.', 'Then 4.']],
  ['no capital. here goes on', ['no capital. here goes on']],
  ['  padded.  ', ['padded.']],
  ['', []],
]

test.each(rows)('%j', (text, expected) => {
  expect(splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})

const long: [string, string, number][] = [
  ['a list', 'Vale, Okafor, '.repeat(400), 12],
  ['words', 'the council of the harbour '.repeat(100), 16],
  ['a single word', 'a'.repeat(4500), MAX_SENTENCE],
  ['pairs', `a${'\u{1F30D}'.repeat(2500)}`, MAX_SENTENCE - 1],
]

test.each(long)('a sentence without end is parted, and nothing of it is lost: %s', (_, text, end) => {
  const parts = splitSentences(text, 'en').map((part) => text.slice(part.start, part.end))
  expect(parts.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(MAX_SENTENCE)
  expect(parts.every((part) => part.isWellFormed())).toBe(true)
  expect(parts.length).toBeLessThan(8)
  if (end > 16) expect(parts[0]!.length).toBe(end)
  else expect(parts[0]!).toMatch(end === 12 ? /,$/ : /\w$/)
  expect(hasLongSentence(text, 'en')).toBe(true)
})

test('a long passage of short sentences has no long one', () =>
  expect(hasLongSentence('One came. Two went. '.repeat(500), 'en')).toBe(false))

test('tokens are listed by sentence, with their places in the passage', () => {
  const sentences = tokeniseSentences(' Ada Vale left. The U.N. stayed! ', 'en')
  expect(sentences.map((tokens) => tokens.map(({ text }) => text).join(' '))).toEqual([
    'Ada Vale left .',
    'The U.N. stayed !',
  ])
  expect(sentences[1]![0]).toEqual({ text: 'The', start: 16, end: 19 })
})

test.each(['', ' ', 'a'.repeat(9000), `${'a'.repeat(5000)}, ${'b '.repeat(3000)}`])(
  'text %# keeps every token, and no sentence is empty',
  (text) => {
    const sentences = tokeniseSentences(text, 'en')
    expect(sentences.flat()).toEqual(tokenise(text))
    expect(sentences.every((tokens) => tokens.length > 0)).toBe(true)
  },
)

test.each<[text: string, language: string, expected: string[]]>([
  ['Mr. Vale spoke. Nobody heard.', 'en-GB', ['Mr. Vale spoke.', 'Nobody heard.']],
  ['Mr. Vale spoke. Nobody heard.', 'fr', ['Mr.', 'Vale spoke.', 'Nobody heard.']],
  ['Le maire J. Vale est parti. Nul ne sait.', 'fr', ['Le maire J. Vale est parti.', 'Nul ne sait.']],
  ['Ada went. Two came.', '../en', ['Ada went.', 'Two came.']],
])('%j in "%s"', (text, language, expected) => {
  expect(splitSentences(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})
