import { expect, test, vi } from 'vitest'
import { keepEqual, rememberBetweenBuilds, rememberLast, rememberPairs } from './remember.ts'
import { forgetTexts, rememberTexts, rememberWords } from './tokens.ts'

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

test('more words than the cache holds give the same results', () => {
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
  const [first, second] = ['a'.repeat(5_000_000), 'b'.repeat(5_000_000)]
  expect([first, first, second, second, first].map(remembered)).toEqual(Array(5).fill(5_000_000))
  expect(asked.map((text) => text[0])).toEqual(['a', 'b', 'a'])
})

test('a text that was forgotten is worked out again', () => {
  const asked: string[] = []
  const remembered = rememberTexts((text) => asked.push(text))
  remembered('a')
  forgetTexts()
  expect([remembered('a'), remembered('a'), asked]).toEqual([2, 2, ['a', 'a']])
})

test('a word that is asked for again and again is kept among more words than there is room for', () => {
  const asked: string[] = []
  const remembered = rememberWords((word) => {
    asked.push(word)
    return word.length
  })
  for (let index = 0; index < 45_000; index += 1) [`w${index}`, 'the'].map(remembered)
  expect(asked.filter((word) => word === 'the')).toHaveLength(1)
})

test('a single build caches nothing', async () => {
  vi.resetModules()
  const { keepEqual, rememberLast, rememberPairs } = await import('./remember.ts')
  const [key, keep, remember] = [{}, keepEqual<object, object>(), rememberLast<object, object>()]
  const pair = rememberPairs(() => ({}))
  expect(keep(key, {})).not.toBe(keep(key, {}))
  expect(remember(key, [], () => ({}))).not.toBe(remember(key, [], () => ({})))
  expect(pair(key, key)).not.toBe(pair(key, key))
})

rememberBetweenBuilds()

test('a cached value is made again when one of its parts changes', () => {
  const remember = rememberLast<object, object>()
  const [key, part] = [{}, {}]
  const made = remember(key, [part, 1], () => ({}))
  expect(remember(key, [part, 1], () => ({}))).toBe(made)
  for (const parts of [[part, 2], [part], [part, 1, 1], [{}, 1]])
    expect(
      remember(key, parts, () => ({})),
      JSON.stringify(parts),
    ).not.toBe(made)
  expect(remember({}, [part, 1], () => ({}))).not.toBe(made)
})

test('a function of two objects is asked once of each pair, and not of the pair the other way round', () => {
  const asked: string[] = []
  const join = rememberPairs((a: { name: string }, b: { name: string }) => {
    asked.push(a.name + b.name)
    return undefined
  })
  const [a, b] = [{ name: 'a' }, { name: 'b' }]
  for (const [one, other] of [
    [a, b],
    [a, b],
    [b, a],
    [a, { name: 'b' }],
  ] as const)
    join(one, other)
  expect(asked).toEqual(['ab', 'ba', 'ab'])
})

test('an equal value is replaced by the one before, another one is not', () => {
  const keep = keepEqual<object, unknown>()
  const key = {}
  const first = keep(key, [{ a: 1, b: undefined }])
  expect(keep(key, [{ a: 1 }])).toBe(first)
  const second = [{ a: 2 }]
  expect(keep(key, second)).toBe(second)
  expect(keep({}, [{ a: 2 }])).not.toBe(second)
})
