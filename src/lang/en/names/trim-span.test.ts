import { expect, test } from 'vitest'
import { sourceOf } from '../../../model/source-of.fixture.ts'
import { readLine } from '../../names/candidate.ts'
import { startAfterTitle } from './trim-span.ts'

test.each<[string, string | undefined]>([
  ['Mrs. Vale', 'Vale'],
  ['Mrs Vale', 'Vale'],
  ['Northport Mayor Ada Vale', 'Ada Vale'],
  ['Vale Harbour', undefined],
  ['Lady Vale Lake', undefined],
  ['Mrs.', undefined],
])('the name behind the title in a place called %s', (words, expected) => {
  const line = readLine(sourceOf([words]).passages[0]!, 'en')
  const start = startAfterTitle(line, { from: 0, to: line.tokens.length })
  expect(start === undefined ? undefined : words.slice(line.tokens[start]!.start)).toBe(expected)
})
