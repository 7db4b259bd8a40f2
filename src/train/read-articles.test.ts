import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readArticleCorpus } from './read-articles.ts'

const folder = mkdtempSync(join(tmpdir(), 'articles-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(...articles: string[]) {
  writeFileSync(join(folder, 'a.txt'), articles.join('\n%%\n'))
  return readArticleCorpus(folder)
}

test('each article is a document, each sentence a list of tokens with its names', () => {
  const [first, second] = read('[Ada Vale|p:1] left [Oberau|o:2]. She saw [Salt|w:3].', 'In [Oberau|l:1] it rained.')
  expect(first!.map(({ names }) => names)).toEqual([
    [
      { first: 0, last: 1, type: 'PER' },
      { first: 3, last: 3, type: 'ORG' },
    ],
    [{ first: 2, last: 2, type: 'MISC' }],
  ])
  expect(second!.map(({ tokens }) => tokens.join(' '))).toEqual(['In Oberau it rained .'])
})

test('a name that ends inside a word or goes on over a sentence is refused', () => {
  expect(() => read('They met [Oka|p:1]for.')).toThrow('every name')
  expect(() => read('They met [Okafor. She|p:1] left.')).toThrow('every name')
})

test('the articles to learn from hold many names of each kind', () => {
  const names = readArticleCorpus(join(import.meta.dirname, 'articles')).flatMap((document) =>
    document.flatMap((sentence) => sentence.names),
  )
  const counts = Map.groupBy(names, ({ type }) => type)
  expect((['PER', 'ORG', 'LOC'] as const).filter((type) => (counts.get(type)?.length ?? 0) < 500)).toEqual([])
})
