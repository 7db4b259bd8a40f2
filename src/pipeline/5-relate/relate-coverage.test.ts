import { expect, test } from 'vitest'
import { arrangeSentences } from './sentences.ts'
import { inventDossier } from './invent-dossier.fixture.ts'
import { relateDatedEvents } from './relate-dated-events.ts'
import { relateEntities } from './relate-entities.ts'
import { relateCoverage, relateOrigins } from './relate-origins.ts'

/** Joins over stories have tests of their own. */
const NO_STORIES = new Map<string, number>()

const { sources, findings, mentions } = inventDossier([
  ['2020-03-09', '{Vale=person:vale} met {Okafor=person:okafor} on {3 March@2020-03-03}. {Vale=person:vale} left.'],
  ['', '{Okafor=person:okafor} was silent.'],
  ['2020-03-05', '{Okafor=person:okafor} and {Vale=person:vale} met on {3 March@2020-03-03}.'],
])
const held = sources.map((source, index) => (index === 1 ? { ...source, rights: 'excerpt' as const } : source))
const coverage = relateCoverage(held, {
  entityRelations: relateEntities(held, arrangeSentences(held, mentions)),
  datedEvents: relateDatedEvents(held, findings, arrangeSentences(held, mentions), NO_STORIES).datedEvents,
  origins: relateOrigins(held, findings, NO_STORIES),
  quotations: [],
  figures: [],
})

test('the scope lists undated and withheld sources', () => {
  expect(coverage.scope).toEqual({
    sources: 3,
    from: '2020-03-05',
    to: '2020-03-09',
    undated: 1,
    withheld: 1,
    origins: 3,
  })
})

test('rows count sentences and reports, and leave silent sources out', () => {
  const short = (file: string) => Number(file.at(-5))
  const read = (rows: typeof coverage.entities) =>
    rows.map(({ cells }) => cells.map(({ file, count }) => [short(file), count]))
  expect(coverage.files.map(short)).toEqual([2, 0, 1])
  expect(coverage.entities.map(({ key }) => key)).toEqual(['person:okafor', 'person:vale'])
  expect(read(coverage.entities)).toEqual([
    [
      [2, 1],
      [0, 1],
      [1, 1],
    ],
    [
      [2, 1],
      [0, 2],
    ],
  ])
  expect(read(coverage.datedEvents)).toEqual([
    [
      [2, 1],
      [0, 1],
    ],
  ])
})

test('sources of one origin count once', () => {
  const link = {
    rule: 'origin/shared-credit',
    reason: 'invented',
    files: [sources[0]!.file, sources[2]!.file] as [string, string],
    passages: [],
  }
  const joined = relateCoverage(sources, {
    entityRelations: relateEntities(sources, arrangeSentences(sources, mentions)),
    datedEvents: [],
    quotations: [],
    figures: [],
    origins: [
      { files: link.files, credited: [], links: [link] },
      { files: [sources[1]!.file], credited: [], links: [] },
    ],
  })
  expect(joined.entities.map(({ origins }) => origins)).toEqual([2, 1])
})
