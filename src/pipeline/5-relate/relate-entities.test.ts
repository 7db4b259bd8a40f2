import { expect, test } from 'vitest'
import { arrangeSentences } from './sentences.ts'
import { inventDossier } from './invent-dossier.fixture.ts'
import { relateEntities } from './relate-entities.ts'

const { sources, mentions } = inventDossier([
  [
    '2020-03-09',
    '{Vale=person:vale} met {Okafor=person:okafor}. {Vale=person:vale} left with {Vale=person:vale}’s aide.',
  ],
  ['', 'Nobody saw {Okafor=person:okafor}.'],
  ['2020-03-02', '{Lund=person:lund} spoke. {Vale=person:vale} and {Lund=person:lund} agreed.'],
])
const relations = relateEntities(sources, arrangeSentences(sources, mentions))
const of = (key: string) => relations.find(({ entity }) => entity === key)!

test('a sentence is one backlink however often it names the entity, earliest source first', () => {
  const told = of('person:vale').backlinks.map(({ sentence, mentions: own }) => [
    sentence.file.at(-5),
    sentence.start,
    own.length,
  ])
  expect(told).toEqual([
    ['2', 12, 1],
    ['0', 0, 1],
    ['0', 17, 2],
  ])
})

test('neighbours share a sentence, not merely a passage', () => {
  expect(of('person:vale').neighbours).toEqual([
    { entity: 'person:lund', sentences: 1 },
    { entity: 'person:okafor', sentences: 1 },
  ])
  expect(of('person:lund').neighbours).toEqual([{ entity: 'person:vale', sentences: 1 }])
})

test('an undated source gives no first or last date', () => {
  expect([of('person:okafor').firstDate, of('person:okafor').lastDate]).toEqual(['2020-03-09', '2020-03-09'])
  expect(of('person:okafor').backlinks.at(-1)!.sentence.file).toBe('seeds/articles/1.txt')
})
