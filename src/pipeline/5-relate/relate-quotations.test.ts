import { expect, test } from 'vitest'
import type { QuotationMention } from '../../model/quotation.ts'
import { inventDossier, locate } from './invent-dossier.fixture.ts'
import type { Invented } from './invent-dossier.fixture.ts'
import { relateQuotations } from './relate-quotations.ts'

type Quoted = readonly [
  source: number,
  words: string,
  speaker?: string,
  form?: 'named' | 'described',
  mode?: QuotationMention['mode'],
]

function relate(dossier: Invented, quoted: readonly Quoted[]) {
  for (const [index, words, speaker, form = 'named', mode = 'direct'] of quoted) {
    dossier.findings[index]!.quotations.push({
      spans: [locate(dossier, index, words)],
      mode,
      ...(speaker !== undefined && {
        speaker: {
          words: speaker,
          span: locate(dossier, index, speaker),
          form,
          certainty: 'stated',
          rule: 'quotation/invented',
        },
      }),
      rule: 'quotation/invented',
    })
  }
  return relateQuotations(dossier.sources, dossier.findings, [], dossier.mentions)
}

const VALE = '{Ada Vale=person:vale}'
const OKAFOR = '{Ben Okafor=person:okafor}'

test('one speaker, two spellings: one quotation, earliest occurrence first, the spelling marked', () => {
  const dossier = inventDossier([
    ['2020-03-09', `“We will honour the cease-fire along the whole river,” ${VALE} said.`],
    ['2020-03-02', `“We will honor the ceasefire along the whole river”, said ${VALE}.`],
  ])
  const [one, ...rest] = relate(dossier, [
    [0, 'We will honour the cease-fire along the whole river', 'Ada Vale'],
    [1, 'We will honor the ceasefire along the whole river', 'Ada Vale'],
  ])
  expect(rest).toEqual([])
  expect(one).toMatchObject({ speaker: 'person:vale', words: 'We will honor the ceasefire along the whole river' })
  expect(one!.occurrences.map(({ date }) => date)).toEqual(['2020-03-02', '2020-03-09'])
  expect(one!.occurrences[1]!.joined?.rule).toBe('occurrence/same-words')
  expect(one!.occurrences[1]!.differs).toEqual([
    { kind: 'spelling', start: 8, end: 14, first: 'honor' },
    { kind: 'spelling', start: 19, end: 29, first: 'ceasefire' },
  ])
})

const LONG = 'The bridge will stay shut until the river has fallen'

test.each<[string, string, string, number]>([
  ['other words at one place', LONG, 'The bridge will remain shut until the river has fallen', 1],
  ['an insert in brackets', LONG, 'The bridge will stay shut until the river [Arn] has fallen', 1],
  ['a part', `${LONG} and the engineers have looked at every one of its eleven old stone piers`, LONG, 1],
  ['a negation', LONG, 'The bridge will not stay shut until the river has fallen', 2],
  ['another number', 'We counted 12 boats on the river this spring', 'We counted 15 boats on the river this spring', 2],
  ['another sentence', LONG, 'The bridge will open when the engineers have seen it', 2],
  ['few words, one changed', 'We shall wait for it', 'We shall wait for them', 2],
])('the same speaker: %s', (_, first, second, expected) => {
  const dossier = inventDossier([
    ['2020-03-02', `“${first},” ${VALE} said.`],
    ['2020-03-03', `“${second},” ${VALE} said.`],
  ])
  expect(
    relate(dossier, [
      [0, first, 'Ada Vale'],
      [1, second, 'Ada Vale'],
    ]),
  ).toHaveLength(expected)
})

test('the same words by two named speakers are two quotations', () => {
  const dossier = inventDossier([
    ['2020-03-02', `“${LONG},” ${VALE} said.`],
    ['2020-03-03', `“${LONG},” ${OKAFOR} said.`],
  ])
  const quotations = relate(dossier, [
    [0, LONG, 'Ada Vale'],
    [1, LONG, 'Ben Okafor'],
  ])
  expect(quotations.map(({ speaker }) => speaker)).toEqual(['person:vale', 'person:okafor'])
  expect(new Set(quotations.map(({ key }) => key)).size).toBe(2)
})

test('an unnamed first occurrence does not bring two named speakers together', () => {
  const dossier = inventDossier([
    ['2020-03-01', `“${LONG}.”`],
    ['2020-03-02', `“${LONG},” ${VALE} said.`],
    ['2020-03-03', `“${LONG},” ${OKAFOR} said.`],
  ])
  const quotations = relate(dossier, [
    [0, LONG],
    [1, LONG, 'Ada Vale'],
    [2, LONG, 'Ben Okafor'],
  ])
  expect(quotations.map(({ occurrences }) => occurrences.length)).toEqual([2, 1])
})

test('a described speaker never gets an entity, not even from another occurrence', () => {
  const dossier = inventDossier([
    ['2020-03-02', `“${LONG},” an aide of ${VALE} said.`],
    ['2020-03-03', `“${LONG},” said ${VALE}.`],
  ])
  const [one] = relate(dossier, [
    [0, LONG, 'an aide of Ada Vale', 'described'],
    [1, LONG, 'Ada Vale'],
  ])
  expect(one).toMatchObject({ speakerWords: 'an aide of Ada Vale', occurrences: [{}, { speaker: 'person:vale' }] })
  expect(one).not.toHaveProperty('speaker')
  expect(one!.occurrences[0]).not.toHaveProperty('speaker')
})

test.each<[string, string | undefined, number]>([
  ['the same speaker', 'Ada Vale', 1],
  ['no speaker', undefined, 2],
])('a short fragment with %s', (_, speaker, expected) => {
  const dossier = inventDossier([
    ['2020-03-02', `${VALE} called it “a slow tide”.`],
    ['2020-03-03', `${VALE} spoke of “a slow tide”.`],
  ])
  const quoted: Quoted[] = [0, 1].map((index) =>
    speaker === undefined ? [index, 'a slow tide'] : [index, 'a slow tide', speaker],
  )
  expect(relate(dossier, quoted)).toHaveLength(expected)
})

test('who denies words has not said them', () => {
  const dossier = inventDossier([
    ['2020-03-02', `${VALE} said that ${LONG}.`],
    ['2020-03-03', `${VALE} denied that ${LONG}.`],
  ])
  const quotations = relate(dossier, [
    [0, LONG, 'Ada Vale', 'named', 'reported'],
    [1, `denied that ${LONG}`, 'Ada Vale', 'named', 'reported'],
  ])
  expect(quotations.map(({ occurrences }) => occurrences.length)).toEqual([1, 1])
})

test('reported speech is not joined with the quoted words', () => {
  const dossier = inventDossier([
    ['2020-03-02', `“${LONG},” ${VALE} said.`],
    ['2020-03-03', `${VALE} said ${LONG}.`],
  ])
  const modes = relate(dossier, [
    [0, LONG, 'Ada Vale'],
    [1, LONG, 'Ada Vale', 'named', 'reported'],
  ]).map(({ mode }) => mode)
  expect(modes).toEqual(['direct', 'reported'])
})

test.each<[words: string, verb: string | undefined, mode?: QuotationMention['mode'], language?: string]>([
  ['denied on Monday that it had the letter', 'denied'],
  ['flatly rejected the claim', 'rejected'],
  ['it had denied nothing', undefined],
  ['that nobody denied it', undefined],
  ['denied that it had the letter', undefined, 'direct'],
  ['denied that it had the letter', undefined, 'reported', 'fr'],
])('“%s” denies by “%s”', (words, verb, mode = 'reported', language = 'en') => {
  const dossier = inventDossier([['2020-03-02', `The company ${words}.`]])
  const sources = dossier.sources.map((source) => ({ ...source, language }))
  const [one] = relate({ ...dossier, sources }, [[0, words, 'The company', 'described', mode]])
  const reason = `“${verb}” denies what follows.`
  expect(one!.denial).toEqual(verb && { rule: 'occurrence/denial', certainty: 'stated', reason })
})
