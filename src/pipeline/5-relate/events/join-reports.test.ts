import { expect, test } from 'vitest'
import { arrangeSentences } from '../sentences.ts'
import { inventDossier, oneStory } from '../invent-dossier.fixture.ts'
import { relateDatedEvents } from '../relate-dated-events.ts'

type Article = readonly [string, ...string[]]

/** The sources of each event that several report. */
function joinedBy(articles: readonly Article[]): string[] {
  const dossier = inventDossier(articles)
  const sentences = arrangeSentences(dossier.sources, dossier.mentions)
  const { datedEvents, unplaced } = relateDatedEvents(dossier.sources, dossier.findings, sentences, oneStory(dossier))
  return [...datedEvents, ...unplaced]
    .map(({ reports }) => [...new Set(reports.map(({ sentence }) => /(\d+)\.txt/.exec(sentence.file)![1]))].join(' '))
    .filter((files) => files.includes(' '))
}

const DATED: Article = ['2020-03-03', 'A bomb exploded in {Northport=place:northport} on {Monday@2020-03-02}.']
const UNDATED: Article = ['', 'Planes bombed {Northport=place:northport}.']

test.each<[string, Article[], string[]]>([
  ['dated and undated reports of one act', [DATED, UNDATED], ['0 1']],
  ['an act told by one', [DATED, ['', 'The mayor of {Northport=place:northport} resigned.']], []],
  ['another year', [DATED, ['', 'In {2004@2004-01-01/2004-12-31} planes bombed {Northport=place:northport}.']], []],
  ['a denial', [DATED, ['', 'The army did not bomb {Northport=place:northport}.']], []],
  ['a plan', [DATED, ['', 'The army will bomb {Northport=place:northport}.']], []],
  ['another day', [DATED, ['2020-03-06', 'Planes bombed {Northport=place:northport} on {Thursday@2020-03-05}.']], []],
  [
    'other people',
    [
      ['', '{Ada Vale=person:vale} was arrested in {Northport=place:northport}.'],
      ['', '{Ben Okafor=person:okafor} was arrested in {Northport=place:northport}.'],
    ],
    [],
  ],
])('%s', (_, articles, expected) => {
  expect(joinedBy(articles)).toEqual(expected)
})

test('the day of a reaction is not the day of the event', () => {
  const { sources, findings, mentions } = inventDossier([
    DATED,
    ['2020-03-06', 'The council on {Thursday@2020-03-05} condemned the bombing of {Northport=place:northport}.'],
  ])
  const dossier = { sources, findings, mentions }
  const { datedEvents } = relateDatedEvents(sources, findings, arrangeSentences(sources, mentions), oneStory(dossier))
  expect(datedEvents.flatMap(({ possiblySame }) => possiblySame)).toEqual([])
})
