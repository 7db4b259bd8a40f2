import { expect, test } from 'vitest'
import { tokenise } from './tokens.ts'
import { tokeniseSentences } from './tokenise-sentences.ts'

test('tokens are told sentence by sentence, with their places in the passage', () => {
  const sentences = tokeniseSentences(' Ada Vale left. The U.N. stayed! ')
  expect(sentences.map((tokens) => tokens.map(({ text }) => text).join(' '))).toEqual([
    'Ada Vale left .',
    'The U.N. stayed !',
  ])
  expect(sentences[1]![0]).toEqual({ text: 'The', start: 16, end: 19 })
})

test.each(['', ' ', 'a'.repeat(9000), `${'a'.repeat(5000)}, ${'b '.repeat(3000)}`])(
  'text %# keeps every token, and no sentence is empty',
  (text) => {
    const sentences = tokeniseSentences(text)
    expect(sentences.flat()).toEqual(tokenise(text))
    expect(sentences.every((tokens) => tokens.length > 0)).toBe(true)
  },
)
