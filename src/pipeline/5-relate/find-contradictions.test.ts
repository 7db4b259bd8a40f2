import { expect, test } from 'vitest'
import type { Answer } from '../../model/comparison.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import type { Invented } from './invent-dossier.fixture.ts'
import { arrangeSentences } from './sentences.ts'
import { inventDossier, locate } from './invent-dossier.fixture.ts'
import { findContradictions } from './find-contradictions.ts'
import { relateDatedEvents } from './relate-dated-events.ts'
import { relateQuotations } from './relate-quotations.ts'

function check(
  dossier: Invented,
  { answers = [], register = [] }: { answers?: Answer[]; register?: RegisteredEntity[] } = {},
) {
  const { sources, findings, mentions } = dossier
  const sentences = arrangeSentences(sources, mentions)
  const { datedEvents, unplaced } = relateDatedEvents(sources, findings, sentences, new Map())
  const quotations = relateQuotations(sources, findings, [], mentions)
  return findContradictions({
    sources,
    sentences,
    findings,
    entities: [],
    datedEvents,
    unplaced,
    quotations,
    register,
    answers,
  })
}

const VALE = '{Vale=person:vale}'
const OKAFOR = '{Okafor=person:okafor}'
const IN_PORT = 'in {Northport=place:northport}'
const THIRD = '{3 March@2020-03-03}'
const FIFTH = '{5 March@2020-03-05}'

test.each<[string, string[], string[]]>([
  ['past after the report', [`${VALE} was killed on ${FIFTH}.`], ['contradiction/past-after-report']],
  ['a plan after the report', [`${VALE} announced a vote on ${FIFTH}.`], []],
  ['a schedule after the report', [`The vote with ${VALE} was set for ${FIFTH}.`], []],
  [
    'one meeting, two dates',
    [
      `Talks with ${VALE} will be held ${IN_PORT} on ${FIFTH}.`,
      `The talks with ${VALE} ${IN_PORT} are due to begin on {6 March@2020-03-06}.`,
    ],
    ['contradiction/two-dates'],
  ],
  [
    'attacks on two days',
    [
      `${VALE} attacked ${OKAFOR} ${IN_PORT} on {1 March@2020-03-01}.`,
      `${VALE} attacked ${OKAFOR} ${IN_PORT} on ${THIRD}.`,
    ],
    [],
  ],
  [
    'one truce, two days',
    [
      `${VALE} and ${OKAFOR} signed a truce on {1 March@2020-03-01}.`,
      `The truce of ${VALE} and ${OKAFOR} was signed on ${THIRD}.`,
    ],
    ['contradiction/two-dates'],
  ],
  [
    'two rounds, two dates',
    [
      `The first talks with ${VALE} will be held ${IN_PORT} on ${FIFTH}.`,
      `The second talks with ${VALE} ${IN_PORT} are due to begin on {6 March@2020-03-06}.`,
    ],
    [],
  ],
  [
    'two dates in one sentence',
    [`Talks with ${VALE} will be held on ${FIFTH} and ${OKAFOR} holds talks with ${VALE} on {6 March@2020-03-06}.`],
    [],
  ],
  [
    'alive after death',
    [`${VALE} died on {1 March@2020-03-01}.`, `${VALE} visited the port on ${THIRD}.`],
    ['contradiction/active-after-death'],
  ],
  ['alive before death', [`${VALE} died on ${THIRD}.`, `${VALE} visited the port on {1 March@2020-03-01}.`], []],
  ['another is alive', [`${VALE} died on {1 March@2020-03-01}.`, `${OKAFOR} visited ${VALE}’s grave on ${THIRD}.`], []],
  ['buried after death', [`${VALE} died on {1 March@2020-03-01}.`, `${VALE} was buried on ${THIRD}.`], []],
])('%s', (_, paragraphs, expected) => {
  expect(check(inventDossier([['2020-03-04', ...paragraphs]])).map(({ rule }) => rule)).toEqual(expected)
})

test.each<[string, number[], boolean]>([
  ['Of the 12 dead, comprising 7 men and 4 women, all lived here.', [12, 7, 4], true],
  ['Of the 12 dead, comprising 7 men and 5 women, all lived here.', [12, 7, 5], false],
  ['Police counted 12 dead, including 4 men and 3 women.', [12, 4, 3], false],
  ['Police counted 12 dead, including 14 men.', [12, 14], true],
  ['Police counted 12 dead: 7 men and 4 women.', [12, 7, 4], true],
  ['Police counted 12 dead and 14 hurt.', [12, 14], false],
  ['Of the thieves 2 of them fled but 3 were held.', [2, 3], false],
])('parts of %j', (text, numbers, isWrong) => {
  const dossier = inventDossier([['', text]])
  for (const number of numbers) {
    dossier.findings[0]!.amounts.push({
      span: locate(dossier, 0, String(number)),
      low: number,
      high: number,
      unit: 'count',
      certainty: 'stated',
      rule: 'amount/invented',
    })
  }
  expect(check(dossier).map(({ rule }) => rule)).toEqual(isWrong ? ['contradiction/parts-do-not-sum'] : [])
})

test('a quotation cited from beyond its passage is an error', () => {
  const dossier = inventDossier([['', 'He said: “We go.”']])
  const quoted = { mode: 'direct' as const, rule: 'quotation/invented' }
  dossier.findings[0]!.quotations.push(
    { ...quoted, spans: [locate(dossier, 0, 'We go.')] },
    { ...quoted, spans: [{ passage: 7, start: 0, end: 4 }] },
  )
  expect(check(dossier).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['contradiction/quotation-not-in-passage', 'error'],
  ])
})

test('a register entry that nobody mentions is reported at its line', () => {
  const entry: RegisteredEntity = {
    name: 'Lund',
    kind: 'person',
    aliases: [],
    labels: [],
    demonyms: [],
    sameAs: [],
    capitals: [],
    same: [],
    notSame: [],
    possiblySame: [],
    file: 'seeds/register/people.yml',
    line: 7,
  }
  const { sources, ...rest } = inventDossier([['', 'Nothing of Vale.']])
  const [one, ...others] = check({ sources, ...rest }, { register: [entry, { ...entry, name: 'Vale' }] })
  expect(others).toEqual([])
  expect(one).toMatchObject({
    written: { file: 'seeds/register/people.yml', line: 7 },
    severity: 'warning',
    rule: 'contradiction/register-unmentioned',
  })
})

test('an answer silences until the passages change', () => {
  const dossier = inventDossier([['2020-03-04', 'Some words first.', `${VALE} was killed on ${FIFTH}.`]])
  const [open] = check(dossier)
  expect(open!.passages[0]).toMatchObject({ file: 'seeds/articles/0.txt', start: 0 })
  const answers = [{ key: open!.key, reason: 'The day is misprinted.', passages: open!.hash }]
  const [answered] = check(dossier, { answers })
  expect(answered!.answer).toEqual({ reason: 'The day is misprinted.', isCurrent: true })
  const old = answers.map((answer) => ({ ...answer, key: answer.key.replace('contradiction/', 'relate/') }))
  expect(check(dossier, { answers: old })[0]!.answer, 'a key with the former name of its rule').toEqual(
    answered!.answer,
  )
  const changed = inventDossier([['2020-03-04', 'Some words first.', `Mr ${VALE} was killed on ${FIFTH}.`]])
  expect(check(changed, { answers })).toMatchObject([{ answer: { isCurrent: false } }])
})
