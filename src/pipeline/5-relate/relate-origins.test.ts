import { expect, test } from 'vitest'
import type { Source } from '../../model/source.ts'
import { inventDossier, oneStory } from './invent-dossier.fixture.ts'
import { relateOrigins } from './relate-origins.ts'

const COPY = 'The harbour master of the northern port closed both gates before the storm came in'

const credit = (source: Source, ...names: string[]): Source => ({
  ...source,
  metadata: {
    ...source.metadata,
    credits: { value: names, certainty: 'stated', rule: 'boilerplate/invented', evidence: [] },
  },
})
const publish = (source: Source, name: string): Source => ({
  ...source,
  metadata: {
    ...source.metadata,
    publisher: { value: name, certainty: 'stated', rule: 'boilerplate/invented', evidence: [] },
  },
})

test('shared wording joins, with both passages as evidence; other words do not', () => {
  const { sources, findings } = inventDossier([
    ['2020-03-02', 'Unrelated.', `Reports say: ${COPY}.`],
    ['2020-03-01', `${COPY.replace('harbour', 'harbor')}, it was said.`],
    ['2020-03-03', 'The harbour master of the northern port opened one gate after the storm had gone'],
  ])
  const groups = relateOrigins(sources, findings, oneStory({ sources }))
  expect(groups.map(({ files }) => files.map((file) => file.at(-5)))).toEqual([['1', '0'], ['2']])
  expect(groups[0]!.links).toMatchObject([
    { rule: 'origin/shared-wording', reason: expect.stringContaining('longest run of 15') },
  ])
  const [first, second] = groups[0]!.links[0]!.passages
  expect([first!.passage, second!.passage]).toEqual([1, 2])
  expect(sources[0]!.passages[1]!.text.slice(second!.start, second!.end)).toBe(COPY)
})

test.each([
  [
    'what is always so',
    'The island is prone to storms because of its place in the warm current between the two northern bays',
    2,
  ],
  [
    'news in the present',
    'The island is closing its schools because of the storm that is coming from the two northern bays',
    1,
  ],
  ['news in the past', 'The island was hit by storms that came with the warm current between the two northern bays', 1],
])('shared wording of %s', (_, text, expected) => {
  const { sources, findings } = inventDossier([
    ['2020-03-01', `A ferry sank. ${text}.`],
    ['2020-03-01', `Six boats are missing, the coast guard said. ${text}.`],
  ])
  expect(relateOrigins(sources, findings, oneStory({ sources }))).toHaveLength(expected)
})

test('an article copied into two places of another is one link', () => {
  const { sources, findings } = inventDossier([
    ['', `${COPY}. Then quiet. ${COPY.replace('northern', 'old northern')}.`],
    ['', `${COPY}.`],
  ])
  expect(relateOrigins(sources, findings, oneStory({ sources }))[0]!.links).toHaveLength(1)
})

test.each<[string, (sources: Source[]) => Source[], number]>([
  ['the same agency', ([a, b]) => [credit(a!, 'Valewire'), credit(b!, 'Other', 'Valewire')], 1],
  [
    'the paper itself and one that credits it',
    ([a, b]) => [publish(a!, 'Valewire'), credit(b!, 'Valewire news agency')],
    1,
  ],
  ['different agencies', ([a, b]) => [credit(a!, 'Valewire'), credit(b!, 'Norpress')], 2],
  ['no credits', (sources) => sources, 2],
])('%s', (_, change, expected) => {
  const { sources, findings } = inventDossier([
    ['', 'One story.'],
    ['', 'Another tale.'],
  ])
  expect(relateOrigins(change(sources), findings, oneStory({ sources }))).toHaveLength(expected)
})
