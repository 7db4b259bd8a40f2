import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  collectReads,
  digestProps,
  digestRead,
  reads,
  track,
  trackEntries,
  trackFact,
  trackFacts,
  trackFields,
  trackIndex,
  trackList,
} from './reads.ts'
import { measureText, restampPage, stampPage, trackStamp } from './stamps.ts'

/** Digests of everything that a page read; `undefined` if one of them is missing. */
function digestReads(numbers: readonly number[]): string | undefined {
  const digests = numbers.map((number) => digestRead(reads.names[number]!))
  return digests.includes(undefined) ? undefined : digests.join('\n')
}

interface Entry {
  readonly id: string
  readonly name: string
  readonly ties: readonly string[]
}
type Entries = readonly Entry[]

/** A small dossier of entries, as the site opens one. */
function open(entries: Entries, title: string) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const dossier = {
    about: trackFields('about', { title }),
    entries: trackList('entries', entries),
    entryOf: trackEntries('entry', byId, [['id', 'name']]),
    tiesOf: trackIndex('ties', new Map(entries.map(({ id, ties }) => [id, ties]))),
  }
  const longest = trackFact('longest', () => Math.max(0, ...entries.map(({ ties }) => ties.length)))
  const withName = trackFacts('named', () => Map.groupBy(entries, ({ name }) => name))
  const upper = track('upper', (id) => byId.get(id)?.name.toUpperCase())
  return { ...dossier, longest: () => longest(dossier), named: (name: string) => withName(dossier).get(name), upper }
}
type Opened = ReturnType<typeof open>

/** Pages that read in every way there is. */
const PAGES: readonly ((dossier: Opened) => unknown)[] = [
  ({ about }) => about.title,
  ({ entries }) => entries.length,
  ({ entries }) => entries.slice(1, 3).map(({ name }) => name),
  ({ entries }) => entries.filter(({ ties }) => ties.length > 0).map(({ id }) => id),
  ({ entries }) => [...entries].map(({ id }) => id),
  ({ entries }) => entries[0]?.name,
  ({ entryOf }) => entryOf.get('a')?.name,
  ({ entryOf }) => entryOf.has('b'),
  ({ entryOf }) => ({ ...entryOf.get('b') }),
  ({ entryOf, tiesOf }) => (tiesOf.get('a') ?? []).map((id) => entryOf.get(id)?.name),
  ({ longest }) => longest(),
  ({ named }) => named('x')?.map(({ id }) => id),
  ({ upper }) => upper('c'),
]

const word = fc.constantFrom('x', 'y', 'z')
const entries = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    name: word,
    ties: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  }),
  { selector: ({ id }) => id },
)

/** The content of the page, and the digest of what it read, as a build records them. */
async function render(page: (dossier: Opened) => unknown, dossier: Opened) {
  const { value, numbers } = await collectReads(async () => JSON.stringify(page(dossier)))
  return { value, numbers }
}

test('a page whose reads give the same is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      entries,
      entries,
      word,
      word,
      fc.constantFrom(...PAGES),
      async (before, after, one, other, page) => {
        const { value, numbers } = await render(page, open(before, one))
        const digest = digestReads(numbers)
        const next = open(after, other)
        next.longest()
        next.named('x')
        if (digestReads(numbers) === digest) expect((await render(page, next)).value).toBe(value)
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  ['a field that nobody reads', PAGES[6]!, [{ id: 'a', name: 'x', ties: ['b'] }]],
  [
    'another entry',
    PAGES[6]!,
    [
      { id: 'a', name: 'x', ties: [] },
      { id: 'b', name: 'y', ties: [] },
    ],
  ],
  ['an entry of a list that is only counted', PAGES[1]!, [{ id: 'b', name: 'y', ties: [] }]],
])('%s changes no digest', async (_, page, after) => {
  const { numbers } = await render(page, open([{ id: 'a', name: 'x', ties: [] }], 'x'))
  const digest = digestReads(numbers)
  open(after, 'y')
  expect(digestReads(numbers)).toBe(digest)
})

test('a value that JSON leaves out has no digest', async () => {
  const read = track('hidden', () => new Map([['a', 1]]))
  const { numbers } = await collectReads(async () => read('a'))
  expect(digestReads(numbers)).toBeUndefined()
})

test('props with the same data have the same digest, and none when JSON would leave something out', () => {
  const event = { id: 'a', reports: [{ source: 'b' }] }
  const props = (of: unknown, name = 'May') => ({ period: { name, items: [event, of] }, place: undefined })
  expect(digestProps(props({ id: 'c' }))).toBe(digestProps(props({ id: 'c' })))
  for (const other of [props({ id: 'd' }), props({ id: 'c' }, 'June'), { period: [event, { id: 'c' }] }])
    expect(digestProps(other)).not.toBe(digestProps(props({ id: 'c' })))
  for (const hidden of [new Map(), () => 1, { of: new Set() }])
    expect([digestProps(hidden), digestProps(props(hidden)), digestProps({ hidden })]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
})

test('a page is stamped with its current words, in every place', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string()),
      fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
      async (parts, counts) => {
        let count = counts[0]!
        const countOf = trackStamp('count', (noun) => `${count} ${noun}`)
        const page = () => parts.join(countOf('é'))
        const whole = page()
        const { value, numbers } = await collectReads(async () => Buffer.from(page()))
        const stamped = stampPage(value)
        expect([String(stamped.bytes), numbers]).toEqual([whole, []])
        count = counts[1]!
        expect(String(restampPage(stamped)?.bytes)).toBe(page())
      },
    ),
  )
})

test('a mark is as long as its words, and a change of their length is a read', async () => {
  let words = '999 sources'
  const allOf = trackStamp('all', () => words)
  const { value, numbers } = await collectReads(async () => measureText(`of ${allOf('')}.`))
  expect(value).toBe('of 999 sources.'.length)
  const digest = digestReads(numbers)
  words = '998 sources'
  expect(digestReads(numbers)).toBe(digest)
  words = '1,000 sources'
  expect(digestReads(numbers)).not.toBe(digest)
})

test('words that would be markup are refused', async () => {
  const titled = trackStamp('titled', () => 'a "title"')
  const { value } = await collectReads(async () => Buffer.from(titled('')))
  expect(() => stampPage(value)).toThrow('expected plain words')
})
