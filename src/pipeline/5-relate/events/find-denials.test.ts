import { expect, test } from 'vitest'
import { arrangeSentences } from '../sentences.ts'
import { inventDossier, oneStory } from '../invent-dossier.fixture.ts'
import type { StatementGroup } from '../dated-events/group-statements.ts'
import { relateDatedEvents } from '../relate-dated-events.ts'
import { joinDenials } from './find-denials.ts'

const REPORTS: [string, ...string[]][] = [
  ['2020-03-03', 'Planes bombed a camp near {Northport=place:northport} on {Monday@2020-03-02}.'],
  ['2020-03-03', 'A camp near {Northport=place:northport} was bombed on {Monday@2020-03-02}, the mayor said.'],
]

test.each([
  ['The army denied that its planes had bombed the camp.', 1],
  ['The army denies any link to the bombing.', 1],
  ['“We did not bomb any camp,” the general said.', 1],
  ['The army denied claims that it had fighters in the camp bombed on Monday.', 0],
  ['The army denied that fighters were in the camp, which planes bombed.', 0],
  ['The army denied entry to the press.', 0],
  ['The second of the bombs did not explode.', 0],
])('%s', (text, count) => {
  const dossier = inventDossier([
    ...REPORTS,
    ['2020-03-04', 'A statement came from {Northport=place:northport}.', text],
  ])
  const sentences = arrangeSentences(dossier.sources, dossier.mentions)
  const { datedEvents } = relateDatedEvents(dossier.sources, dossier.findings, sentences, oneStory(dossier))
  expect(datedEvents.flatMap(({ contradictedBy = [] }) => contradictedBy)).toHaveLength(count)
})

test.each([
  ['The navy had sunk a pirate vessel. It was actually a trawler of Halm.', 1],
  ['The navy had sunk a pirate vessel. It actually sank at noon, too late for help.', 1],
  ['The navy had met a pirate vessel. It was actually a trawler of Halm.', 0],
  ['The navy had sunk a pirate vessel. It was a trawler of Halm.', 0],
])('a correction: %s', (text, count) => {
  const dossier = inventDossier([
    ['2020-03-03', 'The navy spoke.', 'A frigate sank a pirate vessel off Halm.'],
    ['2020-03-04', 'A week later.', text],
  ])
  const sentences = arrangeSentences(dossier.sources, dossier.mentions)
  const { unplaced } = relateDatedEvents(dossier.sources, dossier.findings, sentences, oneStory(dossier))
  expect(unplaced.flatMap(({ contradictedBy = [] }) => contradictedBy)).toHaveLength(count)
})

test.each([
  ['2020-03-09', 1],
  ['2020-03-29', 0],
  ['2020-03-01', 0],
])('a denial of another story, published %s', (date, count) => {
  const halm = '{Halm=place:halm}'
  const dossier = inventDossier([
    ['2020-03-03', `Police hit a prisoner in ${halm}, a lawyer said.`],
    [date, `The police of ${halm} denied that they had hit any prisoner.`],
  ])
  const sentences = arrangeSentences(dossier.sources, dossier.mentions)
  const stories = new Map(dossier.sources.map(({ file }, at) => [file, at]))
  const { unplaced } = relateDatedEvents(dossier.sources, dossier.findings, sentences, stories)
  expect(unplaced.flatMap(({ contradictedBy = [] }) => contradictedBy)).toHaveLength(count)
})

test.each([
  ['The Halm Company denied that it had locked out any workers.', 1],
  ['The company had not locked out workers, a lawyer said.', 1],
  ['“There is no water shortage,” the mayor said.', 1],
  ['The union denied that the ministry had locked out workers.', 0],
  ['The company denied that it had sold its cranes.', 0],
  ['The workers, whom the company had not locked out, went home.', 0],
  ['It has not locked them out, the company said.', 0],
  ['It has not locked out any workers, the company said.', 1],
  ['It has not locked out any workers, the ministry said.', 0],
  ['Its cranes had not locked out workers, the ministry said.', 0],
  ['The 200 workers were not locked out by anybody, a lawyer said.', 0],
  ['The company does not lock out workers, it said.', 0],
  ['The company disputed claims that it had locked out workers.', 1],
  ['The company of the disputed port had locked out workers before.', 0],
  ['The company did not say whether it had locked out workers.', 0],
  ['It would not lock out workers, the company said.', 0],
])('%s', (text, count) => {
  const said = 'The union accused the company of locking out 200 workers. There is already a water shortage, it said.'
  const dossier = inventDossier([
    ['2020-03-03', 'Dockers walked out.', said],
    ['2020-03-04', 'A statement came.', text],
  ])
  const sentences = arrangeSentences(dossier.sources, dossier.mentions)
  const { unplaced } = relateDatedEvents(dossier.sources, dossier.findings, sentences, oneStory(dossier))
  expect(unplaced.flatMap(({ contradictedBy = [] }) => contradictedBy)).toHaveLength(count)
})

test('a sentence that denies several things of one day is one denial, and denies each claim once', () => {
  const group = (start: number, lo: string) =>
    ({
      first: { file: 'a.txt', sentence: { passage: 1, start }, date: { lo, hi: lo } },
      others: [],
    }) as unknown as StatementGroup
  const [one, other] = [group(90, '2017-03-27'), group(95, '2017-03-27')]
  const joined = joinDenials([
    { claim: one, denial: group(0, '2017-03-27') },
    { claim: one, denial: group(0, '2017-03-27') },
    { claim: other, denial: group(0, '2017-03-27') },
    { claim: other, denial: group(40, '2017-03-27') },
    { claim: other, denial: group(0, '2017-03-28') },
  ])
  expect(joined.map(({ claim }) => claim)).toEqual([one, other, other, other])
  expect(new Set(joined.map(({ denial }) => denial)).size).toBe(3)
})
