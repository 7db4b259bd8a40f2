import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { completeNames, readCorpus } from './corpora.ts'

const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a corpus is read document by document, its tokens cut at hyphens', () => {
  const lines = [
    '#doc a',
    'Ada\tB-PER',
    'Vale\tI-PER',
    'left',
    'left\tO',
    '',
    'pro-Vale\tB-MISC',
    'Vale\tB-PER',
    '',
    '#doc b',
    'so\tO',
    '',
  ]
  writeFileSync(join(folder, 'a.tsv'), lines.join('\n'))
  const [[first, second], last] = readCorpus(join(folder, 'a.tsv')) as [[never, never], never]
  expect(first).toEqual({
    tokens: ['Ada', 'Vale', 'left'],
    origins: [0, 1, 2],
    names: [{ first: 0, last: 1, type: 'PER' }],
  })
  expect(second).toEqual({
    tokens: ['pro', '-', 'Vale', 'Vale'],
    origins: [0, 0, 0, 3],
    names: [
      { first: 0, last: 2, type: 'MISC' },
      { first: 3, last: 3, type: 'PER' },
    ],
  })
  expect(last).toHaveLength(1)
})

test('a name marked once is marked everywhere in the document', () => {
  const sentenceOf = (text: string) => ({ tokens: text.split(' '), origins: [], names: [] })
  const document = [
    { ...sentenceOf('Vale left'), names: [{ first: 0, last: 0, type: 'PER' as const }] },
    sentenceOf('so did Vale'),
  ]
  expect(completeNames(document)[1]!.names).toEqual([{ first: 2, last: 2, type: 'PER' }])
})

test('corpora.yml names every corpus once', () => {
  const list: { file: string }[] = parse(readFileSync(new URL('./corpora.yml', import.meta.url), 'utf8'))
  expect(new Set(list.map(({ file }) => file)).size).toBe(list.length)
})
