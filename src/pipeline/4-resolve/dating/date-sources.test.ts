import { expect, test } from 'vitest'
import { analyseSeed } from '../../analyse-in-workers.ts'
import type { Evidenced, Source } from '../../../model/source.ts'
import { dateSources } from './date-sources.ts'
import { listClauses } from './list-clauses.ts'

const STRUCK = 'after a barge struck its second pier and sank in the Orrin'
const DATED = `Barge strikes the Orrin bridge

4 May 2018

The council of Dunmore closed the Orrin bridge on Tuesday ${STRUCK}.

Divers will raise the barge next week, the harbour master said.`

/** Analysed sources, `a.txt` first; each text has its headline and its day, if any, above it. */
function analyse(...texts: string[]) {
  return texts.flatMap((text, index) => {
    const file = `${'abcdef'[index]}.txt`
    const seed = { file, sha256: '0'.repeat(64), encoding: 'utf-8', format: 'text', text, sidecar: {} }
    const settings = { title: '', description: '', language: 'en', rights: 'citation' }
    return analyseSeed(seed as never, { settings: settings as never, register: [] }).value
  })
}

/** When the last of the texts appeared, by the others. */
function datingOf(...texts: string[]): string | undefined {
  const { dating } = dateSources(analyse(...texts)).value.at(-1)!.source
  return dating && `${dating.lo}..${dating.hi}`
}

const undated = (told: string, more = ''): string =>
  `A barge at the bridge\n\n${more}The council of Dunmore closed the Orrin bridge ${told} ${STRUCK}.`

test.each<[what: string, texts: string[], days: string | undefined]>([
  ['the same weekday', [DATED, undated('on Tuesday')], '2018-05-01..2018-05-07'],
  ['another weekday', [DATED, undated('on Monday')], undefined],
  ['"yesterday", which may be printed a day late', [DATED, undated('yesterday')], '2018-05-02..2018-05-03'],
  [
    'a dateline whose year is found',
    [DATED, undated('on Tuesday', 'DUNMORE, May 3 (Northern Wire) — ')],
    '2018-05-03..2018-05-03',
  ],
  [
    'a plan that bounds the day',
    [DATED, `${undated('on Tuesday')} The bridge will open on May 4.`],
    '2018-05-01..2018-05-04',
  ],
  [
    'something over that bounds the day',
    [DATED, `${undated('on Tuesday')} The barge was raised on May 3.`],
    '2018-05-03..2018-05-07',
  ],
  [
    'no word shared',
    [DATED, 'A fair\n\nFarmers of Northport met on Tuesday and sold nine cows to a man from Lund.'],
    undefined,
  ],
  ['the other undated too', [undated('on Tuesday'), undated('on Tuesday')], undefined],
  [
    'a chain',
    [DATED, undated('on Tuesday', 'DUNMORE, May 3 (Northern Wire) — '), undated('on Tuesday')],
    '2018-05-01..2018-05-07',
  ],
])('%s', (_, texts, days) => expect(datingOf(...texts)).toBe(days))

const OFFICE = 'Talks are set\n\nThe council of Lund said on January 16 that it hopes for talks'
const WORDS =
  '“We will cross the Orrin in boats until the last pier of the old bridge of our town stands again,” said Ada Vale.'

test.each<[what: string, texts: string[], days: string | undefined]>([
  [
    'a day on which somebody took office',
    [`${OFFICE} after President-elect Barack Hussein takes office on May 3.`],
    undefined,
  ],
  [
    'somebody who took office once',
    [`${OFFICE} before the new president, Joe Biden, takes office on January 20.`],
    '2021-01-16..2021-01-20',
  ],
  ['another day than that', [`${OFFICE} after President-elect Joe Biden takes office on March 4.`], undefined],
  [
    'somebody who took office twice',
    [`${OFFICE} before the new president, Donald Trump, takes office on January 20.`],
    undefined,
  ],
  [
    'the same long words',
    [`${DATED}\n\n${WORDS}`, `Boats\n\nFarmers of Lund met on Sunday. ${WORDS}`],
    '2018-05-03..2018-05-05',
  ],
  [
    'the same long words, recalled',
    [`${DATED}\n\n${WORDS}`, `Boats\n\nFarmers of Lund met on Sunday. ${WORDS.replace('said Ada', 'had said Ada')}`],
    undefined,
  ],
  [
    'the same short words',
    [`${DATED}\n\n“We will cross in boats,” said Ada Vale.`, 'Boats\n\n“We will cross in boats,” said Ada Vale.'],
    undefined,
  ],
])('known from elsewhere: %s', (_, texts, days) => expect(datingOf(...texts)).toBe(days))

const TRUCE = `Guns fall silent

7 May 2018

On 4 May, Norland and Sudmark announced a ceasefire. The ceasefire took effect on 5 May.`
const announced = 'Sudmark and Norland announced the truce last week.'

test.each<[what: string, text: string, days: string | undefined]>([
  [
    'announced, and in force',
    `${announced} The truce, which came into force on Saturday, holds.`,
    '2018-05-07..2018-05-11',
  ],
  ['announced only', `${announced} A ferry sank on Saturday.`, '2018-05-07..2018-05-13'],
  [
    'a meeting about it',
    'Sudmark and Norland met last week to shore up the truce. The truce was broken on Saturday.',
    undefined,
  ],
  [
    'that of others',
    'Ostland and Westmark announced a truce last week. It came into force when the mayors met on Saturday.',
    undefined,
  ],
])('an act told in other words: %s', (_, text, days) => expect(datingOf(TRUCE, `A quiet night\n\n${text}`)).toBe(days))

/** The day of publication of a text of May 2018, from its own words. */
function datingInMay(text: string): string | undefined {
  const [one] = analyse(`A bridge\n\n${text}`)
  const date: Evidenced<string> = { value: '2018-05', certainty: 'stated', rule: 'metadata/timestamp', evidence: [] }
  const source: Source = { ...one!.source, metadata: { ...one!.source.metadata, date } }
  const { dating } = dateSources([{ ...one!, source }]).value[0]!.source
  return dating && `${dating.lo}..${dating.hi}`
}

const AGREED = 'It rained on May 25. On Friday, Norland and Sudmark agreed to build a bridge at Lund.'

test.each<[what: string, text: string, days: string]>([
  [
    'an answer, not older than what it answers',
    `${AGREED} The farmers condemned the Lund bridge on Tuesday.`,
    '2018-05-29..2018-05-31',
  ],
  ['an answer to "it"', `${AGREED} The farmers condemned it on Tuesday.`, '2018-05-29..2018-05-31'],
  [
    'an answer to what a sentence between takes up',
    `${AGREED} The agreement was signed in Hoven. The farmers condemned it on Tuesday.`,
    '2018-05-29..2018-05-31',
  ],
  ['an answer to another', `${AGREED} The farmers condemned the Hoven dam on Tuesday.`, '2018-05-25..2018-05-31'],
  ['an older answer', `${AGREED} The farmers had condemned it on Tuesday.`, '2018-05-25..2018-05-31'],
  [
    'days in their order',
    'It rained on May 26. The crews walked out on Sunday after talks broke down on Thursday.',
    '2018-05-27..2018-05-30',
  ],
  [
    'days that are in order on each day of publication',
    'It rained on May 30. The crews walked out on Wednesday after talks broke down on Monday.',
    '2018-05-30..2018-05-31',
  ],
])('the order of acts: %s', (_, text, days) => expect(datingInMay(text)).toBe(days))

const PLAN = `Two towns\n\n16 May 2018\n\nThe congress of towns is scheduled for May 23 in Lund, the capital. ${WORDS}`

test.each<[what: string, text: string, days: string]>([
  ['a meeting of next week', 'They will attend a congress in Lund next week.', '2018-05-15..2018-05-17'],
  ['a meeting on Wednesday', 'They will attend a congress in Lund on Wednesday.', '2018-05-17..2018-05-17'],
  ['a meeting elsewhere', 'They will attend a congress in Hoven on Wednesday.', '2018-05-15..2018-05-17'],
])('weak clues choose among known days: %s', (_, text, days) =>
  expect(datingOf(PLAN, `Boats\n\nFarmers met. ${WORDS}\n\n${text}`)).toBe(days),
)

const QUAKE = `The earth shook

14 March 2013

A quake of magnitude 4.6 woke Dunmore on Thursday, the survey said.`

test.each<[what: string, text: string, days: string | undefined]>([
  ['the same number', 'Shelves fell in Hoven early Thursday in a magnitude 4.6 quake.', '2013-03-14..2013-03-20'],
  ['another number', 'Shelves fell in Hoven early Thursday in a magnitude 4.4 quake.', undefined],
  ['another weekday', 'Shelves fell in Hoven early Friday in a magnitude 4.6 quake.', undefined],
  ['no weekday', 'Shelves fell in Hoven this morning in a magnitude 4.6 quake.', undefined],
])('a number that two sources measured: %s', (_, text, days) =>
  expect(datingOf(QUAKE, `Shelves\n\n${text}`)).toBe(days),
)

const ELECTED = 'Maras wins\n\nJune 9, 2014\n\nLida Maras will be sworn in as president on July 1.'

test.each<[what: string, text: string, days: string | undefined]>([
  ['the same act', 'The winner will be sworn in on July 1.', '2013-08-31..2014-07-01'],
  ['another day', 'The winner will be sworn in on July 2.', undefined],
  ['another act', 'The bridge will close on July 1.', undefined],
])('one day of a year: %s', (_, text, days) => expect(datingOf(ELECTED, `A vote\n\n${text}`)).toBe(days))

test('a shared name with one clause does not count against a shared act with another', () => {
  const plan =
    'A bridge\n\n1 November 2018\n\nThe bridge across the Sound at Hoven is too dear, auditors in Norra warned on Wednesday.\n\nThe parliament of Norra will vote on it next week.'
  const vote =
    'A vote\n\nThe parliament of Norra on Wednesday voted by 98 to 91 for the bridge across the Sound at Hoven.'
  expect(dateSources(analyse(plan, vote)).problems).toEqual([])
})

test('a quotation that others print on two days is no disagreement', () => {
  const later = `${DATED}\n\n${WORDS}`.replace('4 May', '5 May')
  const { value, problems } = dateSources(analyse(`${DATED}\n\n${WORDS}`, later, `Boats\n\n${WORDS}`))
  expect(value[2]!.source.dating).toMatchObject({ lo: '2018-05-04', hi: '2018-05-05' })
  expect(problems).toEqual([])
})

test('a name that is a verb elsewhere is no act', () => {
  const [one] = analyse('A trial\n\nA court jailed the mayor, Rob Signet, on Thursday, and Grant Sue spoke.')
  const [clause] = listClauses(one!.source, one!.findings, 0)
  expect([...clause!.acts]).toEqual(['detain'])
})

test('a date that means the same on each possible day gets its value, any other the days that it can mean', () => {
  const text = `${undated('on Tuesday')}\n\nThe mayor spoke on Saturday. The bridge was built in May last year.`
  const { source, findings } = dateSources(analyse(DATED, text)).value[1]!
  expect(source.metadata.date).toMatchObject({
    value: '2018-05',
    certainty: 'inferred',
    rule: 'metadata/date-from-sources',
  })
  expect(source.metadata.date?.reason).toContain('“Barge strikes the Orrin bridge” tells')
  expect(findings.dates.map(({ lo, hi, certainty }) => [lo, hi, certainty])).toEqual([
    ['2018-05-01', '2018-05-01', 'inferred'],
    ['2018-04-28', '2018-05-05', 'inferred'],
    ['2017-05-01', '2017-05-31', 'inferred'],
  ])
})

test('sources that disagree date nothing, and this is reported', () => {
  const later = DATED.replace('4 May 2018', '11 May 2018')
  const { value, problems } = dateSources(analyse(DATED, later, undated('on Tuesday')))
  expect(value[2]!.source.dating).toBeUndefined()
  expect(problems).toMatchObject([{ file: 'c.txt', severity: 'warning', rule: 'metadata/date-from-sources' }])
})

test('without an undated source nothing changes, and the order of the sources does not matter', () => {
  const dated = analyse(DATED)
  expect(dateSources(dated).value[0]).toBe(dated[0])
  const sources = analyse(DATED, undated('on Tuesday'), undated('yesterday', 'Last night it rained. '))
  const days = (all: typeof sources) =>
    Object.fromEntries(dateSources(all).value.map(({ source }) => [source.file, source.dating]))
  expect(days(sources.toReversed())).toEqual(days(sources))
})
