import { expect, test } from 'vitest'
import { arrangeSentences } from '../sentences.ts'
import { inventDossier } from '../invent-dossier.fixture.ts'
import { relateDatedEvents } from '../relate-dated-events.ts'
import { checkSummaries } from './check-sums.ts'
import { passageReader } from './raise-contradiction.ts'

/** Joins over stories have tests of their own. */
const NO_STORIES = new Map<string, number>()

const NORTHPORT = '{Northport=place:northport}'
const TALKS = `The talks with {Vale=person:vale} in ${NORTHPORT} will begin on {March 23@2020-03-23}.`

/** An invented report whose last paragraph is a summary point. */
function inventReport(paragraphs: readonly string[], published: string) {
  const { sources, findings, mentions } = inventDossier([[published, ...(paragraphs as [string])]])
  const passages = sources[0]!.passages.map((passage, index, { length }) =>
    index === length - 1 ? { ...passage, kind: 'key-point' as const } : passage,
  )
  return { sources: [{ ...sources[0]!, passages }], findings, mentions }
}

test.each<[string, string[], number]>([
  ['another day', [TALKS, `Talks in ${NORTHPORT} due to begin on {March 20@2020-03-20}`], 1],
  ['the same day', [TALKS, `Talks in ${NORTHPORT} due to begin on {March 23@2020-03-23}`], 0],
  ['a day far off', [TALKS, `Talks in ${NORTHPORT} due to begin on {March 10@2020-03-10}`], 0],
  ['another place', [TALKS, 'Talks in {Southport=place:southport} due to begin on {March 20@2020-03-20}'], 0],
  ['another act', [TALKS, `An earthquake hit ${NORTHPORT} on {March 20@2020-03-20}`], 0],
  ['a month', [TALKS, `Talks in ${NORTHPORT} due to begin in {March@2020-03-01/2020-03-31}`], 0],
  [
    'a day that another sentence gives',
    [
      TALKS,
      `{Vale=person:vale} will meet voters on {March 22@2020-03-22}.`,
      `Talks in ${NORTHPORT} due to begin on {March 22@2020-03-22}`,
    ],
    0,
  ],
  [
    'days without a year',
    [
      `The talks in ${NORTHPORT} are set for {March 23@XXXX-03-23}.`,
      `Talks in ${NORTHPORT} set for {March 20@XXXX-03-20}`,
    ],
    1,
  ],
])('%s', (_, paragraphs, expected) => {
  const { sources, findings, mentions } = inventReport(paragraphs, '2020-03-13')
  const { datedEvents, unplaced } = relateDatedEvents(
    sources,
    findings,
    arrangeSentences(sources, mentions),
    NO_STORIES,
  )
  expect(checkSummaries(sources, [...datedEvents, ...unplaced], passageReader(sources))).toHaveLength(expected)
})
