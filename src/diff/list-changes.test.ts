import { beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { ResultCache } from '../cache/result-cache.ts'
import { buildFiles } from '../test/corrections/build-corrected.ts'
import type { Change } from './print-changes.ts'
import { listChanges } from './list-changes.ts'
import { printChanges } from './print-changes.ts'
import type { ReadContent } from './read-content.ts'
import { interpretContent } from './read-content.ts'

type Files = Readonly<Record<string, string>>

const FERRY = `Ferry sinks off Northport

At least nine people were killed when a ferry sank off Northport on Monday, the coast guard said.

"The harbour is shut for good," said Ines Okafor, the mayor of Northport. Ines Okafor met the crew on 14 March 2023.

Hugo Brandt counted 40 boats in Northport. Marta Vale, who runs the port, agreed with Hugo Brandt.
`
const DISASTER = `Ferry disaster in Northport

Exactly twelve people were killed when a ferry sank off Northport on Monday, officials said.

Ines Okafor, the mayor of Northport, met the crew on 14 March 2023. Hugo Brandt had nothing to add. M. Vale was there.
`
const REGISTER = [
  { name: 'Ines Okafor', kind: 'person' },
  { name: 'Hugo Brandt', kind: 'person' },
  { name: 'Marta Vale', kind: 'person' },
  { name: 'Northport', kind: 'place' },
]

const yaml = (value: unknown): string => stringify(value, { aliasDuplicateObjects: false })
const register = (change: (name: string) => object[] | undefined): Files => ({
  'register/names.yml': yaml(REGISTER.flatMap((entry) => change(entry.name) ?? entry)),
})

const FILES: Files = {
  'articles/a.txt': FERRY,
  'articles/a.yml': 'date: 2023-03-15\n',
  'articles/b.txt': DISASTER,
  'articles/b.yml': 'date: 2023-03-16\n',
  'register/names.yml': yaml(REGISTER),
}

const reason = 'Looked up.'
const correct = (...corrections: object[]): Files => ({
  'articles/a.yml': yaml({ date: '2023-03-15', corrections: corrections.map((one) => ({ ...one, reason })) }),
})
const join = (correction: object): Files => ({ 'register/corrections.yml': yaml([{ ...correction, reason }]) })
const A = 'seeds/articles/a.txt'
const B = 'seeds/articles/b.txt'

interface Built {
  readonly content: ReadContent
  readonly record: string
}

/** Findings of an article are cached for the next case. */
const kept = new Map<string, string>()
const cache: ResultCache = {
  read: (key) => (kept.has(key) ? JSON.parse(kept.get(key)!) : undefined),
  write: (key, value) => void kept.set(key, JSON.stringify(value)),
  sweep: () => {},
}

async function build(files: Files, record?: string): Promise<Built> {
  const { content } = await buildFiles(files, record, cache)
  const texts = new Map(content.map(({ path, text }) => [path.replace(/^content\//, ''), text]))
  const pages = new Map(Object.entries(files).filter(([path]) => path.startsWith('pages/')))
  return { content: interpretContent(texts, pages), record: texts.get('permalinks.json')! }
}

const describeChanges = (changes: readonly Change[]): string[] =>
  changes.map(({ area, what, was, is }) => `${area} ${what}${(was ?? is) ? `: ${was ?? ''} → ${is ?? ''}` : ''}`)

let plain: Built
beforeAll(async () => {
  plain = await build(FILES)
}, 60_000)

const differ = join({
  kind: 'comparison',
  figures: [
    { article: A, exact: 'At least nine' },
    { article: B, exact: 'Exactly twelve' },
  ],
  is: 'differ',
})
const together = register((name) =>
  name === 'Hugo Brandt' ? [{ name, kind: 'person', aliases: ['Marta Vale'] }] : name === 'Marta Vale' ? [] : undefined,
)
const captured = { 'articles/a.yml': 'date: 2023-03-15\naccessed: 2023-03-16\nurl: https://example.org/ferry\n' }
const none: Files = {}

/** The seeds before and after, the changes that must be listed, and those that must not. */
const ROWS: [title: string, before: Files, after: Files, told: RegExp[], silent: RegExp][] = [
  ['nothing', none, none, [], /./],
  [
    'white space alone',
    none,
    { 'articles/a.txt': FERRY.replaceAll('\n\n', '\n\n\n') },
    [/^source respaced$/],
    /^(?!source respaced$)/,
  ],
  [
    'an article added',
    none,
    { 'articles/c.txt': 'Tug arrives\n\nA tug came to Southport, said Olga Lind.\n' },
    [/^source added$/, /^name added: {2}→ person$/],
    /^address|removed|split|corrected/,
  ],
  ['an article removed', none, { 'articles/b.txt': '' }, [/^source removed$/, /^name removed/], /added|^address lost/],
  [
    'an article corrected',
    none,
    { 'articles/a.txt': FERRY.replace('40 boats', '400 boats') },
    [/^source corrected: Hugo Brandt counted 40 .* → Hugo Brandt counted 400 /, /^address text changed$/],
    /respaced|recaptured|redated|^name/,
  ],
  [
    'an article re-dated',
    none,
    { 'articles/a.yml': 'date: 2023-03-25\n' },
    [/^source redated: 2023-03-15 → 2023-03-25$/],
    /^source (?!redated)|^name/,
  ],
  [
    'an article captured again',
    captured,
    {
      'articles/a2.txt': FERRY.replace('agreed with', 'did not agree with'),
      'articles/a2.yml': captured['articles/a.yml'].replace('03-16', '04-02'),
    },
    [/^source recaptured: .*a\.txt → .*a2\.txt$/, /^source corrected: .* → .*did not agree/],
    /^source (?:added|removed|redated)|^address (?:gone|lost)/,
  ],
  [
    'rights narrowed',
    none,
    { 'articles/a.yml': 'date: 2023-03-15\nrights: citation\n' },
    [/^source rights narrowed: full → citation$/],
    /corrected|^quotation/,
  ],
  [
    'rights widened',
    { 'articles/a.yml': 'date: 2023-03-15\nrights: excerpt\n' },
    { 'articles/a.yml': 'date: 2023-03-15\n' },
    [/^source rights widened: excerpt → full$/],
    /corrected|^quotation/,
  ],
  [
    'a name merged',
    none,
    together,
    [/^name merged: Marta Vale → Hugo Brandt$/, /^address merged: {2}→ \/people\/hugo-brandt-/],
    /removed|split|renamed/,
  ],
  [
    'a name split',
    together,
    { 'register/names.yml': FILES['register/names.yml']! },
    [/^name split: Hugo Brandt → Marta Vale$/],
    /merged|added|removed/,
  ],
  [
    'a name renamed',
    none,
    register((name) =>
      name === 'Hugo Brandt' ? [{ name: 'Hugo J. Brandt', kind: 'person', aliases: [name] }] : undefined,
    ),
    [/^name renamed: Hugo Brandt → Hugo J\. Brandt$/, /^address moved: .*hugo-brandt-.* → .*hugo-j-brandt-/],
    /added|removed|merged|split/,
  ],
  [
    'a name of another kind',
    none,
    register((name) => (name === 'Hugo Brandt' ? [{ name, kind: 'organisation' }] : undefined)),
    [/^name given another kind: person → organisation$/, /^address moved: \/people.* → \/organisations/],
    /added|removed|renamed/,
  ],
  [
    'a speaker corrected',
    none,
    correct({ kind: 'speaker', at: { exact: 'The harbour is shut for good' }, named: 'Marta Vale' }),
    [/^quotation speaker changed: Ines Okafor → Marta Vale$/, /^correction speaker corrected/],
    /^source|added|removed/,
  ],
  [
    'a figure corrected',
    correct({ kind: 'figure', at: { exact: '40' }, low: 41, high: 41 }),
    correct({ kind: 'figure', at: { exact: '40' }, low: 42, high: 42 }),
    [/^figure range changed: 41 to 41 → 42 to 42$/, /^correction figure corrected: 40, boats → 42, boats$/],
    /^source|added|removed/,
  ],
  [
    'an event corrected: told apart',
    none,
    join({
      kind: 'event',
      reports: [
        { article: A, exact: 'met the crew on 14 March' },
        { article: B, exact: 'met the crew on 14 March' },
      ],
      is: 'not-same',
    }),
    [/^event split$/, /^event reports changed/],
    /^source|^name/,
  ],
  [
    'a date corrected',
    { 'articles/b.txt': '' },
    { 'articles/b.txt': '', ...correct({ kind: 'date', at: { exact: '14 March 2023' }, from: '2023-03-13' }) },
    [/^event date changed: 2023-03-14 → 2023-03-13$/, /^correction date corrected/],
    /^source|added/,
  ],
  [
    'an origin corrected',
    none,
    join({ kind: 'origin', articles: [A, B], is: 'one' }),
    [/^origin joined$/],
    /^source|^difference/,
  ],
  ['a difference that came', none, differ, [/^difference came$/], /went|settled/],
  ['a difference that went', differ, { 'register/corrections.yml': '[]\n' }, [/^difference went$/], /came|settled/],
  [
    'a difference that was settled',
    differ,
    {
      'register/adjudications.yml': yaml([
        {
          figure: 'death | people',
          status: 'accepted',
          accepted: 'Exactly twelve',
          note: 'The register of deaths says so.',
        },
      ]),
    },
    [/^difference settled: {2}→ accepted: The register/],
    /came|went/,
  ],
  ['a page changed', { 'pages/x.mdx': 'Hello\n' }, { 'pages/x.mdx': 'Hello you\n' }, [/^page changed$/], /^(?!page)/],
  ['white space of a page', { 'pages/x.mdx': 'A b\n' }, { 'pages/x.mdx': 'A\nb\n' }, [/^page respaced$/], /^(?!page)/],
  [
    'the licence',
    none,
    { 'dossier.yml': 'title: Harbour\ndescription: Invented.\nlicence: CC0-1.0\n' },
    [/^dossier licence changed: CC-BY-4.0 → CC0-1.0$/],
    /^(?!dossier)/,
  ],
]

describe('the effect of each change of the seeds', () => {
  test.each(ROWS)('%s', async (_, before, after, told, silent) => {
    const old = before === none ? plain : await build({ ...FILES, ...before })
    const next = await build({ ...FILES, ...before, ...after }, old.record)
    const lines = describeChanges(listChanges(old.content, next.content))
    for (const one of told) expect(lines).toContainEqual(expect.stringMatching(one))
    expect(lines.filter((line) => silent.test(line))).toEqual([])
  })
})

test('an article taken down leaves a tombstone, listed once for the page and its passages', async () => {
  const [id] = [...plain.content.sources.values()].flatMap((source) => (source.file === B ? [source.id] : []))
  const stones = yaml([{ id, reason: 'Asked by the author.', date: '2023-05-01' }])
  const { 'articles/b.txt': _, 'articles/b.yml': __, ...rest } = FILES
  const next = await build({ ...rest, 'tombstones.yml': stones }, plain.record)
  const changes = listChanges(plain.content, next.content)
  const gone = changes.filter(({ area, title }) => area === 'address' && title.includes(`-${id}/`))
  expect(gone).toMatchObject([{ what: 'gone', id, reason: 'Asked by the author. (2023-05-01)' }])
})

test('a record that lost lines is a broken promise, and listed first', async () => {
  const next = await build(FILES)
  const record = new Map([...next.content.record].slice(5))
  const text = printChanges(listChanges(plain.content, { ...next.content, record }))
  expect(text).toContain('**5 published addresses would be lost.**')
})

test.each([
  ['markup', '<img src=x>', String.raw`\<img src=x\>`],
  ['a mention', '@harbour', '@\u2060harbour'],
  ['a link', '[a](https://example.org)', String.raw`\[a\](https:`],
  ['emphasis', '**all**', String.raw`\*\*all\*\*`],
  ['lines', 'a\n\n# b', String.raw`a \# b`],
])('words of an article cannot command a comment: %s', (_, title, shown) => {
  expect(printChanges([{ area: 'source', what: 'added', id: 'x', title }])).toContain(`**added** ${shown}`)
})

test('nothing changed', () => expect(printChanges([])).toBe('Nothing changes for readers of this dossier.\n'))

test('content with the former names of the record’s types and marks is still read', () => {
  const { files, events, record } = plain.content
  const before = new Map(
    [...files].map(([path, text]) => [
      path,
      text.replaceAll('"dated-event"', '"happening"').replaceAll('"report:', '"telling:'),
    ]),
  )
  const read = interpretContent(before)
  expect(read.events).toEqual(events)
  expect(read.record).toEqual(record)
})
