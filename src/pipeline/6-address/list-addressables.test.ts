import { expect, test } from 'vitest'
import type { Addressable } from './carry-pages.ts'
import { listAddressables } from './list-addressables.ts'
import { seenOfEntity, seenOfFigure, seenOfDatedEvent, seenOfQuotation, seenOfSource } from './page-marks.ts'
import {
  sampleDossier,
  sampleEntity,
  sampleFigure,
  sampleDatedEvent,
  sampleQuotation,
  sampleSource,
} from '../../test/samples/sample-dossier.ts'

const [A, B] = [
  sampleSource('a.txt', {
    texts: ['Nine members voted.', 'The ferry to Ostholm was cancelled on Friday.'],
    headline: 'Board votes',
  }),
  sampleSource('b.txt', { texts: ['The ferry to Ostholm was late.'] }),
]
const keys = (addressables: readonly Addressable[]) => addressables.map(({ key }) => key)
const figure = sampleFigure('a.txt', 1, 'Nine')

test('a source is named by its headline, or by few of its words', () => {
  const { sources } = listAddressables(sampleDossier([A, B]))
  expect(sources.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
    { key: 'a.txt', type: 'source', name: 'Board votes', seen: seenOfSource(A), mint: ['source', A.sha256] },
    { key: 'b.txt', type: 'source', name: 'The ferry to Ostholm', seen: seenOfSource(B), mint: ['source', B.sha256] },
  ])
})

test('an entity is named by its name, and its id by its kind and the words of the name', () => {
  const vale = sampleEntity('person', 'Amina “VALE”', ['Ms Vale'])
  expect(listAddressables(sampleDossier([], [vale])).entities).toEqual([
    { key: vale.key, type: 'person', name: vale.name, seen: seenOfEntity(vale), mint: ['person', 'amina vale'] },
  ])
})

test('quotations, dated events and figures are recognised by the words of their sentences', () => {
  const [quotation, datedEvent, unplaced] = [
    sampleQuotation('a.txt', 'absurd', 'the board'),
    sampleDatedEvent('a.txt', 2, '2024-03-04', 9),
    sampleDatedEvent('a.txt', 1, '', 4),
  ]
  const words = (text: string) => () => text
  const addressables = listAddressables({
    ...sampleDossier([A, B]),
    quotations: [quotation],
    datedEvents: [datedEvent],
    unplaced: [unplaced],
    figures: [figure],
  })
  expect(addressables.quotations).toEqual([
    {
      key: quotation.key,
      type: 'quotation',
      seen: seenOfQuotation(quotation),
      mint: ['quotation', seenOfQuotation(quotation)[0]],
      host: 'a.txt',
    },
  ])
  const seen = seenOfFigure(figure, words('Nine members voted.'))
  expect(addressables.figures).toEqual([
    { key: figure.key, type: 'figure', seen, mint: ['figure', seen[0]], host: 'a.txt' },
  ])
  const dated = seenOfDatedEvent(
    { ...datedEvent, reports: [{ ...datedEvent.reports[0]!, date: { file: '', passage: 0, start: 0, end: 0 } }] },
    ({ end }) => (end === 9 ? 'The ferry' : 'T'),
  )
  expect(addressables.datedEvents.find(({ key }) => key === datedEvent.key)).toEqual({
    key: datedEvent.key,
    type: 'dated-event',
    seen: dated,
    mint: ['happening', dated[0]],
    host: 'a.txt',
  })
  expect(keys(addressables.datedEvents).toSorted()).toEqual([datedEvent.key, unplaced.key].toSorted())
})

test('a passage of no present source has no words', () => {
  const lost = sampleDatedEvent('gone.txt', 1, '2024-03-04', 9)
  const missing = sampleDatedEvent('a.txt', 7, '2024-03-04', 9)
  const { datedEvents } = listAddressables({ ...sampleDossier([A]), datedEvents: [lost, missing] })
  const seen = seenOfDatedEvent(lost, () => '')
  expect(datedEvents.map((addressable) => addressable.seen)).toEqual([seen, seen])
})

test('lists are sorted by what their ids are minted from, then by their keys', () => {
  const entities = ['Vale', 'Berg', 'Okafor'].map((name) => sampleEntity('person', name))
  const twins = ['2', '1'].map((key) => ({ ...sampleEntity('person', 'Berg'), key }))
  expect(keys(listAddressables(sampleDossier([], [...entities, ...twins])).entities)).toEqual([
    '1',
    '2',
    'person:berg',
    'person:okafor',
    'person:vale',
  ])
  expect(keys(listAddressables(sampleDossier([], [...twins, ...entities].toReversed())).entities)).toEqual([
    '1',
    '2',
    'person:berg',
    'person:okafor',
    'person:vale',
  ])
})

test('copies are distinguished by a mark of their own', () => {
  const copies = ['c', 'b', 'a'].map((file) => ({ ...A, file }))
  expect(listAddressables(sampleDossier(copies)).sources.map(({ key, seen }) => [key, seen])).toEqual([
    ['a', [`sha256:${A.sha256}`, 'title:Board votes']],
    ['b', [`sha256:${A.sha256} copy 2`, 'title:Board votes']],
    ['c', [`sha256:${A.sha256} copy 3`, 'title:Board votes']],
  ])
})
