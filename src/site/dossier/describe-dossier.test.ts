import { expect, test } from 'vitest'
import type { DatedEventEntry } from '../../model/entry.ts'
import { chooseEvents } from './describe-dossier.ts'

/** A dated event by its days ("2024-03-04" or "2024-03-01/2024-03-31"), its mode and the sources that report it. */
function invent(days: string, mode: DatedEventEntry['mode'] = 'reported', sources = 'a', extra = {}): DatedEventEntry {
  const [lo, hi = lo] = days.split('/')
  const reports = [...sources].map((source) => ({ source, mode }))
  const links = { followedBy: [], contradictedBy: [], possiblySame: [] }
  return { id: days, lo, hi, mode, isPlaced: true, reports, ...links, ...extra } as unknown as DatedEventEntry
}

const ABOUT = { from: '2024-03-04', to: '2024-03-12' }
const followed = { followedBy: [{ id: 'later' }] }

test.each<[string, DatedEventEntry[], string[]]>([
  [
    'the first, the most reported, the last and the next, in the order of time',
    [
      invent('2024-02-20'),
      invent('2024-03-04', 'reported', 'ab'),
      invent('2024-03-08'),
      invent('2024-03-11'),
      invent('2024-04-03', 'plan'),
      invent('2024-05-01', 'plan'),
    ],
    ['first 2024-02-20', 'most 2024-03-04', 'last 2024-03-11', 'next 2024-04-03'],
  ],
  [
    'what lies years back is not the first, and a month does not say when',
    [invent('2019-01-01'), invent('2024-02-01/2024-02-29'), invent('2024-03-05')],
    ['last 2024-03-05'],
  ],
  [
    'a month where nothing is dated better',
    [invent('2024-02-01/2024-02-29'), invent('2024-03-01/2024-03-31')],
    ['last 2024-02-01/2024-02-29'],
  ],
  [
    'plans with a later report where no two sources tell one event, and the last plan where none is to come',
    [
      invent('2024-03-05'),
      invent('2024-03-07', 'plan', 'a', followed),
      invent('2024-03-09', 'plan'),
      invent('2024-03-10'),
    ],
    ['first 2024-03-05', 'followed 2024-03-07', 'next 2024-03-09', 'last 2024-03-10'],
  ],
  ['a denial has not happened', [invent('2024-03-05', 'denied')], []],
  ['nothing dated', [], []],
])('%s', (_, datedEvents, expected) =>
  expect(chooseEvents(datedEvents, ABOUT).map(({ why, datedEvent }) => `${why} ${datedEvent.id}`)).toEqual(expected),
)
