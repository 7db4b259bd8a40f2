import { expect, test } from 'vitest'
import type { ResolvedMention } from '../../model/entity.ts'
import type { PermalinkRecord } from '../../model/permalink.ts'
import {
  sampleDatedEvent,
  sampleDossier,
  sampleEntity,
  sampleFigure,
  sampleQuotation,
  sampleSource,
} from '../../test/samples/sample-dossier.ts'
import { assignAddresses } from './assign-addresses.ts'
import { findTakenDown, joinCaptures } from './carry-captures.ts'
import { parseRecord, writeRecord } from '../../test/samples/record-text.ts'

const HARBOUR = [
  'The harbour board of Northport met on Tuesday to vote on the new crane.',
  'Amina Vale, who chairs it, said the price had doubled since the tender.',
  'Nine members voted for the purchase and four against it.',
  'The old crane will be sold to a yard upriver, the board said in a note.',
]
const BRIDGE = ['The bridge over the Lenn stayed shut for a third week.', 'Engineers found rust in two of its cables.']

const harbour = (texts = HARBOUR, file = 'seeds/articles/a.txt', headline = 'Board votes on crane') =>
  sampleSource(file, { texts, headline, url: 'https://paper.example/crane' })
const bridge = sampleSource('seeds/articles/b.txt', { texts: BRIDGE })
const vale = sampleEntity('person', 'Amina Vale', ['Ms Vale'])

const first = () => assignAddresses(sampleDossier([harbour(), bridge], [vale]), [], [])
const idOf = (text: string, record: PermalinkRecord = first().value.record) =>
  record.find((line) => 'text' in line && line.text === text)!.id
const lineOf = (id: string, record: PermalinkRecord) => record.find((line) => line.id === id)!

test('a first build mints ids of the agreed form', () => {
  const { addresses, record } = first().value
  expect(first().problems).toEqual([])
  expect(addresses.sources.get('seeds/articles/a.txt')!.address).toMatch(
    /^\/sources\/board-votes-on-crane-[0-9b-z]{8}\/$/,
  )
  expect(addresses.entities.get('person:amina vale')!.address).toMatch(/^\/people\/amina-vale-[0-9b-z]{8}\/$/)
  expect(addresses.passages.get('seeds/articles/a.txt#1')).toMatch(/^p-[0-9b-z]{6}$/)
  expect(record).toHaveLength(3 + HARBOUR.length + BRIDGE.length)
})

test('the record survives writing and reading', () => {
  const text = writeRecord(first().value.record)
  expect(parseRecord(text)).toEqual({ value: first().value.record, problems: [] })
  expect(text.split('\n')).toHaveLength(first().value.record.length + 3)
})

test('the same seeds give the same record again', () => {
  const again = assignAddresses(sampleDossier([harbour(), bridge], [vale]), first().value.record, [])
  expect(again).toEqual(first())
})

test('ids depend on neither order nor file names', () => {
  const moved = assignAddresses(sampleDossier([bridge, harbour(HARBOUR, 'elsewhere/0.txt')], [vale]), [], [])
  expect(moved.value.record).toEqual(first().value.record)
})

test('an edited source keeps its ids, counts a version and keeps its earlier text', () => {
  const edited = [
    HARBOUR[0]!,
    'The meeting had been put off twice.',
    HARBOUR[1]!.replace('doubled', 'nearly doubled'),
    ...HARBOUR.slice(2),
  ]
  const { value, problems } = assignAddresses(
    sampleDossier([harbour(edited), bridge], [vale]),
    first().value.record,
    [],
  )
  expect(problems).toEqual([])
  expect(value.addresses.passages.get('seeds/articles/a.txt#3')).toBe(idOf(HARBOUR[1]!))
  expect(value.addresses.sources.get('seeds/articles/a.txt')!.version).toBe(2)
  expect(value.versions).toMatchObject([{ version: 1, passages: HARBOUR.map((text) => ({ text })) }])
})

test('typography does not make a version', () => {
  const { value } = assignAddresses(
    sampleDossier([harbour(HARBOUR.map((text) => text.replace(/,/g, ' –').toUpperCase())), bridge], [vale]),
    first().value.record,
    [],
  )
  expect(value.addresses.sources.get('seeds/articles/a.txt')!.version).toBe(1)
  expect(value.versions).toEqual([])
})

test('another number in the same place is carried and marked', () => {
  const edited = HARBOUR.map((text) => text.replace('four', '41'))
  const { value } = assignAddresses(sampleDossier([harbour(edited), bridge], [vale]), first().value.record, [])
  expect(lineOf(idOf(HARBOUR[2]!), value.record)).toMatchObject({
    state: 'live',
    changed: true,
    since: 2,
    text: edited[2],
  })
})

test('a passage that was taken out leaves a tombstone, and comes back with its id', () => {
  const id = idOf(HARBOUR[2]!)
  const without = assignAddresses(
    sampleDossier([harbour(HARBOUR.filter((_, at) => at !== 2)), bridge], [vale]),
    first().value.record,
    [],
  )
  expect(lineOf(id, without.value.record)).toMatchObject({
    state: 'tombstone',
    reason: 'Removed from the source’s text in version 2.',
  })
  const back = assignAddresses(sampleDossier([harbour(), bridge], [vale]), without.value.record, [])
  expect(lineOf(id, back.value.record)).toMatchObject({ state: 'live', since: 3 })
})

test('another title keeps the id, and the old address leads to the new one', () => {
  const renamed = assignAddresses(
    sampleDossier([harbour(HARBOUR, 'a.txt', 'Crane costs double'), bridge], [vale]),
    first().value.record,
    [],
  )
  const old = first().value.addresses.sources.get('seeds/articles/a.txt')!
  expect(lineOf(old.id, renamed.value.record)).toMatchObject({
    address: `/sources/crane-costs-double-${old.id}/`,
    formerly: [old.address],
  })
  const back = assignAddresses(sampleDossier([harbour(), bridge], [vale]), renamed.value.record, [])
  expect(lineOf(old.id, back.value.record)).toMatchObject({
    address: old.address,
    formerly: [`/sources/crane-costs-double-${old.id}/`],
  })
})

test('a source that is gone is an error that says which tombstone to write, and that tombstone then counts', () => {
  const { id, address } = first().value.addresses.sources.get(bridge.file)!
  const dossier = sampleDossier([harbour()], [vale])
  const lost = assignAddresses(dossier, first().value.record, [])
  expect(lost.problems).toMatchObject([
    {
      severity: 'error',
      rule: 'permalink/lost',
      reason: expect.stringContaining(address),
      hint: expect.stringContaining(`- id: ${id}`),
    },
  ])
  const told = assignAddresses(dossier, first().value.record, [
    { id, reason: 'Taken down at the paper’s request', date: '2024-05-01' },
  ])
  expect(told.problems).toEqual([])
  expect(lineOf(id, told.value.record)).toMatchObject({
    state: 'tombstone',
    reason: 'Taken down at the paper’s request (2024-05-01)',
  })
  const passages = told.value.record.filter((line) => 'source' in line && line.source === id)
  expect(passages).not.toEqual([])
  expect(passages.filter((line) => line.state !== 'tombstone' || 'text' in line)).toEqual([])
  expect(
    assignAddresses(sampleDossier([harbour()], [vale]), told.value.record, [
      { id, reason: 'Taken down at the paper’s request', date: '2024-05-01' },
    ]).problems,
  ).toEqual([])
})

test.each([
  [
    'renamed, the old name kept as an alias',
    [sampleEntity('person', 'Amina Okafor', ['Amina Vale'])],
    { state: 'live', type: 'person' },
  ],
  [
    'found to be of another kind',
    [sampleEntity('organisation', 'Amina Vale')],
    { state: 'live', type: 'organisation' },
  ],
  ['not named any more', [], { state: 'tombstone', reason: 'No longer named by any passage.' }],
  ['somebody else of the same title', [sampleEntity('person', 'Bruno Vale', ['Ms Vale'])], { state: 'tombstone' }],
])('an entity %s', (_, entities, expected) => {
  const { id } = first().value.addresses.entities.get(vale.key)!
  const { value, problems } = assignAddresses(sampleDossier([harbour(), bridge], entities), first().value.record, [])
  expect(problems).toEqual([])
  expect(lineOf(id, value.record)).toMatchObject(expected)
})

test('quotations, dated events and figures keep their ids, and leave tombstones when they are no longer found', () => {
  const dossier = sampleDossier([harbour(), bridge], [vale])
  const found = {
    ...dossier,
    quotations: [sampleQuotation(bridge.file, 'rust in two', 'engineers')],
    datedEvents: [sampleDatedEvent(bridge.file, 1, '2023-02-13', 10)],
    figures: [sampleFigure(bridge.file, 2, 'two')],
  }
  const one = assignAddresses(found, [], [])
  expect(assignAddresses(found, one.value.record, [])).toEqual(one)
  const { value, problems } = assignAddresses(dossier, one.value.record, [])
  expect(problems).toEqual([])
  for (const addresses of [
    one.value.addresses.quotations,
    one.value.addresses.datedEvents,
    one.value.addresses.figures,
  ]) {
    expect([...addresses.values()].map(({ id }) => lineOf(id, value.record))).toMatchObject([
      { state: 'tombstone', reason: 'No longer found in the sources.' },
    ])
  }
})

test('passages of two copies of an article keep their ids, also if they are repeated', () => {
  const copies = ['a', 'b', 'c'].map((name) =>
    sampleSource(`seeds/articles/${name}.txt`, { texts: [...HARBOUR, HARBOUR[0]!, `Printed in ${name}.`] }),
  )
  const found = {
    ...sampleDossier(copies, []),
    datedEvents: copies.flatMap(({ file }) =>
      [1, 5].map((passage) => sampleDatedEvent(file, passage, '2023-02-13', 30)),
    ),
    figures: copies.flatMap(({ file }) =>
      [1, 5].map((passage) => ({ ...sampleFigure(file, passage, 'The'), key: `${file}#${passage}` })),
    ),
  }
  const one = assignAddresses(found, [], [])
  expect(one.value.record.filter(({ id }) => !id.startsWith('p-'))).toHaveLength(3 + 6 + 6)
  expect(assignAddresses(found, one.value.record, [])).toEqual(one)

  const without = { ...found, ...sampleDossier(copies.slice(1), []) }
  const fewer = {
    ...without,
    datedEvents: found.datedEvents.slice(2),
    figures: found.figures.slice(2),
  }
  const { addresses } = assignAddresses(fewer, one.value.record, []).value
  expect([fewer.datedEvents.length, fewer.figures.length].filter((length) => length === 0)).toEqual([])
  for (const { key } of fewer.datedEvents)
    expect(addresses.datedEvents.get(key)).toEqual(one.value.addresses.datedEvents.get(key))
  for (const { key } of fewer.figures) expect(addresses.figures.get(key)).toEqual(one.value.addresses.figures.get(key))
})

test('an entity is followed into a passage that took in the one that named it', () => {
  const step = { rule: 'sample', certainty: 'stated' as const, reason: '' }
  const naming = (entity: string, passage: number): ResolvedMention => ({
    file: bridge.file,
    words: 'Vale',
    entity,
    span: { passage, start: 0, end: 1 },
    kind: 'person',
    form: 'name',
    certainty: 'stated',
    rule: 'sample',
    step,
  })
  const one = assignAddresses(
    { ...sampleDossier([bridge], [sampleEntity('person', 'Vale')]), mentions: [naming('person:vale', 2)] },
    [],
    [],
  )
  const joined = sampleSource(bridge.file, { texts: [BRIDGE.join(' ')] })
  const two = assignAddresses(
    {
      ...sampleDossier([joined], [sampleEntity('person', 'Ines Okafor')]),
      mentions: [naming('person:ines okafor', 1)],
    },
    one.value.record,
    [],
  )
  expect(two.value.record.some(({ state }) => state === 'merged')).toBe(true)
  expect(two.value.addresses.entities.get('person:ines okafor')!.id).toBe(
    one.value.addresses.entities.get('person:vale')!.id,
  )
})

test('an entity whose names are all another’s leads on to that one', () => {
  const chair = sampleEntity('person', 'A. Vale-Okafor')
  const two = assignAddresses(sampleDossier([harbour(), bridge], [vale, chair]), [], [])
  const joined = sampleEntity('person', 'A. Vale-Okafor', ['Amina Vale', 'Ms Vale'])
  const { value } = assignAddresses(sampleDossier([harbour(), bridge], [joined]), two.value.record, [])
  const [gone, successor] = [
    two.value.addresses.entities.get(vale.key)!.id,
    two.value.addresses.entities.get(chair.key)!.id,
  ]
  expect(lineOf(gone, value.record)).toMatchObject({ state: 'merged', to: [successor] })
})

test('the record has no words of a source that is not shown', () => {
  const withheld = sampleSource('c.txt', { texts: HARBOUR, rights: 'citation' })
  const { value } = assignAddresses(sampleDossier([withheld]), [], [])
  expect(writeRecord(value.record)).not.toMatch(/voted|doubled/)
  const edited = sampleSource('c.txt', {
    texts: HARBOUR.map((text) => text.replace('crane', 'great crane')),
    rights: 'citation',
  })
  const later = assignAddresses(sampleDossier([edited]), value.record, [])
  expect([...later.value.addresses.passages.values()]).toEqual([...value.addresses.passages.values()])
})

const capture = (file: string, texts: readonly string[], accessed?: string) => ({
  ...harbour([...texts], file),
  sidecar: accessed ? { accessed } : {},
})
const LATER = HARBOUR.map((text) => text.replace('four', 'five'))

test('clippings of one article are versions in the order in which they were taken', () => {
  const [early, late] = [capture('b.txt', HARBOUR, '2023-02-13'), capture('a.txt', LATER, '2023-02-20')]
  const joined = joinCaptures([late, bridge, early])
  expect(joined).toEqual({ value: new Map([['a.txt', [early]]]), problems: [] })
  const dossier = sampleDossier([late, bridge])
  const { value, problems } = assignAddresses(dossier, [], [], joined.value)
  expect(problems).toEqual([])
  expect(value.addresses.sources.get('a.txt')!.version).toBe(2)
  expect(value.versions).toMatchObject([
    { version: 1, accessed: '2023-02-13', passages: HARBOUR.map((text) => ({ text })) },
  ])
  expect(assignAddresses(dossier, value.record, [], joined.value).value).toEqual({ ...value, versions: [] })
})

test('a capture that had its own page redirects', () => {
  const apart = assignAddresses(sampleDossier([capture('a.txt', LATER), capture('b.txt', HARBOUR)]), [], [])
  const joined = joinCaptures([capture('a.txt', LATER, '2023-02-20'), capture('b.txt', HARBOUR, '2023-02-13')])
  const { value, problems } = assignAddresses(
    sampleDossier([capture('a.txt', LATER, '2023-02-20')]),
    apart.value.record,
    [],
    joined.value,
  )
  const [kept, gone] = ['a.txt', 'b.txt'].map((file) => apart.value.addresses.sources.get(file)!.id)
  expect(problems).toEqual([])
  expect(lineOf(gone!, value.record)).toMatchObject({ state: 'merged', to: [kept] })
})

test.each([
  ['no day of capture', capture('a.txt', HARBOUR), capture('b.txt', LATER)],
  ['the same day', capture('a.txt', HARBOUR, '2023-02-13'), capture('b.txt', LATER, '2023-02-13')],
])('clippings with %s stay apart, with a warning', (_, one, other) => {
  expect(joinCaptures([one, other])).toMatchObject({
    value: new Map(),
    problems: [{ rule: 'address/captured-twice', severity: 'warning' }],
  })
  expect(joinCaptures([one, bridge])).toEqual({ value: new Map(), problems: [] })
})

const letGo = () => ({
  id: first().value.addresses.sources.get('seeds/articles/a.txt')!.id,
  reason: 'Asked for by the paper',
  date: '2023-03-01',
})
const reworded = { ...harbour(HARBOUR.map((text) => text.replace('crane', 'big crane'))), metadata: {} }

test.each([
  ['the same bytes', harbour(), true],
  ['another text from the same address', harbour(BRIDGE, 'c.txt'), true],
  ['an edited text that says nothing of its origin', reworded, true],
  ['another source', bridge, false],
])('a source let go is not published again: %s', (_, source, isDown) => {
  expect(findTakenDown([source], first().value.record, [letGo()]).has(source.file)).toBe(isDown)
})

test('for a source taken down, a sketch of its text and the reason are kept', () => {
  const { value, problems } = assignAddresses(sampleDossier([bridge], [vale]), first().value.record, [letGo()])
  expect(problems).toEqual([])
  expect(lineOf(letGo().id, value.record)).toMatchObject({
    state: 'tombstone',
    reason: 'Asked for by the paper (2023-03-01)',
  })
  expect(lineOf(idOf(HARBOUR[0]!), value.record)).toMatchObject({ state: 'tombstone', sketch: {} })
  expect(JSON.stringify(value.record)).not.toContain('doubled since')
})
