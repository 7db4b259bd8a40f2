import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { BuiltDossier } from '../../pipeline/build-dossier.ts'
import { buildFiles } from './build-corrected.ts'

const TEXT = `Storm closes Northport harbour

Ines Okafor left Northport on Monday. Marta Vale left Northport on Tuesday with 40 boats.

"The harbour is shut for good," said Ines Okafor. Hugo Brandt saw 40 boats there.
`

const build = (corrections: unknown, text = TEXT, record?: string): Promise<BuiltDossier> =>
  buildFiles(
    {
      'articles/a.txt': text,
      'articles/a.yml': stringify({ date: '2023-03-15', corrections }, { aliasDuplicateObjects: false }),
    },
    record,
  )

const vale = { kind: 'name', at: { exact: 'Marta Vale' } }
const line = { kind: 'line', at: { exact: 'Marta Vale left Northport' } }
const publisher = { kind: 'metadata', field: 'publisher', value: 'Herald' }
const reason = 'Looked up.'
/** A valid correction is last in every list: no problem of another hides it. */
const good = { kind: 'name', at: { exact: 'Hugo Brandt' }, type: 'organisation', reason }

const ROWS: [title: string, corrections: object[], line: number, rule: string, told: RegExp][] = [
  ['an unknown field', [{ ...vale, typ: 'place', reason }], 6, 'file/schema', /typ: .*type: …/s],
  ['an unknown kind', [{ kind: 'nmae', at: vale.at, reason }], 3, 'file/schema', /kind: name/],
  ['a wrong type', [{ ...vale, type: 7, reason }], 6, 'file/schema', /type: person\n/],
  ['no reason', [{ ...vale, type: 'place' }], 3, 'file/schema', /reason: /],
  [
    'words that stand twice',
    [{ kind: 'date', at: { exact: 'left Northport' }, from: '2023', reason }],
    3,
    'correction/place-ambiguous',
    /prefix: "Okafor", exact: "left Northport"/,
  ],
  [
    'words that are gone',
    [{ ...vale, at: { exact: 'Marta Valle' }, is: 'none', reason }],
    3,
    'correction/place-gone',
    /exact: "Marta Vale"/,
  ],
  ['what is so already', [{ ...vale, type: 'person', reason }], 3, 'correction/no-change', /person “Marta Vale”/],
  [
    'two that contradict',
    [
      { ...vale, type: 'place', reason },
      { ...vale, is: 'none', reason },
    ],
    8,
    'correction/contradiction',
    /a\.yml:3/,
  ],
  [
    'words of two names',
    [{ kind: 'name', at: { exact: 'Vale left Northport on Tuesday' }, is: 'none', reason }],
    3,
    'correction/finding-ambiguous',
    /person “Marta Vale”; place “Northport”/,
  ],
  [
    'a speaker whom the article does not name',
    [{ kind: 'speaker', at: { exact: 'The harbour is shut for good' }, named: 'Olga Lind', reason }],
    3,
    'correction/not-applicable',
    /entity: "Olga Lind", if the register.*Names of this one: .*Marta Vale/s,
  ],
  [
    'a speaker whom nobody names',
    [{ kind: 'speaker', at: { exact: 'The harbour is shut for good' }, entity: 'Marta Vael', reason }],
    3,
    'correction/unknown-entity',
    /entity: "Marta Vale"/,
  ],
  [
    'a speaker of this article and of another',
    [{ kind: 'speaker', at: { exact: 'The harbour is shut' }, named: 'Marta Vale', entity: 'Hugo Brandt', reason }],
    3,
    'correction/not-applicable',
    /entity beside named.*named: "Marta Vale"/s,
  ],
  [
    'a speaker of no quotation',
    [{ kind: 'speaker', at: { exact: 'Tuesday' }, is: 'open', reason }],
    3,
    'correction/not-applicable',
    /no quotation/,
  ],
  [
    'a speaker who is almost named',
    [{ kind: 'speaker', at: { exact: 'The harbour is shut for good' }, named: 'Marta Vael', reason }],
    3,
    'correction/not-applicable',
    /named: "Marta Vale"/,
  ],
  [
    'a speaker who is named and described',
    [
      {
        kind: 'speaker',
        at: { exact: 'The harbour is shut for good' },
        named: 'Marta Vale',
        described: 'Hugo Brandt',
        reason,
      },
    ],
    3,
    'correction/not-applicable',
    /described beside named/,
  ],
  [
    'a date that is none and one',
    [{ kind: 'date', at: { exact: 'Monday' }, is: 'none', from: '2023', reason }],
    3,
    'correction/not-applicable',
    /from beside is: none/,
  ],
  [
    'bounds the wrong way round',
    [{ kind: 'figure', at: { exact: '40', prefix: 'on Tuesday with' }, low: 50, reason }],
    3,
    'correction/not-applicable',
    /low: 40\nhigh: 50/,
  ],
  [
    'a day that does not exist',
    [{ kind: 'date', at: { exact: 'Monday' }, from: '2023-02-30', reason }],
    3,
    'correction/not-applicable',
    /2023-02-30/,
  ],
  [
    'an interval that ends before it begins',
    [{ kind: 'date', at: { exact: 'Monday' }, from: '2023-03', to: '2023-02', reason }],
    3,
    'correction/not-applicable',
    /from: "2023-02"/,
  ],
  [
    'a place that is none',
    [{ kind: 'figure', at: { exact: '40', suffix: 'boats there' }, place: 'harbour', reason }],
    3,
    'correction/not-applicable',
    /Known: .*Northport/s,
  ],
  [
    'somebody unknown',
    [{ ...vale, entity: 'Ines Okafr', reason }],
    3,
    'correction/unknown-entity',
    /entity: "Ines Okafor"/,
  ],
  [
    'a passage that was never published',
    [{ ...vale, at: { exact: 'Marta Vale', passage: 'p-aaaaaa' }, is: 'none', reason }],
    3,
    'correction/unknown-passage',
    /p-aaaaaa/,
  ],
  [
    'a line’s unknown field',
    [{ ...line, thru: 'Hugo Brandt', is: 'left-out', reason }],
    6,
    'file/schema',
    /through: …/,
  ],
  ['a line that is neither', [{ ...line, is: 'dropped', reason }], 6, 'file/schema', /is: text\nis: left-out/],
  ['a line’s wrong type', [{ ...line, through: 3, is: 'left-out', reason }], 6, 'file/schema', /through: "3"/],
  [
    'a line of a passage’s id',
    [{ kind: 'line', at: { exact: 'Hugo', passage: 'p-aaaaaa' }, is: 'text', reason }],
    6,
    'file/schema',
    /passage/,
  ],
  [
    'a line whose words stand in two lines',
    [{ kind: 'line', at: { exact: 'Ines Okafor' }, is: 'left-out', reason }],
    3,
    'correction/place-ambiguous',
    /line 3:\n.*line 5:\n/s,
  ],
  [
    'a line that is gone',
    [{ kind: 'line', at: { exact: 'Marta Valle left Northport on Tuesday' }, is: 'left-out', reason }],
    3,
    'correction/place-changed',
    /exact: "Marta Vale left Northport on Tuesday"/,
  ],
  ['a line that is text already', [{ ...line, is: 'text', reason }], 3, 'correction/no-change', /\(text\)/],
  [
    'two of a line that contradict',
    [
      { ...line, is: 'left-out', reason },
      { ...line, is: 'text', reason },
    ],
    8,
    'correction/contradiction',
    /a\.yml:3/,
  ],
  ['an unknown field of metadata', [{ ...publisher, valeu: 'x', reason }], 6, 'file/schema', /value: …/],
  [
    'metadata of an unknown sort',
    [{ kind: 'metadata', field: 'author', value: 'Ada Lind', reason }],
    4,
    'file/schema',
    /authors/,
  ],
  [
    'a date in words',
    [{ kind: 'metadata', field: 'date', value: '14 March 2023', reason }],
    5,
    'file/schema',
    /value: 2023-03-14/,
  ],
  ['metadata of a wrong type', [{ ...publisher, value: 7, reason }], 5, 'file/schema', /value: "7"/],
  [
    'a list where one is expected',
    [{ ...publisher, value: ['Herald'], reason }],
    6,
    'file/schema',
    /publisher: .*expected string/,
  ],
  ['metadata without a value', [{ kind: 'metadata', field: 'publisher', reason }], 3, 'file/schema', /value: /],
  [
    'metadata that says so already',
    [{ kind: 'metadata', field: 'date', value: '2023-03-15', reason }],
    3,
    'correction/no-change',
    /2023-03-15/,
  ],
  [
    'two of metadata that contradict',
    [
      { ...publisher, reason },
      { ...publisher, is: 'none', value: undefined, reason },
    ],
    7,
    'correction/contradiction',
    /a\.yml:3/,
  ],
]

test.each(ROWS)('%s', async (_, corrections, line, rule, told) => {
  const { problems, dossier } = await build([...corrections, good])
  const own = problems.filter(({ file }) => file === 'seeds/articles/a.yml')
  expect(own).toMatchObject([{ line, rule }])
  expect(`${own[0]!.reason}\n${own[0]!.hint}`).toMatch(told)
  expect(dossier.findings[0]!.edits?.map(({ now }) => now)).toContain('organisation “Hugo Brandt”')
  expect(dossier.sources[0]!.metadata.date?.value).toBe('2023-03-15')
})

test('a passage’s id says which of two places is meant, also when the passage moves', async () => {
  const first = await build([])
  const { file, passages } = first.dossier.sources[0]!
  const third = passages.find(({ text }) => text.startsWith('"The harbour'))!
  const passage = first.addresses.passages.get(`${file}#${third.ordinal}`)!
  const record = first.content.find(({ path }) => path === 'content/permalinks.json')!.text
  const correction = { kind: 'figure', at: { exact: '40', passage }, is: 'none', reason }
  const moved = TEXT.replace(/(Ines Okafor left.*\n\n)(".*\n)/, '$2\n$1')
  for (const text of [TEXT, moved]) {
    const { problems, dossier } = await build([correction], text, record)
    expect(problems.filter(({ rule }) => rule.startsWith('correction/'))).toEqual([])
    expect(dossier.findings[0]!.amounts).toHaveLength(1)
  }
})
