import { expect, test } from 'vitest'
import type { Invented } from '../invent-dossier.fixture.ts'
import { inventDossier } from '../invent-dossier.fixture.ts'
import { relateHappenings } from '../relate-happenings.ts'
import { checkSummaries } from './check-summaries.ts'
import { readDays } from './read-days.ts'

/** An invented report with a bullet set aside behind its text. */
function addBullet({ sources, ...others }: Invented, bullet: string): Invented {
  const [source] = sources
  const start = source!.text.length + 2
  const setAside = [{ kind: 'bullet', rule: 'clean/invented', start, end: start + bullet.length }]
  return { ...others, sources: [{ ...source!, text: `${source!.text}\n\n${bullet}`, setAside }] }
}

const TALKS = 'The talks with {Vale=person:vale} in {Northport=place:northport} will begin on {March 23@2020-03-23}.'

test.each<[string, string, string[], number]>([
  ['another day', '* Northport talks to begin on March 20', [TALKS], 1],
  ['a shortened month', '* Northport talks to begin on Mar. 20', [TALKS], 1],
  ['the day first', '* Northport talks to begin on 20 March', [TALKS], 1],
  ['the same day', '* Northport talks to begin on March 23', [TALKS], 0],
  ['a day far off', '* Northport talks to begin on March 10', [TALKS], 0],
  ['another place', '* Southport talks to begin on March 20', [TALKS], 0],
  ['another act', '* Northport hit by an earthquake on March 20', [TALKS], 0],
  ['no day', '* Northport talks to begin in March', [TALKS], 0],
  [
    'a day that another sentence gives',
    '* Northport talks to begin on March 22',
    [TALKS, '{Vale=person:vale} will hold talks in {Northport=place:northport} on {March 22@2020-03-22}.'],
    0,
  ],
])('%s', (_, bullet, paragraphs, expected) => {
  const { sources, findings, mentions } = addBullet(inventDossier([['2020-03-13', ...(paragraphs as [string])]]), bullet)
  const { happenings, unplaced } = relateHappenings(sources, findings, mentions)
  const found = checkSummaries(sources, mentions, [...happenings, ...unplaced])
  expect(found).toHaveLength(expected)
  for (const { aside } of found) expect(aside).toMatchObject({ words: bullet })
})

test.each([
  ['opens on Feb. 20, closes 3 March', ['Feb. 20', '3 March']],
  ['from May 3-5', []],
  ['in May 2020', []],
  ['mayor 3 times, Mayfair 20', []],
])('days of “%s”', (line, expected) => expect(readDays(line).map(({ words }) => words)).toEqual(expected))
