import { expect, test } from 'vitest'
import type { PagePermalink, Permalink } from '../../model/permalink.ts'
import type { SourceVersion } from '../../model/entry.ts'
import { hashVersion, keepVersions } from './carry-source.ts'
import { hashPassageText } from './page-marks.ts'

const made = (source: string, version: number, text: string): SourceVersion => ({
  source,
  version,
  hash: hashVersion([hashPassageText(text)]),
  passages: [{ id: 'p-bbbbbb', text, hash: '' }],
})
const [one, two, other] = [
  made('ssss1111', 1, 'Nine voted.'),
  made('ssss1111', 2, 'Ten voted.'),
  made('ssss2222', 1, 'The crane.'),
]
const line: PagePermalink = {
  id: 'ssss1111',
  type: 'source',
  address: '/sources/a-ssss1111/',
  formerly: [],
  state: 'live',
  to: [],
  seen: [],
  versions: [one.hash, two.hash, 'x'],
  kept: [1, 2],
}
const person: Permalink = { ...(({ versions: _, kept: __, ...rest }) => rest)(line), id: 'nnnn1111', type: 'person' }
const passage: Permalink = {
  id: 'p-bbbbbb',
  source: 'ssss1111',
  ordinal: 1,
  state: 'live',
  to: [],
  since: 1,
  hash: 'a',
  text: 'x',
}

test.each<[string, readonly SourceVersion[], readonly SourceVersion[], readonly SourceVersion[], string[]]>([
  ['from the disk and from this build', [one], [two], [one, two], []],
  ['none that the record does not keep', [one, { ...one, version: 3 }, other], [two], [one, two], []],
  ['one is missing', [two], [], [two], ['v1 missing']],
  ['both are missing', [other], [], [], ['v1 missing', 'v2 missing']],
  [
    'a word was changed',
    [{ ...one, passages: two.passages }],
    [two],
    [{ ...one, passages: two.passages }, two],
    ['v1 not the one that was'],
  ],
  [
    'a hash was changed',
    [{ ...one, hash: two.hash }],
    [two],
    [{ ...one, hash: two.hash }, two],
    ['v1 not the one that was'],
  ],
  [
    'the other version in its place',
    [two, { ...two, version: 1 }],
    [],
    [two, { ...two, version: 1 }],
    ['v1 not the one that was'],
  ],
])('earlier texts are kept: %s', (_, onDisk, set, kept, faults) => {
  const problems = faults.map((fault) => {
    const [version, ...words] = fault.split(' ')
    const file = `content/versions/ssss1111/${version}.json`
    return {
      file,
      severity: 'error',
      rule: 'permalink/version',
      reason: `/sources/a-ssss1111/${version}/ was published; its text is ${words.join(' ')}`,
      hint: `Take the file from the last commit: git checkout -- ${file}`,
    }
  })
  expect(keepVersions([passage, person, line], onDisk, set)).toEqual({ value: kept, problems })
})

test('a source of which nothing is kept needs no text', () => {
  expect(
    keepVersions(
      [
        { ...line, kept: [] },
        { ...person, id: 'ssss2222' },
      ],
      [one, other],
      [],
    ),
  ).toEqual({ value: [], problems: [] })
})
