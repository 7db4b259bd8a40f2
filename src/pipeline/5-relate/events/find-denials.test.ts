import { expect, test } from 'vitest'
import { arrangeSentences } from '../arrange-sentences.ts'
import { inventDossier, oneStory } from '../invent-dossier.fixture.ts'
import { relateDatedEvents } from '../relate-dated-events.ts'

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
  const dossier = inventDossier([...REPORTS, ['2020-03-04', 'A statement came.', text]])
  const sentences = arrangeSentences(dossier.sources, dossier.mentions)
  const { datedEvents } = relateDatedEvents(dossier.sources, dossier.findings, sentences, oneStory(dossier))
  expect(datedEvents.flatMap(({ contradictedBy = [] }) => contradictedBy)).toHaveLength(count)
})

test.each([
  ['The Halm Company denied that it had locked out any workers.', 1],
  ['The company had not locked out workers, a lawyer said.', 1],
  ['“There is no water shortage,” the mayor said.', 1],
  ['The union denied that the ministry had locked out workers.', 0],
  ['The company denied that it had sold its cranes.', 0],
  ['The workers, whom the company had not locked out, went home.', 0],
  ['It has not locked them out, the company said.', 0],
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
