import { beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { BuiltDossier } from '../../pipeline/build-dossier.ts'
import { buildFiles } from './build-corrected.ts'

const A = 'seeds/articles/a.txt'
const B = 'seeds/articles/b.txt'
const FILES = {
  'articles/a.txt': `Ferry sinks off Northport

At least nine people were killed when a ferry sank off Northport on Monday, the coast guard said.

The regime in Norland sent two ships. Marta Vale, the mayor of Northport, met the crew on 14 March 2023.
`,
  'articles/a.yml': 'date: 2023-03-15\n',
  'articles/b.txt': `Ferry disaster in Northport

Twelve people were killed when a ferry sank off Northport on Monday, officials said.

Marta Vale, the mayor of Northport, met the crew on 14 March 2023. The coast guard had nothing to add.
`,
  'articles/b.yml': 'date: 2023-03-16\n',
}

function build(...corrections: object[]): Promise<BuiltDossier> {
  const list = corrections.map((one) => ({ reason: 'Looked up.', ...one }))
  return buildFiles({
    ...FILES,
    ...(list.length > 0 && { 'register/corrections.yml': stringify(list, { aliasDuplicateObjects: false }) }),
  })
}

const inA = (exact: string) => ({ article: A, exact })
const inB = (exact: string) => ({ article: B, exact })
const deaths = ({ dossier }: BuiltDossier) =>
  dossier.figures
    .filter(({ quantity }) => quantity === 'death')
    .map(({ rows, isCompatible }) => [rows.length, isCompatible])
const meetings = ({ dossier }: BuiltDossier) =>
  dossier.datedEvents.filter(({ summary }) => summary.includes('met the crew')).map(({ tellings }) => tellings.length)
const days = ({ dossier }: BuiltDossier) =>
  dossier.datedEvents.filter(({ summary }) => summary.includes('met the crew')).map(({ edtf }) => edtf)
const labels = ({ dossier }: BuiltDossier) =>
  dossier.wordings.choices.flatMap(({ rows }) => rows.map(({ wording }) => wording))

let plain: BuiltDossier
beforeAll(async () => {
  plain = await build()
}, 60_000)

const figures = [inA('At least nine'), inB('Twelve')]
const reports = [inA('met the crew on 14 March'), inB('met the crew on 14 March')]

type Row = [title: string, correction: object, read: (built: BuiltDossier) => unknown, before: unknown, after: unknown]
const ROWS: Row[] = [
  [
    'figures that are not comparable',
    { kind: 'comparison', figures, is: 'not-comparable' },
    deaths,
    [[2, true]],
    [
      [1, true],
      [1, true],
    ],
  ],
  ['figures that differ', { kind: 'comparison', figures, is: 'differ' }, deaths, [[2, true]], [[2, false]]],
  ['two events', { kind: 'event', reports, is: 'not-same' }, meetings, [2], [1, 1]],
  [
    'two reports of one event',
    { kind: 'event', reports: [inA('ferry sank off Northport'), inA('met the crew on')], is: 'same' },
    ({ dossier }) => dossier.datedEvents.map(({ tellings }) => tellings.length),
    [3, 2],
    [5],
  ],
  [
    'another day',
    { kind: 'event', reports: reports.slice(0, 1), is: 'other-day', from: '2023-03-12' },
    days,
    ['2023-03-14'],
    ['2023-03-14', '2023-03-12'],
  ],
  [
    'an event that did not happen so',
    { kind: 'event', reports: reports.slice(1), is: 'did-not-happen' },
    ({ dossier }) => dossier.datedEvents.flatMap(({ tellings }) => tellings.flatMap(({ disputed }) => disputed ?? [])),
    [],
    [{ reason: 'Looked up.' }],
  ],
  ['no event', { kind: 'event', reports: reports.slice(0, 1), is: 'none' }, meetings, [2], [1]],
  [
    'no common origin',
    { kind: 'origin', articles: [A, B], is: 'not-one' },
    ({ dossier }) => dossier.origins.length,
    1,
    2,
  ],
  ['no label', { kind: 'label', at: inA('regime'), is: 'none' }, labels, ['regime'], []],
]

test.each(ROWS)('%s', async (_, correction, read, before, after) => {
  expect(read(plain)).toEqual(before)
  const built = await build(correction)
  expect(built.problems).toEqual(plain.problems)
  expect(read(built)).toEqual(after)
})

describe('problems', () => {
  const BAD: [string, object[], string][] = [
    [
      'an article that is none',
      [{ kind: 'origin', articles: [A, 'seeds/articles/c.txt'], is: 'one' }],
      'correction/unknown-article',
    ],
    ['words that are gone', [{ kind: 'label', at: inA('junta'), is: 'none' }], 'correction/place-gone'],
    ['words that stand twice', [{ kind: 'label', at: inA('Northport'), is: 'none' }], 'correction/place-ambiguous'],
    ['what is so already', [{ kind: 'origin', articles: [A, B], is: 'one' }], 'correction/no-change'],
    [
      'two that contradict',
      [
        { kind: 'comparison', figures, is: 'differ' },
        { kind: 'comparison', figures, is: 'not-comparable' },
      ],
      'correction/contradiction',
    ],
    [
      'no figure',
      [{ kind: 'comparison', figures: [figures[0], inB('Marta Vale')], is: 'differ' }],
      'correction/not-applicable',
    ],
    ['an unknown field', [{ kind: 'origin', articles: [A, B], is: 'one', note: 'x' }], 'file/schema'],
  ]
  test.each(BAD)('%s', async (_, corrections, rule) => {
    const { problems } = await build(...corrections)
    const own = problems.filter(({ file }) => file === 'seeds/register/corrections.yml')
    expect(own).toMatchObject([{ rule, line: expect.any(Number) }])
  })
})
