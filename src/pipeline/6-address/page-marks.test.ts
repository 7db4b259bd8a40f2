import { describe, expect, test } from 'vitest'
import { sampleDatedEvent, sampleEntity, sampleQuotation, sampleSource } from '../../test/samples/sample-dossier.ts'
import { sha256Of } from '../../text/hash.ts'
import { FOLDER_OF, pageAddress, slugOf } from './page-address.ts'
import {
  levelsOf,
  namesOf,
  seenOfDatedEvent,
  seenOfEntity,
  seenOfFigure,
  seenOfQuotation,
  seenOfSource,
} from './page-marks.ts'

const brief = (text: string) => sha256Of(text).slice(0, 16)
const stated = (value: string) => ({ value, certainty: 'stated' as const, rule: 'sample', evidence: [] })
const source = sampleSource('a.txt', { texts: ['Nine voted.'], headline: 'Board Votes', url: 'https://a.example/' })
const bytes = `sha256:${source.sha256}`

describe('marks by which a later build recognises the subject of a page', () => {
  test.each([
    ['little known', { ...source, metadata: {} }, [bytes]],
    ['an address and a headline', source, [bytes, 'url:https://a.example/', 'title:Board Votes']],
    [
      'a headline, day and paper',
      {
        ...source,
        metadata: {
          headline: stated('Board Votes'),
          date: stated('2023-02-13'),
          publisher: stated('Northport Gazette'),
        },
      },
      [bytes, 'cited:northport gazette | 2023 02 13 | board votes', 'title:Board Votes'],
    ],
    [
      'a headline and a paper',
      { ...source, metadata: { headline: stated('Board Votes'), publisher: stated('Northport Gazette') } },
      [bytes, 'title:Board Votes'],
    ],
    [
      'a day and a paper',
      { ...source, metadata: { date: stated('2023'), publisher: stated('Northport Gazette') } },
      [bytes],
    ],
    [
      'a headline and a day',
      { ...source, metadata: { headline: stated('Board Votes'), date: stated('2023') } },
      [bytes, 'title:Board Votes'],
    ],
  ])('a source with %s', (_, one, seen) => expect(seenOfSource(one)).toEqual(seen))

  test('an entity', () => {
    const entity = sampleEntity('person', 'Amina Vale', ['Ms Vale', 'Ms Vale'])
    expect(seenOfEntity(entity)).toEqual(['name:Amina Vale', 'alias:Ms Vale'])
    expect(namesOf(['alias:Ms Vale', 'name:Amina “VALE”', 'names:x'])).toEqual(['amina vale', 'ms vale'])
  })

  test('a quotation', () => {
    const [said, words] = [`said:${brief('it waits | vale')}`, `words:${brief('it waits')}`]
    const quotation = sampleQuotation('a.txt', 'It waits.', 'Vale')
    const [occurrence] = quotation.occurrences
    const { speakerWords: _, ...silent } = occurrence!
    expect(seenOfQuotation(quotation)).toEqual([said, words])
    expect(seenOfQuotation({ ...quotation, occurrences: [silent, occurrence!] })).toEqual([said, words])
    const { speakerWords: __, ...nobody } = quotation
    expect(seenOfQuotation({ ...nobody, occurrences: [silent] })).toEqual([`said:${brief('it waits |')}`, words])
  })

  const wordsAt = ({ start, end }: { start: number; end: number }) => 'Nine voted.'.slice(start, end)

  test('a dated event', () => {
    const datedEvent = sampleDatedEvent('a.txt', 1, '2023-02-13', 11)
    expect(seenOfDatedEvent(datedEvent, wordsAt)).toEqual([
      `dated:${brief('2023 02 13 2023 02 13 | nine voted')}`,
      `report:${brief('n | nine voted')}`,
    ])
    const { lo: _, hi: __, ...open } = datedEvent
    expect(seenOfDatedEvent(open, wordsAt)[0]).toBe(`dated:${brief('| nine voted')}`)
  })

  test('a figure', () => {
    const sentence = { file: 'a.txt', passage: 1, start: 0, end: 11 }
    const figure = {
      key: 'death | people',
      rows: [
        { sentence, words: 'nine' },
        { sentence, words: 'nine' },
      ],
    } as never
    expect(seenOfFigure(figure, wordsAt)).toEqual([
      `words:${brief('death | people')}`,
      `report:${brief('nine | nine voted')}`,
    ])
  })
})

describe('the surest marks are compared first', () => {
  test('of an entity, as it was and as it is', () => {
    const seen = ['name:Amina Vale', 'alias:Ms Vale']
    const [exact, shown, ofKind, last] = [
      ['person=Amina Vale'],
      ['person:amina vale'],
      ['person:amina vale', 'person:ms vale'],
      ['amina vale'],
    ]
    expect(levelsOf(seen, 'person', 'before')).toEqual([exact, shown, shown, ofKind, last])
    expect(levelsOf(seen, 'person', 'now')).toEqual([exact, shown, ofKind, shown, last])
  })

  test('of a source', () => {
    const seen = ['title:x', 'cited:c', 'url:b', 'sha256:a']
    expect(levelsOf(seen, 'source', 'now')).toEqual([['a'], ['b'], ['c']])
  })

  test('of a quotation: the first occurrence decides where several were joined or split', () => {
    const seen = ['said:a', 'words:b', 'said:c', 'words:d']
    expect(levelsOf(seen, 'quotation', 'now')).toEqual([['a', 'c'], ['a'], ['a', 'c'], ['b', 'd'], ['b'], ['b', 'd']])
    expect(levelsOf(seen, 'quotation', 'before')).toEqual([
      ['a', 'c'],
      ['a', 'c'],
      ['a'],
      ['b', 'd'],
      ['b', 'd'],
      ['b'],
    ])
  })

  test('of a figure: its key only with one of its sentences', () => {
    const seen = ['words:k', 'report:a', 'report:b']
    expect(levelsOf(seen, 'figure', 'now')).toEqual([['k a', 'k b'], ['a', 'b'], ['a'], ['a', 'b']])
  })
})

test.each([
  ['source', 'Board votes', '/sources/board-votes-3k9m2p7x/', 'board-votes'],
  ['person', 'Vale', '/people/vale-3k9m2p7x/', 'vale'],
  ['organisation', '東京', '/organisations/organisation-3k9m2p7x/', 'organisation'],
  ['quotation', undefined, '/quotations/3k9m2p7x/', ''],
  ['dated-event', undefined, '/timeline/3k9m2p7x/', ''],
  ['figure', undefined, '/figures/3k9m2p7x/', ''],
] as const)('the address of a %s named %s', (type, name, address, slug) => {
  expect(pageAddress(type, '3k9m2p7x', name)).toBe(address)
  expect(slugOf(address)).toBe(slug)
  expect(address.startsWith(`/${FOLDER_OF[type]}/`)).toBe(true)
})
