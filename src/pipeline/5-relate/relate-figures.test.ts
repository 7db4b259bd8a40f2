import { expect, test } from 'vitest'
import type { Amount } from '../../model/figure.ts'
import { arrangeSentences } from './sentences.ts'
import { inventDossier, locate, oneStory } from './invent-dossier.fixture.ts'
import { relateFigures } from './relate-figures.ts'

const IN_PORT = 'in {Northport=place:northport}'

type Told = readonly [date: string, text: string, words: string, amount: Partial<Amount>]

/** Figures of invented sources, with amounts by the index of their source. */
function relateAmounts(
  articles: readonly (readonly [date: string, text: string])[],
  amounts: readonly (readonly [index: number, words: string, amount: Partial<Amount>])[],
  adjudications?: Parameters<typeof relateFigures>[4],
  stories?: ReadonlyMap<string, number>,
) {
  const dossier = inventDossier(articles)
  for (const [index, words, amount] of amounts) {
    const span = locate(dossier, index, words)
    dossier.findings[index]!.amounts.push({
      span,
      unit: 'count',
      certainty: 'stated',
      rule: 'amount/invented',
      ...amount,
    })
  }
  return relateFigures(
    dossier.sources,
    dossier.findings,
    arrangeSentences(dossier.sources, dossier.mentions),
    stories ?? oneStory(dossier),
    adjudications,
  )
}

const relate = (
  told: readonly Told[],
  adjudications?: Parameters<typeof relateFigures>[4],
  stories?: ReadonlyMap<string, number>,
) =>
  relateAmounts(
    told.map(([date, text]) => [date, text]),
    told.map(([, , words, amount], index) => [index, words, amount]),
    adjudications,
    stories,
  )

const people = (low: number | undefined, high: number | undefined, measure = 'kill'): Partial<Amount> => ({
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
  counted: 'people',
  measure,
})

test.each<[string, Told, Told]>([
  [
    'place and day',
    [
      '2020-03-04',
      `At least 12 people were killed ${IN_PORT} on {Monday@2020-03-02}.`,
      'At least 12',
      people(12, undefined),
    ],
    ['2020-03-05', `Some 14 people died ${IN_PORT} on {Monday@2020-03-02}.`, 'Some 14', people(14, 14, 'die')],
  ],
  [
    'a day that only one gives',
    ['2020-03-04', `12 people were killed ${IN_PORT} on {Monday@2020-03-02}.`, '12', people(12, 12)],
    ['2020-03-05', `The blast ${IN_PORT} killed 14 people.`, '14', people(14, 14)],
  ],
])('one table: %s', (_, first, second) => {
  const [table, ...rest] = relate([first, second])
  expect(rest).toEqual([])
  expect(table!.rows.map(({ words, date }) => [words, date])).toEqual([
    [first[2], first[0]],
    [second[2], second[0]],
  ])
  expect(table).toMatchObject({
    quantity: 'death',
    place: 'place:northport',
    rows: [{}, { joined: { rule: 'figure/same-quantity' } }],
  })
})

test('a figure without a place is not that of a place it does not name', () => {
  const tables = relateAmounts(
    [
      ['2020-03-04', 'The strike on {Northport=place:northport} killed 23.'],
      ['2020-03-05', `Planes killed 19 people ${IN_PORT} and shells killed eight in {Southport=place:southport}.`],
    ],
    [
      [0, '23', people(23, 23)],
      [1, '19', people(19, 19)],
      [1, 'eight', people(8, 8)],
    ],
  )
  expect(tables.map(({ rows }) => rows.map(({ words }) => words))).toEqual([['23', '19'], ['eight']])
})

test.each<[string, string, Partial<Amount>, string, Partial<Amount>]>([
  [
    'two numbers of one source',
    '{Ada Vale=person:vale} freed 12 people.',
    people(12, 12, 'free'),
    '{Ada Vale=person:vale} had freed 14 people.',
    people(14, 14, 'free'),
  ],
  [
    'two uses of money',
    '{Ada Vale=person:vale} paid 12 dollars.',
    { unit: 'USD', low: 12, measure: 'pay' },
    '{Ada Vale=person:vale} sold it at 14 dollars.',
    { unit: 'USD', low: 14, measure: 'sell' },
  ],
  [
    'what is counted is not said',
    '{Ada Vale=person:vale} has 12 now.',
    { low: 12 },
    '{Ada Vale=person:vale} has 14 now.',
    { low: 14 },
  ],
])('no table of %s', (_, first, amount, second, other) => {
  const tables = relateAmounts(
    [['2020-03-04', `${first} ${second}`]],
    [
      [0, '12', amount],
      [0, '14', other],
    ],
  )
  expect(tables.map(({ rows }) => rows.length)).toEqual([1, 1])
})

/** They are not even shown beside one another. */
const NOTHING = ''

const YEAR: Told = [
  '2020-03-04',
  `Nearly 500 people died ${IN_PORT} during {2019@2019-01-01/2019-12-31}.`,
  'Nearly 500',
  people(450, 500, 'die'),
]

test.each<[string, Told, Told, string]>([
  [
    'a year and a war',
    YEAR,
    [
      '2020-03-04',
      `More than 3,000 people were killed ${IN_PORT} between {2014 and 2019@2014-01-01/2019-12-31}.`,
      'More than 3,000',
      people(3000, undefined),
    ],
    'the times differ',
  ],
  [
    'another place',
    YEAR,
    [
      '2020-03-04',
      'Some 500 people died in {Southport=place:southport} in {2019@2019-01-01/2019-12-31}.',
      'Some 500',
      people(500, 500),
    ],
    'the places differ',
  ],
  [
    'other victims',
    YEAR,
    [
      '2020-03-04',
      `Some 90 firemen died ${IN_PORT} in {2019@2019-01-01/2019-12-31}.`,
      'Some 90',
      { low: 90, high: 90, counted: 'firemen', measure: 'die' },
    ],
    NOTHING,
  ],
  [
    'other wholes',
    [
      '2020-03-04',
      `About 60 percent of voters stayed home ${IN_PORT}.`,
      '60',
      { unit: 'percent', low: 60, high: 60, counted: 'voters', measure: 'stay' },
    ],
    [
      '2020-03-04',
      `About 40 percent of young voters stayed home ${IN_PORT}.`,
      '40',
      { unit: 'percent', low: 40, high: 40, counted: 'young voters', measure: 'stay' },
    ],
    'different wholes',
  ],
  [
    'another calamity',
    ['2020-03-04', `A flood killed 12 people ${IN_PORT} on {Monday@2020-03-02}.`, '12', people(12, 12)],
    [
      '2020-03-04',
      `A bomb attack by gunmen left nine people shot ${IN_PORT} on {Monday@2020-03-02}.`,
      'nine',
      people(9, 9),
    ],
    NOTHING,
  ],
  [
    'a statement’s own day',
    ['2020-03-04', `Police said on {Monday@2020-03-02} that 12 people died ${IN_PORT}.`, '12', people(12, 12)],
    ['2019-06-04', `In {2018@2018-01-01/2018-12-31} 14 people died ${IN_PORT}.`, '14', people(14, 14)],
    'the times differ',
  ],
])('not compared: %s', (_, first, second, reason) => {
  const tables = relate([first, second])
  expect(tables).toHaveLength(2)
  if (reason === NOTHING) return expect(tables.map(({ beside }) => beside)).toEqual([[], []])
  expect(tables[0]!.beside).toMatchObject([
    { key: tables[1]!.key, rule: 'figure/other-quantity', reason: expect.stringContaining(reason) },
  ])
})

const CAST = '{Ada Vale=person:vale} of the {Port Board=organisation:port-board} spoke in {Northport=place:northport}.'
const OTHERS = '{Ben Okafor=person:okafor} of the {Guild=organisation:guild} spoke in {Southport=place:southport}.'

test.each<[string, Told, Told, number]>([
  [
    'names in common, one number each',
    ['2020-03-04', `${CAST} 12 people were killed.`, '12', people(12, 12)],
    ['2020-03-06', `${CAST} The toll rose to 14.`, '14', { low: 14, high: 14, measure: 'die' }],
    1,
  ],
  [
    'another story, with names in common',
    ['2020-03-04', `${CAST} 12 people were killed.`, '12', people(12, 12)],
    ['2020-06-06', `${CAST} The toll rose to 14.`, '14', { low: 14, high: 14, measure: 'die' }],
    2,
  ],
  [
    'another story, of other names',
    ['2020-03-04', `${CAST} 12 people were killed.`, '12', people(12, 12)],
    ['2020-03-06', `${OTHERS} The toll rose to 14.`, '14', { low: 14, high: 14, measure: 'die' }],
    2,
  ],
  [
    'names in common, but some of the killed',
    ['2020-03-04', `${CAST} 12 people were killed.`, '12', people(12, 12)],
    [
      '2020-03-06',
      `${CAST} Two children were killed.`,
      'Two',
      { low: 2, high: 2, counted: 'children', measure: 'kill' },
    ],
    2,
  ],
  [
    'names in common, of nothing known',
    ['2020-03-04', `${CAST} It has 12 people.`, '12', { low: 12, high: 12, counted: 'people' }],
    ['2020-03-06', `${CAST} There are 14 people.`, '14', { low: 14, high: 14, counted: 'people' }],
    2,
  ],
])('one story: %s', (_, first, second, tables) => {
  const stories = _.startsWith('another story') ? new Map([['seeds/articles/1.txt', 1]]) : undefined
  expect(relate([first, second], undefined, stories)).toHaveLength(tables)
})

test('where a source gives several numbers, the story does not show which one is meant', () => {
  expect(
    relateAmounts(
      [
        ['2020-03-04', `${CAST} 12 people were killed.`],
        ['2020-03-06', `${CAST} A fire killed 14 people. A storm killed nine people.`],
      ],
      [
        [0, '12', people(12, 12)],
        [1, '14', people(14, 14)],
        [1, 'nine', people(9, 9)],
      ],
    ),
  ).toHaveLength(3)
})

test.each<[string, string | undefined]>([
  [`In {Northport=place:northport}, 12 people died.`, 'place:northport'],
  [`12 people died ${IN_PORT}.`, 'place:northport'],
  [`The watch, which works in {Southport=place:southport}, says 12 people died.`, undefined],
  [`In all, 12 people died, including two in {Southport=place:southport}.`, undefined],
  [`A group from {Southport=place:southport} says 12 people died.`, undefined],
])('place of %j', (text, place) => {
  expect(relate([['', text, '12', people(12, 12)]])[0]!.place).toBe(place)
})

test.each<[string, string | undefined]>([
  ['12 people died in {March@2020-03-01/2020-03-31}.', 'March'],
  ['On {3 March@2020-03-03}, 12 people died.', '3 March'],
  ['The boat, which left on {3 March@2020-03-03}, lost 12 men.', undefined],
  ['Police said on {3 March@2020-03-03} that 12 people died.', undefined],
  ['12 people died in the worst fire in {a decade@P10Y}.', undefined],
  ['12 people died in {a decade@P10Y}.', 'a decade'],
  ['As of {3 March@2020-03-03} 12 people were dead.', undefined],
])('time of %j', (text, words) => {
  expect(relate([['', text, '12', people(12, 12)]])[0]!.period?.words).toBe(words)
})

test('figures that exclude one another are distinguished from those that do not', () => {
  const told = (words: string, low: number | undefined, high: number | undefined): Told => [
    '2020-03-04',
    `${words} people died ${IN_PORT} on {Monday@2020-03-02}.`,
    words,
    people(low, high, 'die'),
  ]
  expect(relate([told('At least 12', 12, undefined), told('Up to 15', undefined, 15)])[0]!.isCompatible).toBe(true)
  expect(relate([told('At least 12', 12, undefined), told('Nine', 9, 9)])[0]!.isCompatible).toBe(false)
})

test('an adjudication is in its table, and in no other', () => {
  const adjudications = [
    { figure: 'death | people | northport | 2019', status: 'conflict' as const, note: 'Two counts of the same year.' },
  ]
  const tables = relate(
    [
      YEAR,
      ['2020-03-04', `Some 90 people died ${IN_PORT} in {2018@2018-01-01/2018-12-31}.`, 'Some 90', people(90, 90)],
    ],
    adjudications,
  )
  expect(tables.map(({ key, adjudication }) => [key, adjudication?.status])).toEqual([
    ['death | people | northport | 2018', undefined],
    ['death | people | northport | 2019', 'conflict'],
  ])
})

test('the credited entity is one that the credit names', () => {
  const dossier = inventDossier([
    ['2020-03-04', 'Some 90 people died, according to the {Harbour Trust=organisation:harbour-trust}.'],
  ])
  const credited = { words: 'the Harbour Trust', span: locate(dossier, 0, 'the Harbour Trust') }
  dossier.findings[0]!.amounts.push({
    span: locate(dossier, 0, 'Some 90'),
    unit: 'count',
    certainty: 'stated',
    rule: 'amount/invented',
    ...people(90, 90),
    credited,
  })
  expect(
    relateFigures(
      dossier.sources,
      dossier.findings,
      arrangeSentences(dossier.sources, dossier.mentions),
      oneStory(dossier),
    )[0]!.rows[0]!.credited,
  ).toMatchObject({
    words: 'the Harbour Trust',
    entity: 'organisation:harbour-trust',
  })
})

test('the day of the credit is not the time of the figure', () => {
  const dossier = inventDossier([['2020-03-04', '12 people died, police said on {Monday@2020-03-02}.']])
  const credited = { words: 'police', span: locate(dossier, 0, 'police') }
  const amount = {
    span: locate(dossier, 0, '12'),
    unit: 'count',
    certainty: 'stated',
    rule: 'amount/invented',
  } as const
  dossier.findings[0]!.amounts.push({ ...amount, ...people(12, 12), credited })
  expect(
    relateFigures(
      dossier.sources,
      dossier.findings,
      arrangeSentences(dossier.sources, dossier.mentions),
      oneStory(dossier),
    )[0],
  ).not.toHaveProperty('period')
})

test('a toll goes on from week to week, and a sentence with two numbers has two', () => {
  const tables = relateAmounts(
    [
      ['2020-03-04', `${CAST} 12 people were killed.`],
      ['2020-03-10', `${CAST} The toll rose to 14.`],
      ['2020-03-15', `${CAST} The toll rose to 15.`],
      ['2020-03-15', 'Nine of 48 samples were taken in {May@2019-05-01/2019-05-31}.'],
    ],
    [
      [0, '12', people(12, 12)],
      [1, '14', { low: 14, high: 14, measure: 'die' }],
      [2, '15', { low: 15, high: 15, measure: 'die' }],
      [3, 'Nine', { low: 9, high: 9, counted: 'samples', measure: 'take' }],
      [3, '48', { low: 48, high: 48, counted: 'samples', measure: 'take' }],
    ],
  )
  expect(tables.map(({ quantity, rows }) => [quantity, rows.length])).toEqual([
    ['count', 1],
    ['count', 1],
    ['death', 3],
  ])
})

const exactly = (number: number, counted?: string, measure?: string): Partial<Amount> => ({
  low: number,
  high: number,
  ...(counted && { counted }),
  ...(measure && { measure }),
})
const strength = (number: number): Partial<Amount> => ({ ...exactly(number), unit: 'magnitude', measure: 'magnitude' })
type Numbers = [text: string, ...amounts: [words: string, amount: Partial<Amount>][]]

/** So that no number leads its source. */
const LATER = 'It rained. It snowed. It blew. It froze. It thawed.'

test.each<[string, Numbers, Numbers, boolean]>([
  [
    'things that each source counts once',
    [`${CAST} ${LATER} Pirates hold 12 ships and their crews.`, ['12', exactly(12, 'ships')]],
    [`${CAST} ${LATER} Crews of 17 hijacked ships wait for the pirates.`, ['17', exactly(17, 'hijacked ships')]],
    true,
  ],
  [
    'things that one source counts twice',
    [`${CAST} ${LATER} Pirates hold 12 ships and their crews.`, ['12', exactly(12, 'ships')]],
    [
      `${CAST} ${LATER} Crews of 17 hijacked ships wait for the pirates. A hundred ships pass.`,
      ['17', exactly(17, 'hijacked ships')],
      ['A hundred', exactly(100, 'ships')],
    ],
    false,
  ],
  [
    'what became of the same part',
    [`${CAST} Three bombs exploded.`, ['Three', exactly(3, 'bombs', 'explode')]],
    [`${CAST} Of the bombs, of which four exploded, none hit.`, ['four', exactly(4, undefined, 'explode')]],
    true,
  ],
  [
    'the second of two earthquakes',
    [`${CAST} Quakes of 7.6 and 7.4 struck.`, ['7.6', strength(7.6)], ['7.4', strength(7.4)]],
    [`${CAST} Quakes of 7.6 and 7.5 struck.`, ['7.6', strength(7.6)], ['7.5', strength(7.5)]],
    true,
  ],
  [
    'sources that share no name',
    [`${CAST} ${LATER} Pirates hold 12 ships and their crews.`, ['12', exactly(12, 'ships')]],
    [`${OTHERS} ${LATER} Crews of 17 hijacked ships wait for the pirates.`, ['17', exactly(17, 'hijacked ships')]],
    false,
  ],
  [
    'scores before names',
    [`${CAST} Results: Ayr 6 Berwick 0 in the league.`, ['6', exactly(6, 'Berwick')]],
    [`${CAST} Results: Clyde 4 Berwick 1 in the league.`, ['4', exactly(4, 'Berwick')]],
    false,
  ],
])('asked about: %s', (_, [one, ...its], [other, ...theirs], isAsked) => {
  const tables = relateAmounts(
    [
      ['2020-03-04', one],
      ['2020-03-04', other],
    ],
    [
      ...its.map(([words, amount]) => [0, words, amount] as const),
      ...theirs.map(([words, amount]) => [1, words, amount] as const),
    ],
  )
  expect(tables.flatMap(({ likely = [] }) => likely)).toHaveLength(isAsked ? 1 : 0)
})
