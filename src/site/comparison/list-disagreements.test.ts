import { expect, test } from 'vitest'
import type { OriginEntry } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { listDisagreements, listSorts } from './list-disagreements.ts'
import { groupLinks } from './coverage.ts'

type Link = OriginEntry['links'][number]
const link = (sources: [string, string], reason: string, passage?: string): Link =>
  ({
    sources,
    reason,
    rule: 'origin/shared-credit',
    passages: passage === undefined ? [] : [{ source: sources[0], passage, ordinal: 2 }],
  }) as Link

test('pairs with one reason are shown as one', () => {
  const groups = groupLinks([
    link(['a', 'b'], 'Both credit the Ledger.'),
    link(['c', 'd'], 'Both credit the Times.'),
    link(['a', 'e'], 'Both credit the Ledger.'),
  ])
  expect(groups.map(({ reason, sources }) => [reason, sources])).toEqual([
    ['Both credit the Ledger.', ['a', 'b', 'e']],
    ['Both credit the Times.', ['c', 'd']],
  ])
})

test('passages stay with their pair', () => {
  const groups = groupLinks([
    link(['a', 'b'], 'Nine words stand in both.', 'p-111111'),
    link(['a', 'c'], 'Nine words stand in both.', 'p-222222'),
  ])
  expect(groups.map(({ sources, passages }) => [sources, passages.length])).toEqual([
    [['a', 'b'], 1],
    [['a', 'c'], 1],
  ])
})

const at = (passage: string) => ({ source: 'aaaaaaaa', passage, ordinal: 1, sentence: 'Words.', mode: 'reported' })
const event = (id: string, mode: string, more = {}) => ({
  id,
  mode,
  summary: `${id} says so`,
  reports: [at(`p-${id}`)],
  followedBy: [],
  contradictedBy: [],
  possiblySame: [],
  ...more,
})
const denial = { rule: 'occurrence/denial', certainty: 'stated', reason: '“denied” denies what follows.' }
const speech = (id: string, words: string, more = {}) => ({
  id,
  mode: 'reported',
  words,
  speakerWords: 'The company',
  occurrences: [{ ...at(`p-${id}`), words, rule: 'quotation/reported-after' }],
  ...more,
})

test("denials of a source's statement come first, then denied events, then quotations with a denial", () => {
  const datedEvents = [
    event('strike', 'reported', {
      contradictedBy: [{ id: 'noStrike', rule: 'event/denial', reason: 'It denies it.' }],
    }),
    event('noStrike', 'denied'),
    event('noVisit', 'denied'),
    event('visit', 'plan'),
  ]
  const quotations = [
    speech('letter', 'denied on Monday that it had the letter', { denial }),
    speech('near', 'it had denied nothing'),
  ]
  const rest = { figures: [], contradictions: [] }
  const datedEventOf = new Map(datedEvents.map((one) => [one.id, one]))
  const found = listDisagreements({ datedEvents, datedEventOf, quotations, ...rest } as unknown as DossierView)
  expect(found.denials.map(({ words, denied }) => [words, denied?.id])).toEqual([
    ['noStrike says so', 'strike'],
    ['noVisit says so', undefined],
    ['The company denied on Monday that it had the letter', undefined],
  ])
  expect(listSorts(found)).toEqual([{ id: 'denials', name: 'Denied or doubted', count: 3 }])
})
