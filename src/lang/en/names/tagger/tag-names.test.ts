import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tokeniseSentences } from '../../../sentences.ts'
import { tagNames } from './tag-names.ts'

function namesOf(...texts: string[]): string[][] {
  const passages = texts.map((text) => ({ sentences: tokeniseSentences(text, 'en') }))
  return tagNames(passages).map((names, i) =>
    names.map(({ start, end, type }) => `${type} ${texts[i]!.slice(start, end)}`),
  )
}

test('names of persons, organisations, places and peoples are found', () => {
  expect(
    namesOf('  President Maria Okafor of Kenya met German officials in Berlin on Monday, the United Nations said.'),
  ).toEqual([['PER Maria Okafor', 'LOC Kenya', 'MISC German', 'LOC Berlin', 'ORG United Nations']])
})

test.each(['', ' ', 'nothing to see here, he said.', '…'])('%j holds no name', (text) => {
  expect(namesOf(text)).toEqual([[]])
})

test('each passage gets its own list', () => {
  expect(namesOf('London is large.', '', 'So is Paris.')).toEqual([['LOC London'], [], ['LOC Paris']])
})

test('models and lexicon together stay under 2.65 million bytes', () => {
  const sizes = ['./model.bin.gz', './types.bin.gz', './lexicon.bin.gz'].map(
    (file) => readFileSync(new URL(file, import.meta.url)).length,
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_650_000)
})
