import { expect, test } from 'vitest'
import { sourceOf } from '../../../../model/source-of.fixture.ts'
import { readLine } from '../../../names/candidate.ts'
import { startAfterTitle, startOfTitled, trimSpan } from './trim-span.ts'

test.each<[string, string | undefined]>([
  ['Mrs. Vale', 'Vale'],
  ['Mrs Vale', 'Vale'],
  ['Northport Mayor Ada Vale', 'Ada Vale'],
  ['U.S. President-elect', undefined],
  ['Vale Harbour', undefined],
  ['Lady Vale Lake', undefined],
  ['Mrs.', undefined],
])('the name behind the title in a place called %s', (words, expected) => {
  const line = readLine(sourceOf([words]).passages[0]!, 'en')
  const start = startAfterTitle(line, { from: 0, to: line.tokens.length })
  expect(start === undefined ? undefined : words.slice(line.tokens[start]!.start)).toBe(expected)
})

test.each<[string, string | undefined]>([
  ['Major Ada Vale', 'Ada Vale'],
  ['Governor Ada Mae Vale', 'Ada Mae Vale'],
  ['General Vale', undefined],
  ['King Vale Hospital', undefined],
  ['Major of Vale', undefined],
])('the person behind the title in a body called %s', (words, expected) => {
  const line = readLine(sourceOf([words]).passages[0]!, 'en')
  const start = startOfTitled(line, { from: 0, to: line.tokens.length })
  expect(start === undefined ? undefined : words.slice(line.tokens[start]!.start)).toBe(expected)
})

test.each<[string, string | undefined]>([
  ['District Police Officer', undefined],
  ['Northport Police Officer', 'Northport Police Officer'],
  ['District Harbour Board', 'District Harbour Board'],
])('what is left of the tagged words %s', (words, expected) => {
  const line = readLine(sourceOf([words]).passages[0]!, 'en')
  const range = trimSpan(line, { start: 0, end: words.length }, 'organisation')
  expect(range && words.slice(line.tokens[range.from]!.start, line.tokens[range.to - 1]!.end)).toBe(expected)
})
