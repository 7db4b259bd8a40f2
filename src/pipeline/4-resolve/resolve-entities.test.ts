import { expect, test } from 'vitest'
import type { RegisteredEntity } from '../../model/register.ts'
import { readMarked } from './marked.fixture.ts'
import { resolveEntities } from './resolve-entities.ts'

function entry(fields: Partial<RegisteredEntity> & Pick<RegisteredEntity, 'name' | 'kind'>): RegisteredEntity {
  return {
    aliases: [],
    labels: [],
    demonyms: [],
    sameAs: [],
    capitals: [],
    same: [],
    notSame: [],
    possiblySame: [],
    file: 'seeds/register/a.yml',
    line: 1,
    ...fields,
  }
}

/** Entities of the sources as "name = wordings of its mentions, in order". */
function resolve(texts: string[], register: RegisteredEntity[] = []): string[] {
  const { entities, mentions } = resolveEntities(
    texts.map((text, index) => readMarked(text, `${index}.txt`)),
    register,
  ).value
  return entities.map(
    ({ key, name }) =>
      `${name} = ${mentions
        .filter(({ entity }) => entity === key)
        .map(({ words }) => words)
        .join(', ')}`,
  )
}

const inOneSource: [string, string, string[]][] = [
  ['equal names', '{person Ada Vale} and {person Ada Vale}', ['Ada Vale = Ada Vale, Ada Vale']],
  [
    'surname',
    '{person Ada Vale} met {person Dan Okafor}. {person Vale} left.',
    ['Ada Vale = Ada Vale, Vale', 'Dan Okafor = Dan Okafor'],
  ],
  ['surname before the full name', '{person Vale} wins. {person Ada Vale} won.', ['Ada Vale = Vale, Ada Vale']],
  [
    'surname of two bearers',
    '{person Ada Vale} met {person Ben Vale}. {person Vale} left.',
    ['Ada Vale = Ada Vale', 'Ben Vale = Ben Vale', 'Vale = Vale'],
  ],
  ['first word alone', '{person Xi Jinvale} left. {person Xi} smiled.', ['Xi Jinvale = Xi Jinvale, Xi']],
  [
    'first word beside the last',
    '{person Ada Vale} left. {person Vale} sat. {person Ada} smiled.',
    ['Ada = Ada', 'Ada Vale = Ada Vale, Vale'],
  ],
  [
    'first word of two',
    '{person Ada Vale} met {person Ada Okafor}. {person Ada} smiled.',
    ['Ada = Ada', 'Ada Okafor = Ada Okafor', 'Ada Vale = Ada Vale'],
  ],
  [
    'surname before a second bearer',
    '{person Ada Vale}, {person Vale}, {person Ben Vale}, {person Vale}',
    ['Ada Vale = Ada Vale, Vale', 'Ben Vale = Ben Vale', 'Vale = Vale'],
  ],
  [
    'surname that is a first name of another',
    '{person Ada Vale} met {person Vale Okafor}. {person Vale} left. {person Okafor} sat.',
    ['Ada Vale = Ada Vale', 'Vale = Vale', 'Vale Okafor = Vale Okafor, Okafor'],
  ],
  [
    'surname that a firm has too',
    '{person Ada Vale} left. {person Vale} sued {organisation Vale Mills}. {person Vale} paid.',
    ['Vale Mills = Vale Mills', 'Ada Vale = Ada Vale, Vale', 'Vale = Vale'],
  ],
  [
    'surname that a street has, named later',
    '{person Ada Vale} left. {person Vale} paid. It was in {place Vale Street}.',
    ['Ada Vale = Ada Vale, Vale', 'Vale Street = Vale Street'],
  ],
  ['suffix', '{person Ada Vale Jr.} left. {person Vale} smiled.', ['Ada Vale Jr. = Ada Vale Jr., Vale']],
  [
    'father and son',
    '{person Dan Vale} and {person Dan Vale Jr.}',
    ['Dan Vale = Dan Vale', 'Dan Vale Jr. = Dan Vale Jr.'],
  ],
  ['pope', '{person Leo XIV} left. {person Leo} smiled.', ['Leo XIV = Leo XIV, Leo']],
  ['two given names', '{person Ada Mae Vale} left. {person Ada Mae} smiled.', ['Ada Mae Vale = Ada Mae Vale, Ada Mae']],
  [
    'first names of a father',
    '{person Ada Mae Vale} in {place Oslo}, the daughter of {person Ada Mae}',
    ['Ada Mae = Ada Mae', 'Ada Mae Vale = Ada Mae Vale', 'Oslo = Oslo'],
  ],
  [
    'first names of a father, behind his name',
    '{person Ada Mae Vale}’s late father, {person Ada Mae}',
    ['Ada Mae = Ada Mae', 'Ada Mae Vale = Ada Mae Vale'],
  ],
  ['particle', '{person Ada de Vale} left. {person de Vale} smiled.', ['Ada de Vale = Ada de Vale, de Vale']],
  [
    'article and hyphen',
    '{person Sami al-Vale}, {person Sami Al Vale}, {person al-Vale}',
    ['Sami Al Vale = Sami al-Vale, Sami Al Vale, al-Vale'],
  ],
  [
    'spelling',
    '{person Mohammed Okafor} and {person Mohamad Okafour}',
    ['Mohamad Okafour = Mohammed Okafor, Mohamad Okafour'],
  ],
  [
    'no spelling of single words',
    '{organisation Okafor} and {organisation Okafour}',
    ['Okafor = Okafor', 'Okafour = Okafour'],
  ],
  ['middle name', '{person Ada M. Vale} left. {person Ada Vale} smiled.', ['Ada M. Vale = Ada M. Vale, Ada Vale']],
  [
    'acronym in brackets',
    '{organisation Vale Party} ({organisation XYZ}); {organisation XYZ}',
    ['Vale Party = Vale Party, XYZ, XYZ'],
  ],
  [
    'acronym in front',
    '{organisation NHC} ({organisation Northport Harbour Council})',
    ['Northport Harbour Council = NHC, Northport Harbour Council'],
  ],
  [
    'initials',
    '{organisation Council of Northport Pilots}, later {organisation CNP}',
    ['Council of Northport Pilots = Council of Northport Pilots, CNP'],
  ],
  [
    'other initials',
    '{organisation Council of Northport Pilots}, later {organisation CNX}',
    ['CNX = CNX', 'Council of Northport Pilots = Council of Northport Pilots'],
  ],
  [
    'agency in brackets',
    '{organisation Vale Ministry} ({organisation ABC|Abc News})',
    ['Abc News = ABC', 'Vale Ministry = Vale Ministry'],
  ],
  [
    'known as',
    '{organisation Salt Front}, formerly known as {organisation Tide Front}',
    ['Salt Front = Salt Front, Tide Front'],
  ],
  [
    'initial for a middle name',
    '{person Ada Maria Vale}; {person Ada M. Vale}',
    ['Ada Maria Vale = Ada Maria Vale, Ada M. Vale'],
  ],
  [
    'another middle initial',
    '{person Ada M. Vale}; {person Ada T. Vale}',
    ['Ada M. Vale = Ada M. Vale', 'Ada T. Vale = Ada T. Vale'],
  ],
  [
    'called, in apposition',
    '{organisation Salt Front} (formerly called {organisation Tide Front})',
    ['Salt Front = Salt Front, Tide Front'],
  ],
  [
    'called by telephone',
    '{person Ada Vale} called {person Bo Okafor} on Friday',
    ['Ada Vale = Ada Vale', 'Bo Okafor = Bo Okafor'],
  ],
  [
    'named to a post',
    '{person Ada Vale} also named {person Bo Okafor} her deputy',
    ['Ada Vale = Ada Vale', 'Bo Okafor = Bo Okafor'],
  ],
  [
    'known as, after an apposition',
    '{person Ada Vale}, the {organisation NP} pilot known as {person Tide}, left',
    ['NP = NP', 'Ada Vale = Ada Vale, Tide'],
  ],
  [
    'initials with an acronym',
    '{organisation NP Revenue & Harbours}, later {organisation NPRH}',
    ['NP Revenue & Harbours = NP Revenue & Harbours, NPRH'],
  ],
  [
    'initials of partners',
    '{organisation Vale & Okafor}, later {organisation V&O}',
    ['Vale & Okafor = Vale & Okafor, V&O'],
  ],
  [
    'partly initials',
    '{organisation Vale National Pilots Association}, later {organisation Vale NPA}',
    ['Vale National Pilots Association = Vale National Pilots Association, Vale NPA'],
  ],
  [
    'company form',
    '{organisation Vale Holdings Ltd} fell; {organisation Vale} rose',
    ['Vale Holdings Ltd = Vale Holdings Ltd, Vale'],
  ],
  ['kinds stay apart', '{person Ada Vale} in {place Vale}', ['Ada Vale = Ada Vale', 'Vale = Vale']],
  [
    'places of two states',
    '{place Hill@Ohio/Norland} and {place Hill@Iowa/Norland}; {place Hill}',
    ['Hill = Hill', 'Hill, Iowa = Hill', 'Hill, Ohio = Hill'],
  ],
  [
    'a place in a state and in its country',
    '{place Hill@Ohio/Norland}, {place Hill@Norland/Norland} and {place Hill}',
    ['Hill = Hill, Hill, Hill'],
  ],
  [
    'listed alias',
    '{place U.K.|United Kingdom} and {place British|United Kingdom}',
    ['United Kingdom = U.K., British'],
  ],
]

test.each(inOneSource)('in a source: %s', (_, text, expected) => expect(resolve([text])).toEqual(expected))

const acrossSources: [string, string[], string[]][] = [
  [
    'a place of one state',
    ['{place Hill@Ohio/Norland} by the {place Lenn}', '{place Hill} by the {place Lenn}'],
    ['Hill = Hill, Hill', 'Lenn = Lenn, Lenn'],
  ],
  [
    'places of two countries',
    [
      '{place Hill@Norland/Norland} by the {place Lenn}',
      '{place Hill@Sudland/Sudland} by the {place Lenn}',
      '{place Hill} by the {place Lenn}',
    ],
    ['Hill = Hill', 'Hill, Norland = Hill', 'Hill, Sudland = Hill', 'Lenn = Lenn, Lenn, Lenn'],
  ],
  [
    'equal names in one context',
    ['{person Ada Vale} in {place Oslo}', '{person Ada Vale} in {place Oslo}'],
    ['Ada Vale = Ada Vale, Ada Vale', 'Oslo = Oslo, Oslo'],
  ],
  [
    'equal names in sentences that share content words',
    ['The army spokesman {person Ada Vale} said so.', 'A spokesman of the army, {person Ada Vale}, said no.'],
    ['Ada Vale = Ada Vale, Ada Vale'],
  ],
  [
    'equal names that share words of reporting only',
    [
      'The army spokesman {person Ada Vale} told reporters in a statement.',
      'The police spokesman {person Ada Vale} told reporters in a statement.',
    ],
    ['Ada Vale = Ada Vale', 'Ada Vale = Ada Vale'],
  ],
  [
    'surname with two shared names',
    [
      '{person Ada Vale}, {place Oslo|Oslo}, {place Bergen|Bergen}',
      '{person Vale}, {place Oslo|Oslo}, {place Bergen|Bergen}',
    ],
    ['Ada Vale = Ada Vale, Vale', 'Bergen = Bergen, Bergen', 'Oslo = Oslo, Oslo'],
  ],
  [
    'a middle initial left out',
    ['{person Ada M. Vale} in {place Oslo|Oslo}', '{person Ada Vale} in {place Oslo|Oslo}'],
    ['Ada M. Vale = Ada M. Vale, Ada Vale', 'Oslo = Oslo, Oslo'],
  ],
  [
    'a middle initial left out that two have',
    ['{person Ada M. Vale}, {person Ada T. Vale}, {place Oslo|Oslo}', '{person Ada Vale} in {place Oslo|Oslo}'],
    ['Ada M. Vale = Ada M. Vale', 'Ada T. Vale = Ada T. Vale', 'Ada Vale = Ada Vale', 'Oslo = Oslo, Oslo'],
  ],
  [
    'a middle initial left out where nothing else is shared',
    ['{person Ada M. Vale} in {place Oslo|Oslo}', '{person Ada Vale} in {place Lima|Lima}'],
    ['Ada M. Vale = Ada M. Vale', 'Ada Vale = Ada Vale', 'Lima = Lima', 'Oslo = Oslo'],
  ],
  [
    'surname with one',
    ['{person Ada Vale}, {place Oslo|Oslo}', '{person Vale}, {place Oslo|Oslo}'],
    ['Ada Vale = Ada Vale', 'Vale = Vale', 'Oslo = Oslo, Oslo'],
  ],
]

test.each(acrossSources)('across sources: %s', (_, texts, expected) =>
  expect(resolve(texts).toSorted()).toEqual(expected.toSorted()),
)

test('the order of sources makes no difference to who is joined', () => {
  const texts = [
    '{person Ada Vale} in {place Oslo|Oslo}',
    '{person Ada Vale} in {place Lima|Lima}',
    '{person Ada Vale}, {place Oslo|Oslo}, {place Lima|Lima}',
  ]
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]
  for (const order of orders)
    expect(resolve(order.map((index) => texts[index]!))).toContain('Ada Vale = Ada Vale, Ada Vale, Ada Vale')
})

test('namesakes that share nothing stay apart, each unique and noted as possibly the same', () => {
  const found = ['{person Ada Vale} in {place Oslo}', '{person Ada Vale} in {place Lima}'].map((text, index) =>
    readMarked(text, `${index}.txt`),
  )
  const people = resolveEntities(found, []).value.entities.filter(({ kind }) => kind === 'person')
  expect(people.map(({ key }) => key)).toEqual(['person:ada vale', 'person:ada vale (2)'])
  expect(people[1]!.possiblySame).toMatchObject([
    { entity: 'person:ada vale', evidence: [{ file: '1.txt' }, { file: '0.txt' }] },
  ])
})

test('the register joins names that no rule may join, names the entity and gives its reason', () => {
  const register = [
    entry({
      name: 'Ada Vale',
      kind: 'person',
      aliases: ['Silver Fox'],
      same: [{ name: 'A. Lender', reason: 'her pen name' }],
    }),
  ]
  const { entities, mentions } = resolveEntities(
    [readMarked('{person Silver Fox}, {person A. Lender}, {person Ada Vail}', 'a')],
    register,
  ).value
  expect(entities.map(({ name, isRegistered }) => [name, isRegistered])).toEqual([
    ['Ada Vail', false],
    ['Ada Vale', true],
  ])
  expect(entities[1]!.identity).toEqual([
    {
      rule: 'identity/register-same',
      certainty: 'editor',
      reason: 'The register says that this is “A. Lender”: her pen name',
    },
  ])
  expect(mentions[0]!.step).toMatchObject({ rule: 'identity/register', certainty: 'editor' })
})

test('the register keeps names apart that a rule would join', () => {
  const register = [
    entry({ name: 'Ada Vale', kind: 'person', notSame: [{ name: 'Vale', reason: 'that is her brother' }] }),
  ]
  expect(resolve(['{person Ada Vale} met {person Vale}'], register)).toEqual(['Ada Vale = Ada Vale', 'Vale = Vale'])
})

test('entities that the register keeps distinct share nothing and are not possibly the same', () => {
  const texts = ['{person Ada Vale} in {place Oslo}', '{person Ada M. Vale} in {place Lima}']
  const found = texts.map((text, index) => readMarked(text, `${index}.txt`))
  const rivalsOf = (register: RegisteredEntity[]) =>
    resolveEntities(found, register).value.entities.flatMap(({ possiblySame }) => possiblySame)
  const apart = (name: string, other: string) =>
    entry({ name, kind: 'person', notSame: [{ name: other, reason: 'another generation' }] })
  expect(rivalsOf([]).length).toBeGreaterThan(0)
  expect(rivalsOf([apart('Ada Vale', 'Ada M. Vale'), apart('Ada M. Vale', 'Ada Vale')])).toEqual([])
  expect(rivalsOf([apart('Ada Vale', 'Ada M. Vale')])).toEqual([])
})

test('a label is not matched, only noted', () => {
  const register = [entry({ name: 'Oslo talks', kind: 'event', labels: ['Peace talks'] })]
  const { entities } = resolveEntities([readMarked('{event Peace talks}, {event Oslo talks}', 'a')], register).value
  expect(entities.map(({ name, possiblySame }) => [name, possiblySame.map(({ entity }) => entity)])).toEqual([
    ['Oslo talks', []],
    ['Peace talks', ['event:oslo talks']],
  ])
})

test('an entry that nothing mentions makes no entity', () => {
  expect(resolve(['nothing'], [entry({ name: 'Ada Vale', kind: 'person' })])).toEqual([])
})

test('a capital that means its government is related to the country and stays the city', () => {
  const { source, findings } = readMarked('{place Oslo|Oslo} said; {place Norway|Norway}', 'a')
  const mentions = findings.mentions.map((mention, index) =>
    index === 0 ? { ...mention, standsFor: 'Norway' } : mention,
  )
  const { entities } = resolveEntities([{ source, findings: { ...findings, mentions } }], []).value
  expect(
    entities.map(({ name, related }) => [name, related.map(({ entity, relation }) => [entity, relation])]),
  ).toEqual([
    ['Norway', []],
    ['Oslo', [['place:norway', 'seat-of-government']]],
  ])
})

test('the result does not depend on anything but the input', () => {
  const found = ['{person Ada Vale} in {place Oslo}', '{person Vale} in {place Oslo}'].map((text, index) =>
    readMarked(text, `${index}.txt`),
  )
  expect(resolveEntities(found, [])).toEqual(resolveEntities(structuredClone(found), []))
})
