import { expect, test } from 'vitest'
import { arrangeSentences } from './sentences.ts'
import { inventDossier } from './invent-dossier.fixture.ts'
import { relateDates } from './relate-dates.ts'
import { relateDatedEvents } from './relate-dated-events.ts'

/** Joins over stories have tests of their own. */
const NO_STORIES = new Map<string, number>()

const VALE = '{Vale=person:vale}'
const IN_PORT = 'in {Northport=place:northport}'

function relate(second: string, adjudications?: Parameters<typeof relateDates>[2]) {
  const { sources, findings, mentions } = inventDossier([
    ['2020-03-01', `Talks with ${VALE} will be held ${IN_PORT} on {5 March@2020-03-05}.`],
    ['2020-03-02', second],
  ])
  const { datedEvents, unplaced } = relateDatedEvents(
    sources,
    findings,
    arrangeSentences(sources, mentions),
    NO_STORIES,
  )
  return relateDates([...datedEvents, ...unplaced], sources, adjudications)
}

const OTHER_DAY = `Talks with ${VALE} ${IN_PORT} are due to begin on {6 March@2020-03-06}.`

test('two days for one meeting are one table with a row per statement', () => {
  const [table, ...rest] = relate(OTHER_DAY)
  expect(rest).toEqual([])
  expect(table).toMatchObject({
    key: 'date | vale | northport | 2020-03-05 | 2020-03-06',
    unit: 'date',
    isCompatible: false,
  })
  expect(table!.rows.map(({ words, period, date }) => [words, period?.lo, date])).toEqual([
    ['5 March', '2020-03-05', '2020-03-01'],
    ['6 March', '2020-03-06', '2020-03-02'],
  ])
  expect(table!.rows.map(({ joined }) => joined?.rule)).toEqual([undefined, 'event/near-dates'])
})

test('two events with the same names and days are two tables with different keys', () => {
  const told = (act: string, day: string) => `${VALE} and {Okafor=person:okafor} ${act} on ${day}.`
  const [five, six] = ['{5 March@2020-03-05}', '{6 March@2020-03-06}']
  const { sources, findings, mentions } = inventDossier([
    ['2020-03-10', told('signed the ceasefire', five), told('were convicted of fraud', five)],
    ['2020-03-11', told('signed the ceasefire', six), told('were convicted of fraud', six)],
  ])
  const { datedEvents } = relateDatedEvents(sources, findings, arrangeSentences(sources, mentions), NO_STORIES)
  expect(relateDates(datedEvents, sources).map(({ key }) => key)).toEqual([
    'date | okafor | vale | 2020-03-05 | 2020-03-06',
    'date | okafor | vale | 2020-03-05 | 2020-03-06 | a verdict',
  ])
})

test.each([
  ['the same day', `Talks with ${VALE} ${IN_PORT} are due to begin on {5 March@2020-03-05}.`],
  ['another month', `Talks with ${VALE} ${IN_PORT} are due to begin on {6 May@2020-05-06}.`],
  ['other talks', 'Talks with {Okafor=person:okafor} are due to begin on {6 March@2020-03-06}.'],
])('no table: %s', (_, second) => expect(relate(second)).toEqual([]))

test('an editor settles a date by its key', () => {
  const adjudications = [
    {
      figure: 'date | vale | northport | 2020-03-05 | 2020-03-06',
      status: 'superseded' as const,
      note: 'The talks were moved by a day.',
    },
  ]
  expect(relate(OTHER_DAY, adjudications)[0]!.adjudication).toEqual({
    status: 'superseded',
    note: 'The talks were moved by a day.',
  })
})

test('the day of a statement about an event is not another day of the event', () => {
  const { sources, findings, mentions } = inventDossier([
    ['2020-03-02', `A ferry capsized off the coast near {Northport=place:northport} on {Sunday@2020-03-01}.`],
    [
      '2020-03-03',
      `The ferry capsized off the coast near {Northport=place:northport}, officials said on {Monday@2020-03-02}.`,
    ],
    ['2020-03-03', `The ferry capsized off the coast near {Northport=place:northport} on {Monday@2020-03-02}.`],
  ])
  const tableOf = (indices: readonly number[]) => {
    const files = indices.map((index) => sources[index]!.file)
    const chosen = sources.filter(({ file }) => files.includes(file))
    const { datedEvents, unplaced } = relateDatedEvents(
      chosen,
      findings,
      arrangeSentences(chosen, mentions),
      NO_STORIES,
    )
    return relateDates([...datedEvents, ...unplaced], chosen)
  }
  expect(tableOf([0, 1])).toEqual([])
  expect(tableOf([0, 2])).toHaveLength(1)
})
