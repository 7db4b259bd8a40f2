import { describe, expect, test } from 'vitest'
import type { PermalinkRecord } from '../../model/permalink.ts'
import type { FigureTable } from '../../model/figure.ts'
import type { Quotation } from '../../model/quotation.ts'
import {
  sampleDossier,
  sampleEntity,
  sampleFigure,
  sampleQuotation,
  sampleSource,
} from '../../test/samples/sample-dossier.ts'
import { sampleSite } from '../../test/samples/sample-site.ts'
import { assignAddresses } from './assign-addresses.ts'
import { checkHistory, checkPromises } from './check-promises.ts'
import { checkRedirects, listRedirects, writeRedirects } from './list-redirects.ts'
import { parseRecord, writeRecord } from '../../test/samples/record-text.ts'

const crane = (headline = 'Board votes') => sampleSource('a.txt', { texts: ['“Absurd,” the board said.'], headline })
const ferry = sampleSource('b.txt', { texts: ['The board called it absurd.'], headline: 'Ferry late' })
const once = sampleQuotation('a.txt', 'absurd', 'the board')
const twice: Quotation = {
  ...once,
  occurrences: [...once.occurrences, ...sampleQuotation('b.txt', 'absurd', 'the board').occurrences],
}

function build(quotations: readonly Quotation[], record: PermalinkRecord, sources = [crane(), ferry]) {
  const { value, problems } = assignAddresses({ ...sampleDossier(sources), quotations: [...quotations] }, record, [])
  const { record: next } = value
  expect(problems).toEqual([])
  expect(checkHistory(record, next)).toEqual([])
  expect(checkPromises(next, sampleSite(next), value.versions)).toEqual([])
  expect(parseRecord(writeRecord(next))).toEqual({ value: next, problems: [] })
  return { record: next, address: value.addresses.quotations.get(once.key)?.address, sources: value.addresses.sources }
}

describe('statements of a single source', () => {
  const first = build([once], [])
  const source = first.sources.get('a.txt')!.address

  test('is an anchor on its page', () => {
    expect(first.address).toMatch(new RegExp(`^${source}#q-[0-9b-z]{8}$`))
  })

  test('gets a page when a second source joins, and its anchor stays', () => {
    const joined = build([twice], first.record)
    expect(joined.address).toMatch(/^\/quotations\/[0-9b-z]{8}\/$/)
    const line = joined.record.find(({ id }) => joined.address!.includes(id))
    expect(line).toMatchObject({ formerly: [first.address] })
    const bare = sampleSite(joined.record).map(({ path }) => ({ path, ids: new Set<string>() }))
    expect(checkPromises(joined.record, bare, []).map(({ reason }) => reason)).toContain(
      `${first.address} was published and is no element of the page`,
    )
  })

  test('leads from its page to the passage when the second source leaves again', () => {
    const joined = build([twice], first.record)
    const left = build([once], joined.record)
    expect(left.address).toBe(first.address)
    expect(writeRedirects(listRedirects(left.record))).toContain(`${joined.address} ${first.address} 301\n`)
    expect(build([twice], left.record).address).toBe(joined.address)
  })

  test('keeps its anchor when its source gets another title', () => {
    const renamed = build([once], first.record, [crane('Council votes'), ferry])
    expect(renamed.address).toMatch(/^\/sources\/council-votes-/)
    expect(renamed.address!.slice(-10)).toBe(first.address!.slice(-10))
    expect(renamed.record.find(({ id }) => renamed.address!.endsWith(id))).toMatchObject({ formerly: [] })
  })

  test('keeps its anchor when it is no longer found', () => {
    const gone = build([], first.record)
    const line = gone.record.find(({ id }) => first.address!.endsWith(id))
    expect(line).toMatchObject({ state: 'tombstone', address: first.address })
    expect(listRedirects(gone.record).map(({ from }) => from)).not.toContain(first.address)
  })
})

test('the anchor of a source that was taken down answers on its tombstone', () => {
  const { record, address } = build([once], [])
  const tombstones = [
    {
      id: record.find((line) => 'type' in line && line.address.includes('board-votes'))!.id,
      reason: 'Withdrawn',
      date: '2024-05-01',
    },
  ]
  const { record: next } = assignAddresses(sampleDossier([ferry]), record, tombstones).value
  const entry = listRedirects(next).find(({ from }) => address!.startsWith(from))
  expect(entry?.fragments).toContainEqual({ id: address!.split('#')[1] })
  expect(checkPromises(next, sampleSite(next), [])).toEqual([])
})

test.each([
  ['one source names it', {}, ['a.txt'], {}, '#n-'],
  ['two sources name it', {}, ['a.txt', 'b.txt'], {}, '/people/'],
  ['the register has it', { isRegistered: true }, ['a.txt'], {}, '/people/'],
  ['it speaks', {}, ['a.txt'], { speaker: 'person:amina vale' }, '/people/'],
  ['the dossier wants a page of every entity', {}, ['a.txt'], { all: true }, '/people/'],
])('an entity, when %s, is at %5$s', (_, more, files, { speaker, all }: { speaker?: string; all?: boolean }, at) => {
  const vale = { ...sampleEntity('person', 'Amina Vale'), ...more }
  const dossier = sampleDossier([crane(), ferry], [vale])
  const mentions = files.map((file) => ({
    file,
    span: { passage: 1, start: 0, end: 1 },
    entity: vale.key,
    words: 'Amina Vale',
    form: 'name' as const,
    certainty: 'stated' as const,
    rule: 'sample',
    step: { rule: 'sample', reason: '', certainty: 'stated' as const },
  }))
  const { addresses } = assignAddresses(
    {
      ...dossier,
      settings: { ...dossier.settings, ...(all && { entityPages: 'all' }) },
      mentions: mentions as unknown as typeof dossier.mentions,
      quotations: [{ ...once, ...(speaker && { speaker }) }],
    },
    [],
    [],
  ).value
  expect(addresses.entities.get(vale.key)!.address).toContain(at)
})

test('a figure that is stated once is an anchor, two that are set beside one another have a page', () => {
  const one = sampleFigure('a.txt', 1, 'Nine')
  const two = { ...one, key: 'count | two', rows: [...one.rows, ...sampleFigure('a.txt', 1, 'Ten').rows] }
  const { figures } = assignAddresses({ ...sampleDossier([crane()]), figures: [one, two] }, [], []).value.addresses
  expect(figures.get(one.key)!.address).toMatch(/^\/sources\/.*\/#f-/)
  expect(figures.get(two.key)!.address).toMatch(/^\/figures\//)
})

describe('figures that are numbered alike', () => {
  const row = (words: string, key: string, passage = 1) => ({ ...sampleFigure('a.txt', passage, words), key })
  const text = (...texts: string[]) => [sampleSource('a.txt', { texts })]
  const idsOf = (sources: ReturnType<typeof text>, figures: FigureTable[], record: PermalinkRecord = []) => {
    const { record: next, addresses } = assignAddresses({ ...sampleDossier(sources), figures }, record, []).value
    return { record: next, of: (key: string) => addresses.figures.get(key)?.address.split('#')[1] }
  }
  const before = text('Nine million was paid.', 'Ten million was owed.')
  const first = idsOf(before, [row('Nine million', 'price'), row('Ten million', 'price | 2', 2)])

  test('keep their addresses when another row gets their number', () => {
    const now = text('Nine million was paid.', 'Ten million was owed.', 'Six million was due.')
    const { of } = idsOf(
      now,
      [row('Six million', 'price', 3), row('Nine million', 'price | 2'), row('Ten million', 'price | 3', 2)],
      first.record,
    )
    expect(of('price | 2')).toBe(first.of('price'))
    expect(of('price | 3')).toBe(first.of('price | 2'))
    expect([first.of('price'), first.of('price | 2')]).not.toContain(of('price'))
  })

  test('do not give their id to another number in the same place', () => {
    const now = text('Five million was paid.', 'Ten million was owed.')
    const { of } = idsOf(now, [row('Ten million', 'price', 2), row('Five million', 'price | 2')], first.record)
    expect(of('price')).toBe(first.of('price | 2'))
    expect(of('price | 2')).not.toBe(first.of('price'))
  })

  test('do not give their id to a statement with only the same number', () => {
    const { of } = idsOf(
      text('The mayor spoke.', 'Six million was due.'),
      [row('Six million', 'price', 2)],
      first.record,
    )
    expect([first.of('price'), first.of('price | 2')]).not.toContain(of('price'))
  })
})

describe('statements that were split and are joined again', () => {
  const other = sampleQuotation('b.txt', 'quite absurd', 'the board')
  const apart = build([once, { ...other, key: 'other' }], [])
  const joined = build([{ ...once, occurrences: [...once.occurrences, ...other.occurrences] }], apart.record)
  const second = apart.record.find(
    (line) => 'type' in line && line.type === 'quotation' && !apart.address!.endsWith(line.id),
  )!

  test('keeps the address of the first, to which the second leads', () => {
    const line = joined.record.find(({ id }) => joined.address!.includes(id))!
    expect(line).toMatchObject({ formerly: [apart.address] })
    expect(joined.record.find(({ id }) => id === second.id)).toMatchObject({ state: 'merged', to: [line.id] })
  })

  test('has both addresses again when it is split once more', () => {
    const again = build([once, { ...other, key: 'other' }], joined.record)
    expect(again.address).toBe(apart.address)
    expect(again.record.find(({ id }) => id === second.id)).toMatchObject({ state: 'live' })
  })
})

test.each([
  [1000, false, []],
  [1001, false, ['build/redirects']],
  [1001, true, []],
])('%i lines of redirects, with a page for each: %s', (count, hasStubs, rules) => {
  expect(checkRedirects('/a/ /b/ 301\n'.repeat(count), hasStubs).map(({ rule }) => rule)).toEqual(rules)
})
