import { expect, test } from 'vitest'
import { inventDossier } from '../invent-dossier.fixture.ts'
import { arrangeSentences } from '../sentences.ts'
import { relateStories } from '../relate-dossier.ts'
import { findNear, toHolders } from './find-candidates.ts'

type Article = readonly [string, ...string[]]

/** Files of each story, as their numbers. */
function storiesOf(articles: readonly Article[]): string[] {
  const { sources, findings, mentions } = inventDossier(articles)
  const stories = relateStories(sources, findings, arrangeSentences(sources, mentions))
  return [...Map.groupBy([...stories.keys()].sort(), (file) => stories.get(file)).values()].map((files) =>
    files.map((file) => /(\d+)\.txt/.exec(file)![1]).join(' '),
  )
}

const FERRY: Article[] = [
  ['2020-03-03', 'A ferry capsized off {Northport=place:northport} on {Monday@2020-03-02}, drowning passengers.'],
  ['2020-03-04', 'Divers searched the ferry that capsized off {Northport=place:northport} on {Monday@2020-03-02}.'],
]
const STRIKE: Article[] = [
  [
    '2020-03-03',
    'Dockers of the {Harbour Union=organisation:union} walked out in {Southport=place:southport} over wages.',
  ],
  [
    '2020-03-04',
    'The wages strike by dockers of the {Harbour Union=organisation:union} closed {Southport=place:southport}.',
  ],
]

test('sources on one matter are one story, others are not', () => {
  expect(storiesOf([...FERRY, ...STRIKE])).toEqual(['0 1', '2 3'])
})

test('the same matter months later is another story', () => {
  const later: Article[] = FERRY.map(([, text]) => ['2020-09-04', text!.replaceAll('2020-03', '2020-09')])
  expect(storiesOf([...FERRY, ...later])).toEqual(['0 1', '2 3'])
})

test('without sources there are no stories', () => {
  const articles: Article[] = [...FERRY, ['', 'Nothing here is like anything else.']]
  expect(storiesOf(articles)).toEqual(['0 1', '2'])
})

test.each<[days: (number | undefined)[], pairs: string[]]>([
  [[1, 8], ['0 1']],
  [[1, 9], []],
  [
    [9, 1, 3],
    ['0 2', '1 2'],
  ],
  [
    [1, undefined, 100],
    ['0 1', '1 2'],
  ],
  [[undefined, undefined], ['0 1']],
  [[5], []],
])('sources of days %j are compared in pairs %j', (days, pairs) => {
  const [all, dayOf] = [[...days.keys()], (at: number) => days[at]]
  const near = (at: number) => findNear(at, toHolders(all, dayOf), dayOf).filter((other) => other > at)
  const found = all.flatMap((at) => near(at).map((other) => [at, other]))
  expect(found.map((pair) => pair.toSorted().join(' ')).toSorted()).toEqual(pairs)
})

test.each([
  ['of a hundred sources', 100, 99, 1],
  ['of more', 101, 0, 0],
])(
  'by a term %s (%d) a source without a day is compared with %d, and each with %d such',
  (_, count, ofUndated, undatedOfDated) => {
    const dayOf = (at: number) => (at === 0 ? undefined : at)
    const held = toHolders([...Array(count).keys()], dayOf)
    const near = (at: number) => findNear(at, held, dayOf).filter((other) => other !== at)
    expect(near(0)).toHaveLength(ofUndated)
    expect(near(50).filter((other) => other === 0)).toHaveLength(undatedOfDated)
  },
)
