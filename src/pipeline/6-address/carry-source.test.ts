import { expect, test } from 'vitest'
import type { PagePermalink } from '../../model/permalink.ts'
import type { Rights } from '../../model/source.ts'
import { carryCaptures } from './carry-captures.ts'
import type { CarriedSource } from './carry-source.ts'
import { carrySource, hashPassages, hashVersion } from './carry-source.ts'
import { hashPassageText } from './page-marks.ts'
import { sampleSource } from '../../test/samples/sample-dossier.ts'

const [ONE, TWO, THREE] = [
  'The harbour board met on Tuesday to vote on the crane.',
  'Amina Vale said the price of it had doubled.',
  'Rain kept the public away that evening.',
]
const page: PagePermalink = {
  id: 'ssss1111',
  type: 'source',
  address: '/sources/a-ssss1111/',
  formerly: [],
  state: 'live',
  to: [],
  seen: [],
}
const source = (texts: readonly string[], rights: Rights = 'full', accessed?: string) => ({
  ...sampleSource('a.txt', { texts, rights }),
  sidecar: accessed ? { accessed } : {},
})
const hash = (...texts: string[]) => hashPassages(source(texts).passages)

function carry(
  texts: readonly string[],
  { page: line, passages }: Omit<CarriedSource, 'earlier'> = { page, passages: [] },
  rights: Rights = 'full',
): CarriedSource {
  return carrySource(source(texts, rights), line, passages, new Set(passages.map(({ id }) => id)))
}

test('a version is the hash of the hashes of its passages', () => {
  expect(hash(ONE, TWO)).toBe(hashVersion([hashPassageText(ONE), hashPassageText(TWO)]))
  expect(hashVersion(['a', 'b'])).toBe('7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78')
})

test('the first text is version 1, without an earlier one', () => {
  const { page: line, passages, earlier } = carry([ONE, TWO])
  expect(line).toEqual({ ...page, versions: [hash(ONE, TWO)], kept: [], passages: 2 })
  expect(passages.map(({ text, ordinal, since }) => [text, ordinal, since])).toEqual([
    [ONE, 1, 1],
    [TWO, 2, 1],
  ])
  expect(earlier).toBeUndefined()
})

test('a source without a passage has a version too', () => {
  expect(carry([]).page).toEqual({ ...page, versions: [hash()], kept: [], passages: 0 })
})

test('the same text changes nothing', () => {
  const first = carry([ONE, TWO])
  expect(carry([ONE, TWO], first)).toEqual(first)
  expect(carry([ONE, TWO], { ...first, passages: first.passages.toReversed() })).toEqual(first)
  const later = carry([ONE], first)
  expect(carry([ONE], later)).toEqual({ page: later.page, passages: later.passages })
  expect(carry([ONE], { ...later, passages: later.passages.toReversed() }).passages).toEqual(later.passages)
})

test('a text in other typography is the same version', () => {
  const first = carry([ONE, TWO])
  const { page: line, passages, earlier } = carry([ONE, TWO.toUpperCase()], first)
  expect(line).toEqual(first.page)
  expect(passages).toEqual([first.passages[0], { ...first.passages[1], text: TWO.toUpperCase() }])
  expect(earlier).toBeUndefined()
})

test('a text that comes to be withheld keeps its version and loses its words', () => {
  const { page: line, passages } = carry([ONE, TWO], carry([ONE, TWO]), 'citation')
  expect([line.versions, line.kept, passages.map(({ text }) => text)]).toEqual([
    [hash(ONE, TWO)],
    [],
    [undefined, undefined],
  ])
  expect(carry([ONE, TWO], { page: line, passages }).passages.map(({ text }) => text)).toEqual([ONE, TWO])
})

test('a changed text is a new version, and the earlier text is kept', () => {
  const first = carry([ONE, TWO])
  const second = carry([ONE, THREE], first)
  expect(second.page).toEqual({ ...page, versions: [hash(ONE, TWO), hash(ONE, THREE)], kept: [1], passages: 3 })
  expect(second.earlier).toEqual({
    source: 'ssss1111',
    version: 1,
    hash: hash(ONE, TWO),
    passages: first.passages.map(({ id, text, hash: own }) => ({ id, text, hash: own })),
  })
  const third = carry([ONE], second)
  expect(third.page).toMatchObject({
    versions: [hash(ONE, TWO), hash(ONE, THREE), hash(ONE)],
    kept: [1, 2],
    passages: 3,
  })
  expect(third.earlier).toMatchObject({ version: 2, passages: [{ text: ONE }, { text: THREE }] })
})

test('earlier text is not kept if the source was or is not shown', () => {
  const shown = carry([ONE], carry([ONE, TWO]))
  expect(shown.page.kept).toEqual([1])
  const hidden = carry([ONE, THREE], shown, 'citation')
  expect([hidden.page.kept, hidden.page.versions?.length, hidden.earlier]).toEqual([[], 3, undefined])
  const again = carry([TWO], hidden)
  expect([again.page.kept, again.earlier]).toEqual([[], undefined])
})

test('captures are carried in turn, each with the day on which it was taken', () => {
  const [first, second] = [source([ONE], 'full', '2023-01-01'), source([ONE, TWO], 'full', '2023-01-02')]
  const present = source([ONE, TWO, THREE], 'full', '2023-01-03')
  const carried = carryCaptures(present, [first, second], page, [], new Set())
  expect(carried.page.versions).toEqual([hash(ONE), hash(ONE, TWO), hash(ONE, TWO, THREE)])
  expect(carried.earlier.map(({ version, accessed }) => [version, accessed])).toEqual([
    [1, '2023-01-01'],
    [2, '2023-01-02'],
  ])
  const alone = carryCaptures(source([ONE, TWO]), [source([ONE])], page, [], new Set())
  expect(alone.earlier.map((version) => 'accessed' in version)).toEqual([false])
  expect(carryCaptures(present, [first, second], carried.page, carried.passages, new Set())).toEqual({
    page: carried.page,
    passages: carried.passages,
    earlier: [],
  })
})

test('a capture that came to light late, or is on record, makes no version', () => {
  const published = carry([ONE, TWO])
  const late = carryCaptures(source([ONE, TWO]), [source([ONE])], published.page, published.passages, new Set())
  expect(late.page.versions).toEqual([hash(ONE, TWO)])
  const edited = carryCaptures(
    source([ONE, TWO, THREE]),
    [source([ONE, TWO]), source([TWO])],
    published.page,
    published.passages,
    new Set(),
  )
  expect(edited.page.versions).toEqual([hash(ONE, TWO), hash(TWO), hash(ONE, TWO, THREE)])
})
