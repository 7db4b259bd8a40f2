import { expect, test } from 'vitest'
import { rememberTexts, rememberWords } from './tokens.ts'

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

test('a text is worked out once, and again when more was kept than there is room for', () => {
  const asked: string[] = []
  const remembered = rememberTexts((text) => {
    asked.push(text)
    return text.length
  })
  const [first, second] = ['a'.repeat(3_000_000), 'b'.repeat(3_000_000)]
  expect([first, first, second, second, first].map(remembered)).toEqual(Array(5).fill(3_000_000))
  expect(asked.map((text) => text[0])).toEqual(['a', 'b', 'a'])
})
