import { describe, expect, test } from 'vitest'
import type { PagePermalink, PassagePermalink, Permalink, RedirectEntry } from '../../model/permalink.ts'
import { hashVersion } from './carry-source.ts'
import { checkHistory } from './check-promises.ts'
import { checkRecord, checkTombstones } from './check-record.ts'
import { listRedirects, writeRedirects } from './list-redirects.ts'
import { hashPassageText } from './page-marks.ts'
import { parseRecord, writeRecord } from '../../test/samples/record-text.ts'

const text = 'Nine members voted.'
const passage: PassagePermalink = {
  id: 'p-bbbbbb',
  source: 'ssss1111',
  ordinal: 1,
  state: 'live',
  to: [],
  since: 1,
  hash: hashPassageText(text),
  text,
}
const second: PassagePermalink = {
  ...passage,
  id: 'p-cccccc',
  ordinal: 2,
  text: 'Four did not.',
  hash: hashPassageText('Four did not.'),
}
const source: PagePermalink = {
  id: 'ssss1111',
  type: 'source',
  address: '/sources/a-ssss1111/',
  formerly: [],
  state: 'live',
  to: [],
  seen: [],
  versions: [hashVersion([passage.hash, second.hash])],
  passages: 2,
}
const person: PagePermalink = {
  id: 'nnnn1111',
  type: 'person',
  address: '/people/vale-nnnn1111/',
  formerly: ['/people/v-nnnn1111/'],
  state: 'live',
  to: [],
  seen: ['name:Vale'],
}
const record: Permalink[] = [person, second, passage, source]
const sketch = { grams: [1], limit: 2, names: [] }

describe('a record that was edited by hand is noticed', () => {
  const rows: [string, readonly Permalink[], string[]][] = [
    ['untouched', record, []],
    ['a passage without its source', [passage], ['p-bbbbbb stands in source ssss1111, which the record does not hold']],
    [
      'a passage that stands in a person',
      [{ ...passage, source: person.id }, person],
      ['p-bbbbbb stands in source nnnn1111, which the record does not hold'],
    ],
    [
      'a passage that stands in a passage',
      [passage, { ...second, source: passage.id }, { ...source, passages: 1, versions: [hashVersion([passage.hash])] }],
      ['p-cccccc stands in source p-bbbbbb, which the record does not hold'],
    ],
    [
      'neither text nor sketch',
      [person, second, source, (({ text: _, ...rest }) => rest)(passage)],
      ['p-bbbbbb has neither text nor sketch, expected one'],
    ],
    ['both', [person, second, source, { ...passage, sketch }], ['p-bbbbbb has both text and sketch, expected one']],
    [
      'another text',
      [person, second, source, { ...passage, text: 'Ten members voted.' }],
      ['The text of p-bbbbbb is not the one that its hash stands for'],
    ],
    [
      'another hash',
      [person, second, source, { ...passage, text: 'Ten.', hash: hashPassageText('Ten.') }],
      ['The passages of /sources/a-ssss1111/ are not the text of its last version'],
    ],
    [
      'another order',
      [person, { ...second, ordinal: 0 }, source, passage],
      ['The passages of /sources/a-ssss1111/ are not the text of its last version'],
    ],
    [
      'a passage that stands no longer',
      [person, second, source, { ...passage, state: 'tombstone' }],
      ['The passages of /sources/a-ssss1111/ are not the text of its last version'],
    ],
    ['a passage of two', [person, second, source, { ...passage, state: 'split', to: [second.id] }], []],
    [
      'a line too few',
      [person, second, { ...source, versions: [hashVersion([second.hash])] }],
      ['/sources/a-ssss1111/ had 2 passages, the record holds 1'],
    ],
    [
      'no versions',
      [passage, second, (({ versions: _, ...rest }) => rest)(source)],
      ['The passages of /sources/a-ssss1111/ are not the text of its last version'],
    ],
    [
      'an address without the id',
      [{ ...person, address: '/people/vale/', formerly: ['/people/v/'] }],
      ['/people/vale/ does not end in the id nnnn1111', '/people/v/ does not end in the id nnnn1111'],
    ],
    [
      'an address in another folder',
      [{ ...person, address: '/places/vale-nnnn1111/' }],
      ['/places/vale-nnnn1111/ is no address of a person'],
    ],
    [
      'a tombstone without a reason',
      [{ ...person, state: 'tombstone' }],
      ['/people/vale-nnnn1111/ is a tombstone without a reason'],
    ],
    ['a tombstone with one', [{ ...person, state: 'tombstone', reason: 'Asked for' }], []],
    ['a source that is gone', [{ ...source, state: 'tombstone', reason: 'Asked for', passages: 0 }], []],
    ...(['merged', 'moved', 'split'] as const).map((state): [string, Permalink[], string[]] => [
      `${state} to nowhere`,
      [{ ...person, state }],
      [`nnnn1111 is ${state} and leads nowhere`],
    ]),
    [
      'merged with what is not there',
      [{ ...person, state: 'merged', to: ['xxxx1111'] }],
      ['nnnn1111 leads to xxxx1111, which is no other address'],
    ],
    [
      'merged with itself',
      [{ ...person, state: 'merged', to: [person.id] }],
      ['nnnn1111 leads to nnnn1111, which is no other address'],
    ],
    ['merged with another', [...record.slice(1), { ...person, state: 'merged', to: [source.id] }], []],
  ]

  test.each(rows)('%s', (_, lines, reasons) => expect(checkRecord(lines).map(({ reason }) => reason)).toEqual(reasons))

  test('with the way to mend it', () => {
    const [reason, hint] = [
      'nnnn1111 is moved and leads nowhere',
      'Take the line of nnnn1111 from the last commit: git checkout -- content/permalinks.json',
    ]
    expect(checkRecord([{ ...person, state: 'moved' }])).toEqual([
      { file: 'content/permalinks.json', severity: 'error', rule: 'permalink/record', reason, hint },
    ])
  })
})

describe('a record keeps every promise of an earlier one', () => {
  const rows: [string, Permalink, Permalink[], string[]][] = [
    ['the same', source, [source], []],
    [
      'a page that is missing',
      person,
      [source],
      ['/people/vale-nnnn1111/ was published and is not in the record any more'],
    ],
    ['a passage that is missing', passage, [source], ['p-bbbbbb was published and is not in the record any more']],
    ['a passage that changed', passage, [{ ...passage, text: 'x', state: 'tombstone' }], []],
    [
      'a passage of another source',
      passage,
      [{ ...passage, source: 'xxxx1111' }],
      ['p-bbbbbb moved to another source'],
    ],
    [
      'a new address',
      person,
      [{ ...person, address: '/people/x-nnnn1111/', formerly: [...person.formerly, person.address] }],
      [],
    ],
    [
      'a new address in place of the old one',
      person,
      [{ ...person, address: '/people/x-nnnn1111/' }],
      ['/people/vale-nnnn1111/ was published and neither is an address nor leads to one'],
    ],
    [
      'a former address lost',
      person,
      [{ ...person, formerly: [] }],
      ['/people/v-nnnn1111/ was published and neither is an address nor leads to one'],
    ],
    ['one version more', source, [{ ...source, versions: [...source.versions!, 'x'] }], []],
    [
      'another version',
      source,
      [{ ...source, versions: ['x'] }],
      ['A version of /sources/a-ssss1111/ is not the one that was published'],
    ],
    [
      'no version',
      source,
      [(({ versions: _, ...rest }) => rest)(source)],
      ['A version of /sources/a-ssss1111/ is not the one that was published'],
    ],
  ]

  test.each(rows)('%s', (_, before, after, reasons) => {
    const hint = `Put this line back into content/permalinks.json:\n${JSON.stringify(before)}`
    expect(checkHistory([before], after)).toEqual(
      reasons.map((reason) => ({
        file: 'content/permalinks.json',
        severity: 'error',
        rule: 'permalink/record',
        reason,
        hint,
      })),
    )
  })
})

describe('a tombstone speaks of a page that is gone', () => {
  const stands = {
    file: 'seeds/tombstones.yml',
    severity: 'error',
    rule: 'permalink/still-there',
    reason: '/people/vale-nnnn1111/ has a tombstone and is still there',
    hint: 'Take its seed away, or take the entry out of this file.',
  }
  const rows: [string, PagePermalink[], PagePermalink[], object[]][] = [
    [person.id, [person], [], []],
    [person.address, [source, person], [source], []],
    [person.formerly[0]!, [person], [], []],
    [person.id, [person], [source, person], [stands]],
    [
      'vale',
      [person],
      [],
      [
        {
          ...stands,
          rule: 'permalink/unknown',
          reason: 'vale was never published',
          hint: 'Write the id at the end of the page’s address.',
        },
      ],
    ],
  ]

  test.each(rows)('of %s', (id, published, present, problems) => {
    expect(checkTombstones([{ id, reason: 'x', date: '2023' }], published, present)).toEqual(problems)
  })
})

describe('redirects', () => {
  const two = { ...source, versions: ['a', 'b'] }
  const other = { ...person, id: 'xxxx1111', formerly: [], address: '/people/x-xxxx1111/' }
  const alone = { ...person, formerly: [] }
  const former = ['/sources/x-ssss1111/']
  const cases: Readonly<Record<string, readonly Permalink[]>> = {
    'a former address': [person],
    'a tombstone': [{ ...person, state: 'tombstone', reason: 'Asked for' }],
    merged: [{ ...alone, state: 'merged', to: [other.id], reason: 'The same' }, other],
    'moved to one that moved': [
      { ...alone, state: 'moved', to: [other.id] },
      { ...other, state: 'moved', to: ['yyyy1111'] },
      { ...other, id: 'yyyy1111', address: '/people/y-yyyy1111/' },
    ],
    'merged with one that is gone': [
      { ...alone, state: 'merged', to: [other.id] },
      { ...other, state: 'tombstone', reason: 'Gone' },
    ],
    'told apart into one that stands, one that moved, one that is gone and one that is unknown': [
      { ...alone, state: 'tombstone', to: [other.id, 'yyyy1111', 'zzzz1111', 'wwww1111'], reason: 'Told apart' },
      other,
      { ...other, id: 'yyyy1111', address: '/people/y-yyyy1111/', state: 'merged', to: ['vvvv1111'] },
      { ...other, id: 'vvvv1111', address: '/people/v-vvvv1111/' },
      { ...other, id: 'zzzz1111', address: '/people/z-zzzz1111/', state: 'tombstone', reason: 'Gone' },
    ],
    'two that lead to each other': [
      { ...alone, state: 'moved', to: [other.id] },
      { ...other, state: 'moved', to: [person.id] },
    ],
    'moved to nowhere': [{ ...alone, state: 'moved' }],
    'a source that stands': [second, passage, source],
    'a source with a former address': [second, passage, { ...source, formerly: former }],
    'a source that is gone': [second, passage, { ...source, state: 'tombstone', reason: 'Gone' }],
    'an earlier version that is shown': [passage, { ...two, kept: [1] }],
    'an earlier version under a former address': [passage, { ...two, kept: [1], formerly: former }],
    'an earlier version that is not shown': [passage, two],
    'an earlier version of a source that is gone': [{ ...two, state: 'tombstone', reason: 'Gone' }],
    'a source without versions': [(({ versions: _, ...rest }) => rest)(source)],
  }
  const print = ({ from, id, to, reason, fragments, ...rest }: RedirectEntry) =>
    [
      `  ${from} (${id}) leads to ${to ?? 'nothing'}`,
      reason,
      ...Object.entries(rest).flat(),
      ...fragments.map((one) => `#${one.id} to ${one.to ?? 'nothing'}`),
    ]
      .filter((part) => part !== undefined)
      .join('; ')

  test('of each case', () => {
    expect(
      Object.entries(cases)
        .map(([name, lines]) => [name, ...listRedirects(lines).map(print)].join('\n'))
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "a former address
        /people/v-nnnn1111/ (nnnn1111) leads to /people/vale-nnnn1111/
      a tombstone
        /people/v-nnnn1111/ (nnnn1111) leads to nothing; Asked for
        /people/vale-nnnn1111/ (nnnn1111) leads to nothing; Asked for
      merged
        /people/vale-nnnn1111/ (nnnn1111) leads to /people/x-xxxx1111/; The same
      moved to one that moved
        /people/vale-nnnn1111/ (nnnn1111) leads to /people/y-yyyy1111/
        /people/x-xxxx1111/ (xxxx1111) leads to /people/y-yyyy1111/
      merged with one that is gone
        /people/vale-nnnn1111/ (nnnn1111) leads to nothing; Gone
        /people/x-xxxx1111/ (xxxx1111) leads to nothing; Gone
      told apart into one that stands, one that moved, one that is gone and one that is unknown
        /people/vale-nnnn1111/ (nnnn1111) leads to nothing; Told apart; candidates; /people/x-xxxx1111/,/people/v-vvvv1111/
        /people/y-yyyy1111/ (yyyy1111) leads to /people/v-vvvv1111/
        /people/z-zzzz1111/ (zzzz1111) leads to nothing; Gone
      two that lead to each other
        /people/vale-nnnn1111/ (nnnn1111) leads to nothing
        /people/x-xxxx1111/ (xxxx1111) leads to nothing
      moved to nowhere
        /people/vale-nnnn1111/ (nnnn1111) leads to nothing
      a source that stands
        /sources/a-ssss1111/v1/ (ssss1111) leads to /sources/a-ssss1111/; version; 1; #p-cccccc to /sources/a-ssss1111/#p-cccccc; #p-bbbbbb to /sources/a-ssss1111/#p-bbbbbb
      a source with a former address
        /sources/a-ssss1111/v1/ (ssss1111) leads to /sources/a-ssss1111/; version; 1; #p-cccccc to /sources/a-ssss1111/#p-cccccc; #p-bbbbbb to /sources/a-ssss1111/#p-bbbbbb
        /sources/x-ssss1111/ (ssss1111) leads to /sources/a-ssss1111/; #p-cccccc to /sources/a-ssss1111/#p-cccccc; #p-bbbbbb to /sources/a-ssss1111/#p-bbbbbb
        /sources/x-ssss1111/v1/ (ssss1111) leads to /sources/a-ssss1111/; version; 1; #p-cccccc to /sources/a-ssss1111/#p-cccccc; #p-bbbbbb to /sources/a-ssss1111/#p-bbbbbb
      a source that is gone
        /sources/a-ssss1111/ (ssss1111) leads to nothing; Gone; #p-cccccc to nothing; #p-bbbbbb to nothing
        /sources/a-ssss1111/v1/ (ssss1111) leads to nothing; Gone; #p-cccccc to nothing; #p-bbbbbb to nothing
      an earlier version that is shown
        /sources/a-ssss1111/v2/ (ssss1111) leads to /sources/a-ssss1111/; version; 2; #p-bbbbbb to /sources/a-ssss1111/#p-bbbbbb
      an earlier version under a former address
        /sources/a-ssss1111/v2/ (ssss1111) leads to /sources/a-ssss1111/; version; 2; #p-bbbbbb to /sources/a-ssss1111/#p-bbbbbb
        /sources/x-ssss1111/ (ssss1111) leads to /sources/a-ssss1111/; #p-bbbbbb to /sources/a-ssss1111/#p-bbbbbb
        /sources/x-ssss1111/v1/ (ssss1111) leads to /sources/a-ssss1111/v1/; #p-bbbbbb to /sources/a-ssss1111/v1/#p-bbbbbb
        /sources/x-ssss1111/v2/ (ssss1111) leads to /sources/a-ssss1111/; version; 2; #p-bbbbbb to /sources/a-ssss1111/#p-bbbbbb
      an earlier version that is not shown
        /sources/a-ssss1111/v1/ (ssss1111) leads to nothing; The earlier text of this source is not shown.; #p-bbbbbb to nothing
        /sources/a-ssss1111/v2/ (ssss1111) leads to /sources/a-ssss1111/; version; 2; #p-bbbbbb to /sources/a-ssss1111/#p-bbbbbb
      an earlier version of a source that is gone
        /sources/a-ssss1111/ (ssss1111) leads to nothing; Gone
        /sources/a-ssss1111/v1/ (ssss1111) leads to nothing; Gone
        /sources/a-ssss1111/v2/ (ssss1111) leads to nothing; Gone
      a source without versions"
    `)
  })

  test.each(Object.entries(cases))('are in one order: %s', (_, lines) =>
    expect(listRedirects(lines.toReversed()).map(({ from }) => from)).toEqual(
      listRedirects(lines).map(({ from }) => from),
    ),
  )

  test('for hosts', () => {
    const entries = [
      { from: '/a/', id: 'x', to: '/b/', fragments: [] },
      { from: '/c/', id: 'y', reason: 'Gone', fragments: [] },
    ]
    expect(writeRedirects(entries)).toBe('/a/ /b/ 301\n')
    expect(writeRedirects(entries, '/base')).toBe('/base/a/ /base/b/ 301\n')
  })
})

describe('the file of the record', () => {
  const [line, other] = [JSON.stringify(person), JSON.stringify(source)]
  const rows: [string, string, [line: number, reason: RegExp | string][]][] = [
    ['nothing', '', []],
    ['empty lists', '[]\n \n', []],
    [
      'lines with commas, spaces and line ends of another system',
      `[\r\n  ${line} ,\r\n${other}\r\n]\r\n`.replace(' ,', ','),
      [],
    ],
    ['no JSON', `[\n${'<'.repeat(70)}\n]`, [[2, `Unexpected text "${'<'.repeat(60)}", expected one address as JSON`]]],
    ['one line twice', `[\n${line},\n${line}\n]`, [[3, 'Two lines for nnnn1111, expected one']]],
    ['null', 'null', [[1, /^: /]]],
    ['a number', '7', [[1, /^: /]]],
    ['an unknown state', line.replace('live', 'hidden'), [[1, /^state: /]]],
    ['a field of a passage', line.replace('"state"', '"ordinal":1,"state"'), [[1, /Unrecognized key/]]],
    ['a passage in a page', JSON.stringify({ ...passage, to: [7] }), [[1, /^to\.0: /]]],
  ]

  test.each(rows)('%s', (name, file, faults) => {
    const hint =
      'Take the line from the last commit (git checkout -- content/permalinks.json); after a merge keep the lines of both sides.'
    const expected = faults.map(([at, reason]) => ({
      file: 'content/permalinks.json',
      line: at,
      severity: 'error',
      rule: 'permalink/record',
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
      hint,
    }))
    const { problems, value } = parseRecord(file)
    expect(problems).toEqual(expected)
    expect(value).toEqual(name === 'one line twice' ? [person] : name.startsWith('lines with') ? [person, source] : [])
  })

  test('lines are sorted by id, fields are in one order, and missing fields are not written', () => {
    expect(writeRecord([])).toBe('[]\n')
    const { id, ...rest } = person
    const mixed = { ...rest, reason: undefined, id } as unknown as PagePermalink
    const file = writeRecord([source, mixed, second, passage])
    expect(file).toBe(
      `[\n${[person, passage, second, source].map((one) => JSON.stringify(inOrder(one))).join(',\n')}\n]\n`,
    )
    expect(parseRecord(file)).toEqual({ value: [person, passage, second, source], problems: [] })
    expect(parseRecord(`${other}\n${line}`).value).toEqual([person, source])
  })
})

const FIELDS = [
  'id',
  'type',
  'address',
  'formerly',
  'source',
  'ordinal',
  'state',
  'to',
  'reason',
  'seen',
  'versions',
  'kept',
  'passages',
  'since',
  'changed',
  'hash',
  'text',
  'sketch',
]

function inOrder(line: Permalink): object {
  const fields = line as unknown as Record<string, unknown>
  return Object.fromEntries(FIELDS.filter((key) => key in fields).map((key) => [key, fields[key]]))
}

test('a record with the former names of types and marks is read and written with the present ones', () => {
  const line = { ...person, id: 'dddd1111', type: 'dated-event', address: '/timeline/dddd1111/', formerly: [] }
  const before = JSON.stringify([{ ...line, type: 'happening', seen: ['dated:1f', 'telling:2e'] }])
  const { value, problems } = parseRecord(`[\n${before.slice(1, -1)}\n]\n`)
  expect(problems).toEqual([])
  expect(writeRecord(value)).toBe(`[\n${JSON.stringify({ ...line, seen: ['dated:1f', 'report:2e'] })}\n]\n`)
})
