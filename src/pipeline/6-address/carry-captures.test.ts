import { expect, test } from 'vitest'
import type { Source } from '../../model/source.ts'
import { joinCaptures } from './carry-captures.ts'
import { sampleSource } from '../../test/samples/sample-dossier.ts'

const [ONE, TWO, THREE, FOUR] = [
  'The harbour board met on Tuesday to vote on the crane.',
  'Amina Vale said the price of it had doubled.',
  'Rain kept the public away that evening.',
  'Engineers found rust in two of the cables.',
]
const stated = <T>(value: T) => ({ value, certainty: 'stated' as const, rule: 'sample', evidence: [] })

interface Told {
  readonly accessed?: string
  readonly url?: string
}

/** A clipping of one paper, day and headline. */
function clipping(file: string, texts: readonly string[], { accessed, url }: Told = {}): Source {
  const source = sampleSource(file, { texts, headline: 'Board votes', ...(url && { url }) })
  return {
    ...source,
    sidecar: accessed ? { accessed } : {},
    metadata: { ...source.metadata, date: stated('2023-02-13'), publisher: stated('Northport Gazette') },
  }
}

const url = 'https://paper.example/crane'
const [first, second, third] = ['2023-01-01', '2023-01-02', '2023-01-03'].map((accessed) => ({ accessed }))

/** The files of one article, the one whose text is present last, or `warns`. */
test.each<[string, Source[], string]>([
  ['one clipping', [clipping('a', [ONE], first)], ''],
  ['two that know nothing of their origin', ['a', 'b'].map((file) => sampleSource(file, { texts: [ONE] })), ''],
  ['two of one paper, day and headline', [clipping('a', [ONE], first), clipping('b', [ONE], second)], 'a b'],
  ['the later one first', [clipping('a', [ONE], second), clipping('b', [ONE], first)], 'b a'],
  ['three', [clipping('a', [ONE], third), clipping('b', [ONE], first), clipping('c', [ONE], second)], 'b c a'],
  [
    'half of the shorter text alike',
    [clipping('a', [ONE, TWO], first), clipping('b', [ONE, THREE, FOUR], second)],
    'a b',
  ],
  ['less than half of it', [clipping('a', [ONE, TWO, FOUR], first), clipping('b', [ONE, THREE, 'x', 'y'], second)], ''],
  [
    'one of three alike to none',
    [clipping('a', [ONE], first), clipping('b', [ONE], second), clipping('c', [THREE], third)],
    '',
  ],
  [
    'other texts of one address',
    [clipping('a', [ONE], { ...first, url }), clipping('b', [THREE], { ...second, url })],
    'a b',
  ],
  [
    'one text at two addresses',
    [clipping('a', [ONE], { ...first, url }), clipping('b', [ONE], { ...second, url: `${url}2` })],
    '',
  ],
  ['no days', [clipping('a', [ONE]), clipping('b', [ONE])], 'warns'],
  ['a day of one only', [clipping('a', [ONE], first), clipping('b', [ONE])], 'warns'],
  [
    'one day for two of three',
    [clipping('a', [ONE], first), clipping('b', [ONE], first), clipping('c', [ONE], second)],
    'warns',
  ],
])('%s', (_, sources, expected) => {
  const { value, problems } = joinCaptures(sources)
  const joined = [...value].map(([file, earlier]) => [...earlier.map((source) => source.file), file].join(' '))
  expect([...joined, ...problems.map(() => 'warns')].join()).toBe(expected)
})

test('the warning names every seed and the text to write', () => {
  expect(joinCaptures(['a', 'b', 'c'].map((file) => clipping(file, [ONE]))).problems).toEqual([
    {
      file: 'a',
      severity: 'warning',
      rule: 'address/captured-twice',
      reason: 'Unexpected second clipping of the same article, in b, c; they are counted as 3 sources',
      hint: 'Say in the sidecar of each when it was taken, and they become versions of one source:\naccessed: "YYYY-MM-DD"',
    },
  ])
})
