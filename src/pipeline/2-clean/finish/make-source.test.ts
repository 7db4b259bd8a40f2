import { expect, test } from 'vitest'
import { cleanSeed } from '../clean-seed.ts'
import { readKeyPoints } from './make-source.ts'

const seed = (text: string) =>
  ({
    file: 'seeds/articles/0.txt',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'text',
    text,
    sidecar: {},
  }) as const

test('points above a wire report are passages of their own kind after the body, with their place in the file', () => {
  const text =
    'Port board delays vote\n\n* Vote due on March 20\n\n* Three members  object\n\nNORTHPORT, March 13 (Agency) - The board delayed the vote, its chairman said on Monday.\n\nThe vote is now due on March 23.\n'
  const { value } = cleanSeed(seed(text), { language: 'en', rights: 'full' })
  const points = readKeyPoints(value)
  expect(points.map(({ kind, text: words }) => [kind, words])).toEqual([
    ['key-point', 'Vote due on March 20'],
    ['key-point', 'Three members object'],
  ])
  expect(points[0]!.ordinal).toBe(Math.max(...value.passages.map(({ ordinal }) => ordinal)) + 1)
  for (const { text: words, segments } of points) {
    for (const { start, end, at } of segments) expect(words.slice(at, at + end - start)).toBe(text.slice(start, end))
  }
})

test('a text without points has none', () => {
  const { value } = cleanSeed(seed('The board delayed the vote, its chairman said on Monday.\n'), {
    language: 'en',
    rights: 'full',
  })
  expect(readKeyPoints(value)).toEqual([])
})
