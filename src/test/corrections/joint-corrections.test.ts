import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { noCache, rememberResults } from '../../cache/result-cache.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { BuiltDossier } from '../../pipeline/build-dossier.ts'
import { explainPassage } from '../../commands/explain.ts'
import { buildFiles, publishedText } from './build-corrected.ts'

const A = 'seeds/articles/a.txt'
const B = 'seeds/articles/b.txt'
const C = 'seeds/articles/c.txt'
const FILES = {
  'articles/a.txt': `Ferry sinks off Northport

At least nine people were killed when a ferry sank off Northport on Monday, the coast guard said.

The regime in Norland sent two ships. Marta Vale, the mayor of Northport, met the crew on 14 March 2023.
`,
  'articles/a.yml': 'date: 2023-03-15\n',
  'articles/b.txt': `Ferry disaster in Northport

Twelve people were killed when a ferry sank off Northport on Monday, officials said.

Marta Vale, the mayor of Northport, met the crew on 14 March 2023. The rebels had nothing to add.
`,
  'articles/b.yml': 'date: 2023-03-16\n',
  'articles/c.txt': `Snow cuts off Port Vale

Some 300 families were displaced when snow cut off Port Vale on 2 April 2023, the ministry said.

Hugo Brandt opened a shelter in Port Vale on 3 April 2023.
`,
  'articles/c.yml': 'date: 2023-04-05\n',
}

const build = (...corrections: object[]) => buildFiles(filesOf((text) => text, corrections))

/** Articles that stay as they are, are analysed once. */
const analysed = rememberResults(noCache)
/** Without data files and exports. */
const preview = (edit: (text: string) => string, ...corrections: object[]) =>
  buildFiles(filesOf(edit, corrections), undefined, analysed, { isPreview: true })

function filesOf(edit: (text: string) => string, corrections: readonly object[]): Record<string, string> {
  const list = corrections.map((one) => ({ reason: 'Looked up.', ...one }))
  return {
    ...FILES,
    'articles/a.txt': edit(FILES['articles/a.txt']),
    'articles/b.txt': edit(FILES['articles/b.txt']),
    'articles/c.txt': edit(FILES['articles/c.txt']),
    ...(list.length > 0 && { 'register/corrections.yml': stringify(list, { aliasDuplicateObjects: false }) }),
  }
}

const inA = (exact: string) => ({ article: A, exact })
const inB = (exact: string) => ({ article: B, exact })
const deaths = ({ dossier }: BuiltDossier) =>
  dossier.figures
    .filter(({ quantity }) => quantity === 'death')
    .map(({ rows, isCompatible }) => [rows.length, isCompatible])
const meetings = ({ dossier }: BuiltDossier) =>
  dossier.datedEvents.filter(({ summary }) => summary.includes('met the crew')).map(({ reports }) => reports.length)
const days = ({ dossier }: BuiltDossier) =>
  dossier.datedEvents.filter(({ summary }) => summary.includes('met the crew')).map(({ edtf }) => edtf)
const labels = ({ dossier }: BuiltDossier) =>
  dossier.wordings.choices.flatMap(({ rows }) => rows.map(({ wording }) => wording))
const origins = ({ dossier }: BuiltDossier) => dossier.origins.map(({ files }) => files)

let plain: BuiltDossier
beforeAll(async () => {
  plain = await build()
}, 60_000)

const figures = [inA('At least nine'), inB('Twelve')]
const reports = [inA('met the crew on 14 March'), inB('met the crew on 14 March')]

const EDITS: [string, (text: string) => string][] = [
  ['a typo beside its words', (text) => text.replace(/guard|officials|snow/, '$&k').replace(/mayor|shelter/, '$&e')],
  ['a moved paragraph', (text) => text.replace(/((?:At least|Twelve|Some).*\n\n)((?:The|Marta).*\n)/, '$2\n$1')],
  ['a cleaning rule that leaves a line out', (text) => text.replace(/\n\n/, '\n\nShare this on Facebook\n\n')],
]

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
    {
      kind: 'event',
      reports: [inA('a ferry sank off Northport on Monday, the coast guard said'), inA('met the crew on')],
      is: 'same',
    },
    ({ dossier }) => Math.max(...dossier.datedEvents.map(({ reports }) => reports.length)),
    3,
    5,
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
    ({ dossier }) => dossier.datedEvents.flatMap(({ reports }) => reports.flatMap(({ disputed }) => disputed ?? [])),
    [],
    [{ reason: 'Looked up.' }],
  ],
  ['no event', { kind: 'event', reports: reports.slice(0, 1), is: 'none' }, meetings, [2], [1]],
  ['no common origin', { kind: 'origin', articles: [A, B], is: 'not-one' }, origins, [[A, B], [C]], [[A], [B], [C]]],
  ['a common origin', { kind: 'origin', articles: [B, C], is: 'one' }, origins, [[A, B], [C]], [[A, B, C]]],
  ['no label', { kind: 'label', at: inA('regime'), is: 'none' }, labels, ['regime', 'rebel'], ['rebel']],
  [
    'no label of another set',
    { kind: 'label', at: inB('rebels'), is: 'none' },
    labels,
    ['regime', 'rebel'],
    ['regime'],
  ],
]

describe.each(ROWS)('%s', (_, correction, read, before, after) => {
  let built: BuiltDossier
  beforeAll(async () => {
    built = await build(correction)
  }, 60_000)

  test('is applied', () => {
    expect(read(plain)).toEqual(before)
    expect(built.problems).toEqual(plain.problems)
    expect(read(built)).toEqual(after)
  })

  test('is on the page of each article it concerns, with its reason', () => {
    const files = Array.from(JSON.stringify(correction).matchAll(/seeds\/articles\/\w\.txt/g), ([file]) => file)
    for (const file of files) {
      const name = built.addresses.sources.get(file)!.address.split('/').at(-2)!
      expect(built.content.find(({ path }) => path.includes(name))!.text).toContain('Looked up.')
    }
  })

  test('is printed by explain, with file and line, beside the value of the rules', () => {
    const { places } = built.dossier.edits![0]!
    const id = built.addresses.passages.get(`${places[0]!.file}#${places[0]!.passage}`)!
    expect(explainPassage(built, id)!.join('\n')).toMatch(
      /corrected: the rules said .*; an editor says .*, in seeds\/register\/corrections\.yml:\d+, because: Looked up\./,
    )
  })

  test('changes the published text', () => expect(publishedText(built)).not.toBe(publishedText(plain)))

  test.each(EDITS)('survives %s', async (_title, edit) => {
    const edited = await preview(edit, correction)
    expect(edited.problems.filter(({ severity, rule }) => severity === 'error' && /^correction/.test(rule))).toEqual([])
    expect(edited.dossier.edits).toHaveLength(1)
    expect(read(edited)).toEqual(after)
  })

  test('is a problem when its place is gone', async () => {
    const words = Array.from(JSON.stringify(correction).matchAll(/"exact":"([^"]+)"/g), ([, exact]) => exact!)
    const gone = (text: string) => words.reduce((last, word) => last.replaceAll(word, 'Quinces'), text)
    const { problems, dossier } = await preview(gone, correction)
    const own = problems.filter(({ file }) => file === 'seeds/register/corrections.yml')
    expect(own.map(({ rule }) => rule)).toEqual(words.map(() => 'correction/place-gone'))
    expect(dossier.edits ?? []).toHaveLength(words.length === 0 ? 1 : 0)
  })
})

describe('no correction changes a statement that it does not name', () => {
  interface Statement {
    readonly kind: string
    readonly said: unknown
    readonly places: readonly SpanInFile[]
  }

  /** Statements between sources of the dossier, of each kind that can be corrected. */
  function statementsOf({ dossier: { figures, datedEvents, origins, wordings } }: BuiltDossier): Statement[] {
    return [
      ...figures.map(({ rows, isCompatible }) => ({
        // A table of days follows the events that were on them.
        kind: rows[0]!.unit === 'date' ? 'event' : 'comparison',
        said: [rows.map(({ at, words, low, high }) => ({ at, words, low, high })), isCompatible],
        places: rows.map(({ at }) => at),
      })),
      ...datedEvents.map(({ edtf, reports }) => ({
        kind: 'event',
        said: [edtf, reports],
        places: reports.map(({ sentence }) => sentence),
      })),
      ...origins.map(({ files }) => ({
        kind: 'origin',
        said: files,
        places: files.map((file) => ({ file, passage: 0, start: 0, end: 1 })),
      })),
      ...[...wordings.choices, ...wordings.entities].flatMap(({ rows }) =>
        rows.flatMap(({ wording, form, sources }) =>
          sources.flatMap(({ uses }) =>
            uses.map((use) => ({ kind: 'label', said: [wording, form, use], places: [use.at] })),
          ),
        ),
      ),
    ]
  }

  const meets = (a: SpanInFile, b: SpanInFile) =>
    a.file === b.file && a.passage === b.passage && a.start < b.end && b.start < a.end

  test('however many are made at once', async () => {
    const corrections = ROWS.map(([, one]) => one)
    await fc.assert(
      fc.asyncProperty(fc.subarray(corrections, { minLength: 1 }), async (some) => {
        const built = await build(...some)
        const edits = built.dossier.edits ?? []
        expect(edits.length).toBeGreaterThan(0)
        const meet = (one: readonly SpanInFile[], other: readonly SpanInFile[]) =>
          one.some((a) => other.some((b) => meets(a, b)))
        /** A correction of a report holds for all reports of its event, and likewise for figures and articles. */
        const named = (kind: string) => {
          const places = edits.filter((one) => one.kind === kind).flatMap((one) => one.places)
          const before = statementsOf(plain).filter((one) => one.kind === kind && meet(one.places, places))
          return [...places, ...before.flatMap((one) => one.places)]
        }
        const isNamed = ({ kind, places }: Statement) => meet(named(kind), places)
        const unnamed = (of: BuiltDossier) => statementsOf(of).filter((one) => !isNamed(one))
        expect(unnamed(built)).toEqual(unnamed(plain))
        expect(built.dossier.findings).toEqual(plain.dossier.findings)
        expect(built.dossier.quotations).toEqual(plain.dossier.quotations)
        expect(built.dossier.entities).toEqual(plain.dossier.entities)
      }),
      { numRuns: 16, seed: 15 },
    )
  }, 60_000)
})

test('a passage’s id says which of two places is meant, and an unknown one is reported', async () => {
  const record = plain.content.find(({ path }) => path === 'content/permalinks.json')!.text
  const third = plain.dossier.sources[0]!.passages.find(({ text }) => text.startsWith('The regime'))!
  const passage = plain.addresses.passages.get(`${A}#${third.ordinal}`)!
  const text = FILES['articles/a.txt'].replace('At least nine', 'The regime of tides. At least nine')
  for (const [id, rules] of [
    [passage, []],
    ['p-aaaaaa', ['correction/unknown-passage', 'correction/place-ambiguous']],
  ] as const) {
    const correction = { kind: 'label', at: { ...inA('regime'), passage: id }, is: 'none', reason: 'Looked up.' }
    const files = { ...FILES, 'articles/a.txt': text, 'register/corrections.yml': stringify([correction]) }
    const { problems } = await buildFiles(files, record)
    expect(problems.flatMap(({ rule }) => (rule.startsWith('correction/') ? [rule] : []))).toEqual(rules)
  }
})

describe('problems', () => {
  const BAD: [string, object[], string][] = [
    [
      'an article that is none',
      [{ kind: 'origin', articles: [A, 'seeds/articles/d.txt'], is: 'one' }],
      'correction/unknown-article',
    ],
    [
      'an article by its name alone',
      [{ kind: 'origin', articles: [A, 'b.txt'], is: 'not-one' }],
      'correction/unknown-article',
    ],
    ['an article twice', [{ kind: 'origin', articles: [A, A], is: 'one' }], 'correction/not-applicable'],
    [
      'a day of what is the same',
      [{ kind: 'event', reports, is: 'not-same', from: '2023-03-12' }],
      'correction/not-applicable',
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
    const { problems } = await preview((text) => text, ...corrections)
    const own = problems.filter(({ file }) => file === 'seeds/register/corrections.yml')
    expect(own).toMatchObject([{ rule, line: expect.any(Number) }])
  })
})

describe('adjudications and answers match by key', () => {
  const adjudicate = (fields: object, name = 'adjudications') =>
    buildFiles({
      ...FILES,
      [`register/${name}.yml`]: stringify([{ status: 'accepted', note: 'Looked up.', ...fields }]),
    })
  const known = () => plain.dossier.figures.find(({ quantity }) => quantity === 'death')!

  test('is silent where it fits, under its old name with a note', async () => {
    const fields = { figure: known().key, accepted: known().rows[0]!.words }
    const [now, old] = [await adjudicate(fields), await adjudicate(fields, 'settlements')]
    expect(now.problems).toEqual(plain.problems)
    expect(old.problems.map(({ rule }) => rule)).toContain('file/old-name')
    for (const { dossier } of [now, old])
      expect(dossier.figures.find(({ key }) => key === known().key)!.adjudication).toMatchObject({ note: 'Looked up.' })
  })

  test.each([
    ['figure', () => ({ figure: `${known().key}s` }), () => `figure: "${known().key}"`],
    ['accepted', () => ({ figure: known().key, accepted: 'Twelf' }), () => 'accepted: "Twelve"'],
  ])('is a problem with the nearest one where its %s matches nothing', async (_, fields, hint) => {
    const { problems } = await adjudicate(fields())
    expect(problems.filter(({ file }) => file.endsWith('adjudications.yml'))).toMatchObject([
      { rule: 'correction/unmatched', line: 1, hint: hint() },
    ])
  })

  test('an answer to a contradiction that is gone is reported', async () => {
    const answer = { key: 'contradiction/none | a', reason: 'Fine.', passages: '0123456789ab' }
    const { problems } = await buildFiles({ ...FILES, 'register/answers.yml': stringify([answer]) })
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'correction/unmatched', severity: 'warning', line: 1 }),
    )
  })

  test.each<[string, string[]]>([
    ['Marta Vael', ['name: "Marta Vale"']],
    ['marta vale', []],
    ['the crew', []],
    ['Olga Lind', []],
  ])('a decision about “%s” is reported only where that is a misspelt name', async (name, hints) => {
    const entry = { name: 'Hugo Brandt', kind: 'person', notSame: [{ name, reason: 'Looked up.' }] }
    const { problems } = await buildFiles({ ...FILES, 'register/people.yml': stringify([entry]) })
    expect(problems.filter(({ rule }) => rule === 'correction/unmatched').map(({ hint }) => hint)).toEqual(hints)
  })
})
