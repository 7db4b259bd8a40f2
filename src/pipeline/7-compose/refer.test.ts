import { describe, expect, test } from 'vitest'
import type { Caveat } from '../../model/evidence.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { Speaker } from '../../model/quotation.ts'
import type { Composition } from './composition.ts'
import { countEntities, namedSpeaker, referToCaveat, referToEntity, referToPassage, wordsAt } from './refer.ts'

const FILE = 'seeds/articles/a.txt'
const TEXT = 'Ada Vale of Lund left. The claim could not be verified.'
const at = (words: string, passage = 1): SpanInFile => ({
  file: FILE,
  passage,
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
})
const NAMES: Readonly<Record<string, string>> = { vale: 'Ada Vale', lund: 'Lund', okafor: 'Ines Okafor' }
const mention = (entity: string, words: string, form = 'name') => ({ entity, form, span: at(words) })

const composition = {
  pageOfEntity: (key: string) => ({ id: `id-${key}` }),
  entityOf: (key: string) => ({ key, kind: key === 'lund' ? 'place' : 'person', name: NAMES[key] }),
  pageOfSource: () => ({ id: 'source-a' }),
  passageIdOf: (_: string, ordinal: number) => `p-${ordinal}`,
  passageOf: () => ({ text: TEXT }),
  annotationsOf: () => ({ mentions: [mention('lund', 'Lund'), mention('vale', 'Ada Vale')] }),
  dossier: { entities: [{ key: 'okafor', name: 'Ines Okafor', aliases: [] }] },
} as unknown as Composition

test('an entity is referred to by its id, kind and name', () =>
  expect(referToEntity(composition, 'lund')).toEqual({ id: 'id-lund', kind: 'place', name: 'Lund' }))

test('a passage is referred to by its ids and its number', () =>
  expect(referToPassage(composition, at('left'))).toEqual({ source: 'source-a', passage: 'p-1', ordinal: 1 }))

test('the words at a span are those of its passage', () => expect(wordsAt(composition, at('of Lund'))).toBe('of Lund'))

describe('a caveat', () => {
  const caveat = { sentence: at('The claim could not be verified.'), rule: 'caveat/in-next-sentence' } as Caveat

  test.each<[string, SpanInFile, string | undefined]>([
    ['a claim in another sentence', at('Ada Vale of Lund left.'), 'The claim could not be verified.'],
    ['a claim in another passage', at('The claim', 2), 'The claim could not be verified.'],
    ['a claim that begins before it', at('left. The claim'), 'The claim could not be verified.'],
    ['a claim in its own sentence', at('The claim'), undefined],
  ])('of %s', (_, claim, sentence) =>
    expect(referToCaveat(composition, caveat, claim).caveat).toEqual({
      source: 'source-a',
      passage: 'p-1',
      ordinal: 1,
      rule: 'caveat/in-next-sentence',
      ...(sentence && { sentence }),
    }),
  )

  test('is absent where the source has none', () =>
    expect(referToCaveat(composition, undefined, at('left'))).toEqual({}))
})

test('mentions are counted by entity, the most frequent first, then by name', () =>
  expect(
    countEntities(
      composition,
      ['vale', 'okafor', 'lund', 'okafor'].map((entity) => ({ entity })),
    ).map(({ id, mentions }) => [id, mentions]),
  ).toEqual([
    ['id-okafor', 2],
    ['id-vale', 1],
    ['id-lund', 1],
  ]))

test.each<[string, Partial<Speaker> | undefined, string | undefined]>([
  ['the first name in the words', { form: 'named', span: at('Ada Vale of Lund') }, 'vale'],
  ['a name that only touches the words', { form: 'named', span: at(' of ') }, undefined],
  ['words that hold no name', { form: 'named', span: at('claim') }, undefined],
  ['the name that an editor gave', { form: 'named', span: at('Ada Vale'), refersTo: 'Ines Okafor' }, 'okafor'],
  ['a name that the dossier lacks', { form: 'named', span: at('Ada Vale'), refersTo: 'Ines Brandt' }, undefined],
  ['a description with a name in it', { form: 'described', span: at('Ada Vale of Lund') }, undefined],
  ['no speaker', undefined, undefined],
])('the speaker of %s', (_, speaker, expected) =>
  expect(namedSpeaker(composition, FILE, speaker as Speaker | undefined)).toBe(expected),
)
