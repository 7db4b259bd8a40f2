import { expect, test } from 'vitest'
import { rememberWords } from './tokens.ts'

test('a short word is worked out once, a long one each time, and both as before', () => {
  const asked: string[] = []
  const remembered = rememberWords((word) => {
    asked.push(word)
    return word.toUpperCase()
  })
  const words = ['harbour', 'harbour', '', '', 'responsibilities', 'responsibilities']
  expect(words.map(remembered)).toEqual(words.map((word) => word.toUpperCase()))
  expect(asked).toEqual(['harbour', '', 'responsibilities', 'responsibilities'])
})

test('more words than are kept give the same results', () => {
  const remembered = rememberWords((word) => word.length)
  const words = Array.from({ length: 45_000 }, (_, index) => `w${index % 22_000}`)
  expect(words.every((word) => remembered(word) === word.length)).toBe(true)
})
