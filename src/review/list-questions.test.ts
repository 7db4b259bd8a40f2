import { expect, test } from 'vitest'
import type { DateMention } from '../model/date.ts'
import type { Dossier, Findings } from '../model/dossier.ts'
import type { Entity, ResolvedMention } from '../model/entity.ts'
import type { QuotationMention } from '../model/quotation.ts'
import type { Source } from '../model/source.ts'
import { sampleDossier, sampleEntity, sampleSource } from '../test/samples/sample-dossier.ts'
import { askAboutDropped } from './ask-about-sources.ts'
import { listQuestions } from './list-questions.ts'

const FILE = 'seeds/articles/a.txt'
const TEXT = 'Ines Okafor signed on Friday. “It is fair,” she said.'
const span = (words: string) => ({ passage: 1, start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

const okafor = sampleEntity('person', 'Ines Okafor')
const mention = (words: string, changes: Partial<ResolvedMention> = {}): ResolvedMention => ({
  span: { passage: 1, start: 0, end: 1 },
  kind: 'person',
  form: 'name',
  certainty: 'stated',
  rule: 'sample',
  file: FILE,
  words,
  entity: okafor.key,
  step: { rule: 'sample', certainty: 'stated', reason: '' },
  ...changes,
})
const date = (changes: Partial<DateMention> = {}): DateMention => ({
  span: span('Friday'),
  type: 'DATE',
  certainty: 'inferred',
  rule: 'sample',
  reason: '',
  ...changes,
})
const quotation = (changes: Partial<QuotationMention> = {}): QuotationMention => ({
  spans: [span('It is fair,')],
  mode: 'direct',
  rule: 'sample',
  ...changes,
})
const speaker = (certainty: 'stated' | 'inferred' | 'editor'): QuotationMention['speaker'] => ({
  words: 'she',
  span: span('she'),
  form: 'described',
  certainty,
  rule: 'sample',
})

interface Parts {
  readonly source?: Partial<Source>
  readonly found?: Partial<Findings>
  readonly entities?: readonly Entity[]
  readonly mentions?: readonly ResolvedMention[]
}

function dossierOf({ source = {}, found = {}, entities = [], mentions = [] }: Parts): Dossier {
  const one = { ...sampleSource(FILE, { texts: [TEXT] }), ...source }
  const findings = { file: FILE, mentions: [], dates: [], quotations: [], amounts: [], roles: [], ...found }
  return { ...sampleDossier([one], entities), findings: [findings], mentions: [...mentions] }
}

const keysOf = (parts: Parts) => listQuestions(dossierOf(parts), []).map(({ key }) => key)
const only = (parts: Parts) => listQuestions(dossierOf(parts), [])[0]!

const twice = [mention('Ines Okafor'), mention('Ms Okafor')]
const guessed = mention('Okafor', { step: { rule: 'identity/shortened-name', certainty: 'inferred', reason: '' } })
const surname = mention('Okafor', { step: { rule: 'identity/surname', certainty: 'inferred', reason: '' } })
const across = { rule: 'identity/same-name-across', certainty: 'inferred', reason: '' } as const
const spelling = { ...across, rule: 'identity/other-spelling' }
const boat = sampleEntity('object', 'Ines Okafor')
const names: [string, Parts, string[]][] = [
  ['joined by a guess', { entities: [okafor], mentions: [...twice, guessed] }, ['name | person:ines okafor']],
  ['joined by a surname', { entities: [okafor], mentions: [...twice, surname] }, []],
  ['joined to another spelling', { entities: [{ ...okafor, identity: [spelling] }] }, ['name | person:ines okafor']],
  ['joined to its equal', { entities: [{ ...okafor, identity: [across] }], mentions: twice }, []],
  ['printed often and alike', { entities: [okafor], mentions: twice }, []],
  ['in the register', { entities: [{ ...okafor, isRegistered: true }], mentions: [guessed] }, []],
  ['of two kinds', { entities: [okafor, boat], mentions: twice }, ['name | object or person | Ines Okafor']],
]
test.each(names)('asks about a name: %s', (_, parts, keys) => expect(keysOf(parts)).toEqual(keys))

test('the YAML for a name is an entry of its register, with the other wordings as aliases', () => {
  const { choices, weight } = only({ entities: [okafor], mentions: [...twice, guessed] })
  expect([choices[0]!.file, weight]).toEqual(['seeds/register/people.yml', 3])
  expect(choices[0]!.item).toEqual({ name: 'Ines Okafor', kind: 'person', aliases: ['Ms Okafor', 'Okafor'] })
})

const france = { ...sampleEntity('place', 'France'), subtype: 'country' }
test('the YAML for a place keeps its subtype, and demonyms apart from aliases', () => {
  const mentions = ['France', 'French'].map((words) => ({
    ...guessed,
    ...{ words, entity: france.key, form: words === 'France' ? ('name' as const) : ('demonym' as const) },
  }))
  const { choices } = only({ entities: [france], mentions })
  expect(choices[0]!.item).toEqual({ name: 'France', kind: 'place', subtype: 'country', demonyms: ['French'] })
})

const vale = sampleEntity('person', 'Marta Vale')
const maybe = (entity: Entity, other: Entity): Entity => ({
  ...entity,
  possiblySame: [
    { entity: other.key, rule: 'identity/possibly-same', reason: 'Both sign for the port.', evidence: [] },
  ],
})
const decided = (entity: Entity): Entity => ({
  ...entity,
  identity: [{ rule: 'identity/register-not-same', certainty: 'editor', reason: 'Not Marta Vale.' }],
})
const pairs: [string, Entity[], string[]][] = [
  ['one side', [maybe(okafor, vale), vale], ['same | person:ines okafor | person:marta vale']],
  ['both sides, once', [maybe(vale, okafor), maybe(okafor, vale)], ['same | person:ines okafor | person:marta vale']],
  ['decided by an editor', [decided(maybe(okafor, vale)), vale], []],
  ['an entity that is gone', [maybe(okafor, vale)], []],
]
test.each(pairs)('asks whether two entities are one: %s', (_, entities, keys) =>
  expect(keysOf({ entities })).toEqual(keys),
)

const [bare, helen, oliver] = ['Strand', 'Helen Strand', 'Oliver Strand'].map((name) => sampleEntity('person', name))
test('a surname that two persons bear is asked about in its article, never answered for all sources', () => {
  const open = maybe(bare!, helen!)
  const either = { ...open, possiblySame: [...open.possiblySame, ...maybe(bare!, oliver!).possiblySame] }
  const named = mention('Okafor', { entity: bare!.key, span: span('Okafor') })
  const asked = listQuestions(dossierOf({ entities: [either, helen!, oliver!], mentions: [named, named] }), [])
  expect(asked.map(({ text }) => text)).toEqual([`Who is “Okafor” in ${FILE}?`])
  expect(asked[0]!.choices.slice(0, 2)).toMatchObject(
    ['Helen Strand', 'Oliver Strand'].map((entity) => ({
      file: 'seeds/articles/a.yml',
      field: 'corrections',
      item: { kind: 'name', at: { exact: 'Okafor' }, entity, everywhere: true },
    })),
  )
})

test('a decision about a short and a full name is written into the entry of the full one', () => {
  const initial = sampleEntity('person', 'H. Strand')
  const { choices } = only({ entities: [maybe(initial, helen!), helen!] })
  expect(choices[0]).toMatchObject({ entry: { name: 'Helen Strand' }, field: 'same', item: { name: 'H. Strand' } })
})

const SPELLINGS: [string, string, boolean][] = [
  ['Ines Okafor', 'Ynes Okafor', true],
  ['Ines Okafor', 'Inès Okafor', false],
  ['Jonas Vale', 'Tomas Vale', false],
  ['Mohammed Haddoun', 'Mohamad Haddoun', true],
  ['Zakaria Malahifji', 'Zakaria Malahefji', true],
  ['Ines Okafor', 'Ynes Ocafor', false],
  ['J. Vale', 'K. Vale', false],
  ['Ines Okafor', 'Ines Maria Okafor', false],
]
test.each(SPELLINGS)('asks whether “%s” and “%s” of two sources are one: %s', (a, b, isAsked) => {
  const entities = [sampleEntity('person', a), sampleEntity('person', b)]
  const mentions = entities.map(({ key, name }, at) => mention(name, { entity: key, file: `${at}.txt` }))
  const ask = (of: readonly ResolvedMention[]) => keysOf({ entities, mentions: of })
  expect(ask(mentions)).toHaveLength(isAsked ? 1 : 0)
  expect(ask(mentions.map((one) => ({ ...one, file: FILE })))).toEqual([])
})

const day = { value: '2019-05-04', certainty: 'stated' as const, rule: 'sample', evidence: [] }
const dates: [string, Parts, number][] = [
  ['open', { found: { dates: [date(), date({ type: 'TIME' })] } }, 2],
  ['with a day', { found: { dates: [date({ lo: '2019-05-03', hi: '2019-05-03' })] } }, 0],
  ['a duration', { found: { dates: [date({ type: 'DURATION' })] } }, 0],
  ['in a dated source', { found: { dates: [date()] }, source: { metadata: { date: day } } }, 0],
]
test.each(dates)('asks when a source was published: its dates are %s', (_, parts, weight) => {
  const questions = listQuestions(dossierOf(parts), [])
  expect(questions.map((one) => [one.key, one.weight, one.ownWords?.file])).toEqual(
    weight === 0 ? [] : [[`date | ${FILE}`, weight, 'seeds/articles/a.yml']],
  )
})

const speakers: [string, QuotationMention, RegExp | undefined][] = [
  ['nobody', quotation(), /nobody that a rule could name/],
  ['inferred', quotation({ speaker: speaker('inferred') }), /“she”, worked out by sample/],
  ['stated', quotation({ speaker: speaker('stated') }), undefined],
  ['from an editor', quotation({ speaker: speaker('editor') }), undefined],
  ['nobody, of a fragment', quotation({ mode: 'fragment' }), undefined],
  ['nobody in a transcript', quotation({ rule: 'quotation/transcript' }), undefined],
  ['the one before', quotation({ speaker: { ...speaker('inferred')!, rule: 'quotation/same-paragraph' } }), undefined],
]
test.each(speakers)('asks who speaks: %s', (_, one, text) => {
  const questions = listQuestions(dossierOf({ found: { quotations: [one] } }), [])
  expect(questions.map((question) => question.text)).toEqual(text ? [expect.stringMatching(text)] : [])
})

const pronoun = { ...speaker('inferred')!, words: 'Okafor', as: span('she'), rule: 'quotation/speaker-then-verb' }
const person = (words: string) => [{ ...mention(words), span: span(words) }]
test.each([
  ['nobody else', [], 0],
  ['the person meant', person('Ines Okafor'), 0],
  ['another person', person('Ines'), 1],
])('asks who is meant by a pronoun where the words before it name %s', (_, mentions, count) => {
  const found = { quotations: [quotation({ speaker: pronoun })], mentions }
  expect(listQuestions(dossierOf({ found }), [])).toHaveLength(count)
})

test('offers the names of the passage first, then who speaks elsewhere, and no newspaper that it does not name', () => {
  const texts = [
    'The Northport Example reported on Jonas Vale and Hugo Brandt. The Daily Quay was there.',
    'Marta Lund was killed. “No,” said Mr Brandt.',
    'Ines Okafor came. “It is fair.” The Harbour Union left.',
  ]
  const at = (passage: number, words: string) => ({
    passage,
    start: texts[passage - 1]!.indexOf(words),
    end: texts[passage - 1]!.indexOf(words) + words.length,
  })
  const named = (passage: number, words: string, more: Partial<ResolvedMention> = {}) => ({
    ...mention(words, more),
    span: at(passage, words),
  })
  const body = { kind: 'organisation' as const }
  const mentions = [
    named(1, 'The Northport Example', body),
    named(1, 'Jonas Vale'),
    named(1, 'Hugo Brandt'),
    named(1, 'The Daily Quay', { ...body, subtype: 'newspaper' }),
    named(2, 'Marta Lund'),
    named(2, 'Brandt'),
    named(3, 'Ines Okafor'),
    named(3, 'The Harbour Union', body),
  ]
  const quotations = [
    quotation({ spans: [at(2, 'No,')], speaker: { ...speaker('stated')!, words: 'Mr Brandt' } }),
    quotation({ spans: [at(3, 'It is fair.')] }),
  ]
  const publisher = { value: 'The Northport Example', certainty: 'editor' as const, rule: 'sample', evidence: [] }
  const source = sampleSource(FILE, { texts })
  const parts = { source: { ...source, metadata: { ...source.metadata, publisher } }, found: { mentions, quotations } }
  const [asked] = listQuestions(dossierOf(parts), [])
  expect(asked!.choices.slice(0, -2).map(({ says }) => says)).toEqual([
    'The Harbour Union',
    'Ines Okafor',
    'Hugo Brandt',
    'Marta Lund',
    'Jonas Vale',
  ])
})

test.each([
  ['an organisation, in its own voice', sampleEntity('organisation', 'Okafor'), 'source' as const, 1],
  ['an organisation, in a quotation', sampleEntity('organisation', 'Okafor'), 'quoted' as const, 0],
  ['a place', sampleEntity('place', 'Okafor'), 'source' as const, 0],
])('asks whether a source puts a label on %s', (_, entity, voice, count) => {
  const uses = [{ at: { ...span('signed'), file: FILE }, words: 'signed', voice }]
  const rows = [{ wording: 'signed', form: 'label' as const, sources: [{ file: FILE, uses }] }]
  const dossier = dossierOf({ entities: [entity] })
  const asked = listQuestions({ ...dossier, wordings: { entities: [{ entity: entity.key, rows }], choices: [] } }, [])
  expect(asked.map(({ choices }) => choices[0]!.item)).toMatchObject(
    Array(count).fill({ kind: 'label', at: { article: FILE, exact: 'signed' }, is: 'none' }),
  )
})

const SENTENCE = 'Read our guide to the harbour and the people who work in it.'
const blocks: [string, string, string, boolean][] = [
  ['a sentence', SENTENCE, 'boilerplate/foot', true],
  ['a sentence in quotation marks', `“${SENTENCE}”`, 'boilerplate/foot', true],
  ['no sentence', SENTENCE.slice(0, -1), 'boilerplate/foot', false],
  ['few words', 'Read our guide to the harbour.', 'boilerplate/foot', false],
  ['a sentence that its words tell', SENTENCE, 'boilerplate/subscribe', false],
  ['a sentence that the page marks', SENTENCE, 'boilerplate/not-article', false],
]
test.each(blocks)('asks whether a set-aside block is text: %s', (_, words, rule, isAsked) => {
  const text = `One.\n\n${words}\n`
  const setAside = [{ start: 6, end: 6 + words.length, kind: 'promotion', rule }] as unknown as Source['setAside']
  const questions = listQuestions(dossierOf({ source: { text, setAside } }), [])
  expect(questions.map(({ choices }) => choices[0]!.item)).toMatchObject(
    isAsked ? [{ kind: 'line', at: { exact: words.split(' ').slice(0, 12).join(' ') }, is: 'text' }] : [],
  )
})

const many: Parts = {
  entities: [okafor],
  mentions: [...twice, guessed],
  found: { dates: [date(), date()], quotations: [quotation()] },
}
test.each<[what: string, line: string, kind: string, rule: string, only: string | undefined]>([
  ['a name with an age', '• Ana Lopes, 31, a crane driver', 'related', 'boilerplate/related-run', 'Ana Lopes, 31'],
  ['a name by shape alone', 'Then Wim Kok sang', 'navigation', 'boilerplate/short-line-run', 'Wim Kok'],
  ['a name below a label', 'Then Wim Kok sang', 'related', 'boilerplate/related-list', undefined],
  ['a name that the text has', 'Then Ines Okafor sang', 'navigation', 'boilerplate/short-line-run', undefined],
  ['a name alone', 'Ana Lopes', 'navigation', 'boilerplate/short-line-run', undefined],
  ['a credit', 'Photo: Ana Lopes, 31', 'caption', 'boilerplate/caption-credit', undefined],
])('asks of lines left out: %s', (_, line, kind, rule, only) => {
  const passages = [{ ordinal: 1, kind: 'paragraph' as const, text: TEXT, segments: [] }]
  const left = { start: TEXT.length + 1, end: TEXT.length + 1 + line.length, kind, rule }
  const source = { ...sampleSource(FILE, { texts: [TEXT] }), text: `${TEXT}\n${line}`, passages, setAside: [left] }
  const asked = askAboutDropped(sampleDossier([source]))
  expect(asked).toHaveLength(only === undefined ? 0 : 1)
  if (only !== undefined) expect(asked[0]!.text).toContain(`“${only}” stands nowhere else`)
})

const WARNING = 'Read more: a report told Ines Okafor in May that the brakes of the crane had failed.'
const inPlainText: [string, string, readonly Entity[], number][] = [
  ['a sentence about a person of the dossier', WARNING, [okafor], 1],
  ['a sentence about nobody known', WARNING, [], 0],
  ['a headline that names her', 'Read more: Ines Okafor signs', [okafor], 0],
]
test.each(inPlainText)('asks of lines left out of plain text: %s', (_, line, people, count) => {
  const left = { start: TEXT.length + 1, end: TEXT.length + 1 + line.length, kind: 'related', rule: 'related/label' }
  const source = { ...sampleSource(FILE, { texts: [TEXT] }), text: `${TEXT}\n${line}`, setAside: [left] }
  expect(askAboutDropped(sampleDossier([{ ...source, format: 'text' }], people))).toHaveLength(count)
  expect(askAboutDropped(sampleDossier([{ ...source, format: 'html' }], people))).toHaveLength(0)
})

test('the most important question comes first; reviewed ones are left out', () => {
  const topics = (reviewed: string[]) =>
    listQuestions(
      dossierOf(many),
      reviewed.map((key) => ({ key, reason: 'Fine.' })),
    ).map(({ topic }) => topic)
  expect(topics([])).toEqual(['speaker', 'name', 'date'])
  expect(topics([`date | ${FILE}`])).toEqual(['speaker', 'name'])
})
