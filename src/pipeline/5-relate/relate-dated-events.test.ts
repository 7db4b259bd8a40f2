import { expect, test } from 'vitest'
import { arrangeSentences } from './sentences.ts'
import { inventDossier } from './invent-dossier.fixture.ts'
import { relateDatedEvents } from './relate-dated-events.ts'

/** Joins over stories have tests of their own. */
const NO_STORIES = new Map<string, number>()

const VALE = '{Vale=person:vale}'
const OKAFOR = '{Okafor=person:okafor}'
const LUND = '{Lund=person:lund}'
const IN_PORT = 'in {Northport=place:northport}'
const NORLAND = '{Norland=place:norland}'
const SUDLAND = '{Sudland=place:sudland}'
const DAY = '{3 March@2020-03-03}'

function relate(...articles: (readonly [string, ...string[]])[]) {
  const { sources, findings, mentions } = inventDossier(articles)
  return relateDatedEvents(sources, findings, arrangeSentences(sources, mentions), NO_STORIES).datedEvents
}

test.each<[string, string, string]>([
  [
    'the same two people, other words',
    `${VALE} met ${OKAFOR} ${IN_PORT} on ${DAY}.`,
    `${OKAFOR} and ${VALE} held talks on ${DAY}.`,
  ],
  [
    'a day of the two',
    `${VALE} met ${OKAFOR} ${IN_PORT} on ${DAY}.`,
    `${VALE} and ${OKAFOR} held a meeting ${IN_PORT} on {3 and 4 March@2020-03-03/2020-03-04}.`,
  ],
  [
    'synonyms',
    `${NORLAND} and ${SUDLAND} signed a truce on ${DAY}.`,
    `A ceasefire was agreed by ${NORLAND} and ${SUDLAND} on ${DAY}.`,
  ],
])('joined: %s', (_, first, second) => {
  const [one, ...rest] = relate(['2020-03-10', first], ['2020-03-11', second])
  expect(rest).toEqual([])
  expect(one).toMatchObject({
    lo: '2020-03-03',
    hi: '2020-03-03',
    mode: 'reported',
    joined: [{ rule: 'event/same' }],
  })
  expect(one!.reports.map(({ sentence }) => sentence.file)).toEqual(['seeds/articles/0.txt', 'seeds/articles/1.txt'])
})

test.each<[string, string, string, string]>([
  [
    'another partner in the same city',
    `${VALE} met ${OKAFOR} ${IN_PORT} on ${DAY}.`,
    `${VALE} met ${LUND} ${IN_PORT} on ${DAY}.`,
    'each names a participant that the other does not',
  ],
  [
    'two meetings in the same city',
    `${VALE} opened talks ${IN_PORT} on ${DAY}.`,
    `${LUND} attended a meeting ${IN_PORT} on ${DAY}.`,
    'they name no participant in common',
  ],
  [
    'a day within the week',
    `${VALE} met ${OKAFOR} ${IN_PORT} on ${DAY}.`,
    `${VALE} and ${OKAFOR} held a meeting ${IN_PORT} {last week@2020-03-02/2020-03-08}.`,
    'one gives days, the other a longer period',
  ],
  [
    'the next day',
    `${VALE} met ${OKAFOR} ${IN_PORT} on ${DAY}.`,
    `${VALE} met ${OKAFOR} ${IN_PORT} on {4 March@2020-03-04}.`,
    'their dates are 1 day apart',
  ],
  [
    'the day on which it was announced',
    `${NORLAND} and ${SUDLAND} brokered a truce on ${DAY}.`,
    `On {4 March@2020-03-04}, ${VALE} announced that ${NORLAND} and ${SUDLAND} brokered a truce.`,
    'their dates are 1 day apart',
  ],
  [
    'a whole year',
    `${VALE} met ${OKAFOR} ${IN_PORT} on ${DAY}.`,
    `${VALE} met ${OKAFOR} ${IN_PORT} in {2020@2020-01-01/2020-12-31}.`,
    'one of the dates spans more than a week',
  ],
])('possibly the same: %s', (_, first, second, doubt) => {
  const datedEvents = relate(['2021-03-10', first], ['2021-03-11', second])
  expect(datedEvents).toHaveLength(2)
  expect(datedEvents[0]!.possiblySame).toMatchObject([{ key: datedEvents[1]!.key }])
  expect(datedEvents[1]!.possiblySame[0]!.reason).toContain(doubt)
})

test.each<[string, string, string]>([
  ['another week', `${VALE} met ${OKAFOR} on ${DAY}.`, `${VALE} met ${OKAFOR} on {12 March@2020-03-12}.`],
  ['another act', `${VALE} met ${OKAFOR} on ${DAY}.`, `${VALE} was arrested on ${DAY}.`],
  [
    'another number',
    `The third round of talks with ${VALE} was held ${IN_PORT} on ${DAY}.`,
    `The fourth round of talks with ${VALE} was held ${IN_PORT} on ${DAY}.`,
  ],
  [
    'another act, told of with the day of this one',
    `${VALE} met ${OKAFOR} ${IN_PORT} on ${DAY}.`,
    `${VALE} was seen with ${OKAFOR} ${IN_PORT} on {5 March@2020-03-05}, after they met.`,
  ],
  [
    'what does not come about by being announced',
    `A train from ${NORLAND} crashed into a lorry from ${SUDLAND} near a bridge on ${DAY}.`,
    `On {5 March@2020-03-05}, ${VALE} announced that a train from ${NORLAND} crashed into a lorry from ${SUDLAND} near a bridge.`,
  ],
  ['nobody in common', `${VALE} met ${OKAFOR} on ${DAY}.`, `${LUND} held talks on ${DAY}.`],
])('two events: %s', (_, first, second) => {
  const datedEvents = relate(['2020-03-20', first], ['2020-03-21', second])
  expect(datedEvents.map(({ possiblySame }) => possiblySame)).toEqual([[], []])
})

test.each<[string, string, 'reported' | 'plan' | 'denied']>([
  ['2020-03-10', `${VALE} met ${OKAFOR} on ${DAY}.`, 'reported'],
  ['2020-03-01', `${VALE} meets ${OKAFOR} on ${DAY}.`, 'plan'],
  ['', `The talks with ${VALE} will be held on ${DAY}.`, 'plan'],
  ['', `The talks -- set for ${DAY} -- are between ${VALE} and ${OKAFOR}.`, 'plan'],
  ['', `The talks with ${VALE} were held on ${DAY}.`, 'reported'],
  ['', `Talks with ${VALE}, which are scheduled for ${DAY}, may fail.`, 'plan'],
  ['', `On ${DAY}, ${VALE} agreed to a truce that will last.`, 'reported'],
  ['2020-03-10', `${VALE} travelled south to meet ${OKAFOR} on ${DAY}.`, 'reported'],
  ['2020-03-10', `${VALE} had been due to meet ${OKAFOR} on ${DAY}.`, 'plan'],
  ['', `${VALE} did not meet ${OKAFOR} on ${DAY}.`, 'denied'],
  ['', `On ${DAY}, ${VALE} did not vote.`, 'denied'],
  ['', `The talks set for ${DAY} with ${VALE} were called off.`, 'denied'],
  ['', `${VALE} denied that he met ${OKAFOR} on ${DAY}.`, 'denied'],
  ['', `${VALE} denied the charge on ${DAY}.`, 'reported'],
  ['', `On ${DAY}, the talks with ${VALE} ended with no deal.`, 'reported'],
  ['', `On ${DAY}, ${VALE} said he did not know.`, 'reported'],
  ['', `${VALE} asked ${OKAFOR} to attend a meeting during a visit on ${DAY}.`, 'reported'],
  ['', `${VALE} said on ${DAY} that he could not confirm the deal.`, 'reported'],
])('published %j: %s is %s', (date, sentence, mode) => {
  expect(relate([date, sentence]).map((one) => one.mode)).toEqual([mode])
})

test('a statement of two days does not join the statements of each', () => {
  const datedEvents = relate(
    ['2020-03-01', `${VALE} will meet ${OKAFOR} ${IN_PORT} on {3 and 4 March@2020-03-03/2020-03-04}.`],
    ['2020-03-01', `${VALE} will meet ${OKAFOR} ${IN_PORT} on ${DAY}.`],
    ['2020-03-01', `${VALE} will meet ${OKAFOR} ${IN_PORT} on {4 March@2020-03-04}.`],
  )
  expect(datedEvents.map(({ lo, hi, reports }) => [lo, hi, reports.length])).toEqual([
    ['2020-03-03', '2020-03-03', 2],
    ['2020-03-04', '2020-03-04', 1],
  ])
  expect(datedEvents[1]!.possiblySame).toMatchObject([{ rule: 'event/near-dates', key: datedEvents[0]!.key }])
})

test('an event that only one of two statements numbers is not taken for one with two dates', () => {
  const shook = (what: string, day: string) => `${what} shook ${NORLAND} and ${SUDLAND} on ${day}.`
  const [four, five] = ['{4 March@2020-03-04}', '{5 March@2020-03-05}']
  const rulesOf = (what: string) =>
    relate(['2020-03-10', shook('An earthquake', four)], ['2020-03-11', shook(what, five)])[1]!.possiblySame.map(
      ({ rule }) => rule,
    )
  expect(rulesOf('An earthquake')).toEqual(['event/near-dates'])
  expect(rulesOf('A sixth earthquake')).toEqual(['event/possibly-same'])
})

test('an event agreed for another day has that day', () => {
  const agreed = `On ${DAY}, ${NORLAND} agreed with ${SUDLAND} to hold a congress ${IN_PORT} on {29 May@2020-05-29}.`
  const met = `Talks of ${NORLAND} and ${SUDLAND} were held on ${DAY}.`
  expect(relate(['2020-03-10', agreed], ['2020-03-11', met]).map(({ lo }) => lo)).toEqual([
    '2020-03-03',
    '2020-03-03',
    '2020-05-29',
  ])
})

test('two dates of one sentence are two dated events', () => {
  const datedEvents = relate([
    '2020-03-02',
    `On ${DAY.replace('3 M', '1 M').replace('03-03', '03-01')}, ${VALE} agreed to hold talks with ${OKAFOR} on ${DAY}.`,
  ])
  expect(datedEvents.map(({ lo, mode }) => [lo, mode])).toEqual([
    ['2020-03-01', 'reported'],
    ['2020-03-03', 'plan'],
  ])
})

test('a plan is linked to its report and to a later denial, never joined with them', () => {
  const datedEvents = relate(
    ['2020-03-01', `${VALE} will attend talks ${IN_PORT} on ${DAY}.`],
    ['2020-03-05', `${VALE} took part in the talks ${IN_PORT} on ${DAY}.`],
    ['2020-04-01', `${VALE} will not attend the talks ${IN_PORT} on {4 April@2020-04-04}.`],
    ['2020-03-05', `${LUND} attended talks in {Southport=place:southport} on ${DAY}.`],
  )
  const plan = datedEvents.find(({ mode }) => mode === 'plan')!
  expect(plan.followedBy?.map(({ key }) => key)).toEqual([
    expect.stringContaining('2020-03-03/2020-03-03 | vale took part in the talks'),
  ])
  expect(plan.contradictedBy).toMatchObject([
    { rule: 'event/plan-denied', reason: expect.stringContaining('another occasion') },
  ])
})

test.each([
  ['they', 1],
  ['people', 0],
])('a denial whose clause begins with “%s” is of the plans of %i before it', (subject, count) => {
  const datedEvents = relate(
    ['2020-03-01', `${VALE} will attend talks ${IN_PORT} on ${DAY}.`],
    ['2020-03-02', `${VALE} and ${OKAFOR} denied that ${subject} would attend talks of ${LUND} ${IN_PORT} on ${DAY}.`],
  )
  expect(datedEvents.flatMap(({ contradictedBy }) => contradictedBy ?? [])).toHaveLength(count)
})

test('a date of publication makes no dated event', () => {
  const dossier = inventDossier([['2020-03-03', `NORTHPORT, ${DAY} (Wire) - ${VALE} has met ${OKAFOR}.`]])
  const [source] = dossier.sources
  const dateline = {
    value: 'NORTHPORT, 3 March (Wire)',
    certainty: 'stated' as const,
    rule: 'boilerplate/invented',
    evidence: [{ start: 0, end: 25 }],
  }
  const sources = [{ ...source!, metadata: { ...source!.metadata, dateline } }]
  expect(relateDatedEvents(sources, dossier.findings, arrangeSentences(sources, dossier.mentions), NO_STORIES)).toEqual(
    {
      datedEvents: [],
      unplaced: [],
    },
  )
})

function unplaced(...articles: (readonly [string, ...string[]])[]) {
  const { sources, findings, mentions } = inventDossier(articles)
  return relateDatedEvents(sources, findings, arrangeSentences(sources, mentions), NO_STORIES).unplaced.map(
    ({ timex, possiblySame }) => [timex, possiblySame.map(({ rule }) => rule)],
  )
}

test.each<[string, string, string, [string, string[]][]]>([
  [
    'two days of a year',
    `${NORLAND} and ${SUDLAND} agreed a truce on {30 December@XXXX-12-30}.`,
    `A ceasefire was agreed by ${NORLAND} and ${SUDLAND} on {29 December@XXXX-12-29}.`,
    [
      ['XXXX-12-29', ['event/near-dates']],
      ['XXXX-12-30', ['event/near-dates']],
    ],
  ],
  [
    'across New Year',
    `${NORLAND} and ${SUDLAND} agreed a truce on {31 December@XXXX-12-31}.`,
    `A ceasefire was agreed by ${NORLAND} and ${SUDLAND} on {1 January@XXXX-01-01}.`,
    [
      ['XXXX-01-01', ['event/near-dates']],
      ['XXXX-12-31', ['event/near-dates']],
    ],
  ],
  [
    'a weekday',
    `A truce of ${NORLAND} and ${SUDLAND} took effect on {Friday@XXXX-WXX-5}.`,
    `${NORLAND} and ${SUDLAND} said the truce took effect on {30 December@XXXX-12-30}.`,
    [
      ['XXXX-12-30', ['event/possibly-same']],
      ['XXXX-WXX-5', ['event/possibly-same']],
    ],
  ],
  [
    'another weekday',
    `A truce of ${NORLAND} and ${SUDLAND} took effect on {Friday@XXXX-WXX-5}.`,
    `${NORLAND} and ${SUDLAND} said the truce took effect on {Sunday@XXXX-WXX-7}.`,
    [
      ['XXXX-WXX-5', []],
      ['XXXX-WXX-7', []],
    ],
  ],
  [
    'other months',
    `${NORLAND} and ${SUDLAND} agreed a truce on {30 May@XXXX-05-30}.`,
    `A ceasefire was agreed by ${NORLAND} and ${SUDLAND} on {29 December@XXXX-12-29}.`,
    [
      ['XXXX-05-30', []],
      ['XXXX-12-29', []],
    ],
  ],
  [
    'a common act',
    `${NORLAND} hosted talks on {Friday@XXXX-WXX-5}.`,
    `${NORLAND} held talks with {Eastland=place:eastland} on {30 December@XXXX-12-30}.`,
    [
      ['XXXX-12-30', []],
      ['XXXX-WXX-5', []],
    ],
  ],
])('without a year or a day: %s', (_, first, second, expected) => {
  expect(unplaced(['', first], ['', second])).toEqual(expected)
})

test('a day without a year points to the placed day, and the timeline does not point back', () => {
  const { sources, findings, mentions } = inventDossier([
    ['2017-02-01', `${NORLAND} and ${SUDLAND} agreed a truce on {30 December@2016-12-30}.`],
    ['', `A ceasefire was agreed by ${NORLAND} and ${SUDLAND} on {30 December@XXXX-12-30}.`],
  ])
  const { datedEvents, unplaced: without } = relateDatedEvents(
    sources,
    findings,
    arrangeSentences(sources, mentions),
    NO_STORIES,
  )
  expect(without[0]!.possiblySame).toMatchObject([
    { key: datedEvents[0]!.key, reason: expect.stringContaining('the year of one is not stated') },
  ])
  expect(datedEvents[0]!.possiblySame).toEqual([])
})
