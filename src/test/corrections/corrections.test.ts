import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { noCache } from '../../cache/result-cache.ts'
import { correction } from '../../model/correction.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Span } from '../../model/passage.ts'
import type { Source } from '../../model/source.ts'
import { METADATA_FIELDS } from '../../model/source.ts'
import type { QuoteSelector } from '../../model/correction.ts'
import type { BuiltDossier } from '../../pipeline/build-dossier.ts'
import { explainQuotation } from '../../commands/explain-page.ts'
import { findInSource } from '../../pipeline/3-find/find-in-source.ts'
import { writeRecord } from '../samples/record-text.ts'
import { buildFiles } from './build-corrected.ts'

const TEXT = `Storm closes Northport harbour

At least nine people were killed when a storm hit Northport on Monday, the Harbour Workers Union said.

"We will not leave the harbour until it is safe," said Ines Okafor, the union's leader. Marta Vale, the mayor of Northport, denied it on Tuesday.

Read more: Storm in pictures

Okafor told reporters that 40 boats were lost in Port Vale. "The council knew of the danger," she said.

Vale met the governor in Sandford. The ministry said 300 families had left Sandford by Friday. Hope said nothing.
`

const speaker = { exact: 'The council knew of the danger' }
const deaths = { exact: 'At least nine', suffix: 'people were killed' }
const families = { exact: '300', prefix: 'The ministry said', suffix: 'families had left' }
const vale = { exact: 'Vale', suffix: 'met the governor in Sandford' }

/** A correction, and what the rules had said and the page says now. */
type Case = [title: string, fields: Record<string, unknown>, was: string, now: string]

const CASES: Case[] = [
  [
    'not a name',
    { kind: 'name', at: { exact: 'Sandford', prefix: 'the governor in' }, is: 'none' },
    'place “Sandford”',
    'none',
  ],
  [
    'another kind',
    { kind: 'name', at: { exact: 'Marta Vale' }, type: 'organisation' },
    'person “Marta Vale”',
    'organisation “Marta Vale”',
  ],
  [
    'longer',
    { kind: 'name', at: { exact: 'Northport', suffix: 'harbour' }, words: 'Northport harbour' },
    'place “Northport”',
    'place “Northport harbour”',
  ],
  [
    'shorter',
    { kind: 'name', at: { exact: 'Harbour Workers Union' }, words: 'Workers Union' },
    'organisation “Harbour Workers Union”',
    'organisation “Workers Union”',
  ],
  [
    'somebody else',
    { kind: 'name', at: vale, entity: 'Ines Okafor' },
    'person “Vale”',
    'person “Vale”, which is Ines Okafor',
  ],
  [
    'a name that no rule found',
    {
      kind: 'name',
      at: { exact: 'The council', suffix: 'knew of the danger' },
      words: 'The council',
      type: 'organisation',
    },
    'none',
    'organisation “The council”',
  ],
  [
    'no name throughout',
    { kind: 'name', at: { exact: 'Port Vale' }, everywhere: true, is: 'none' },
    'place “Port Vale”',
    'none',
  ],
  ['another speaker', { kind: 'speaker', at: speaker, named: 'Marta Vale' }, 'named “Okafor”', 'named “Marta Vale”'],
  [
    'a speaker without a name',
    { kind: 'speaker', at: speaker, described: 'the union’s leader' },
    'named “Okafor”',
    'described “the union’s leader”',
  ],
  ['nobody known', { kind: 'speaker', at: speaker, is: 'open' }, 'named “Okafor”', 'open'],
  [
    'the speaker of reported speech',
    { kind: 'speaker', at: { exact: '300 families had left Sandford' }, named: 'Marta Vale' },
    'described “The ministry”',
    'named “Marta Vale”',
  ],
  ['no quotation', { kind: 'quotation', at: speaker, is: 'none' }, 'direct “The council knew of the danger,”', 'none'],
  [
    'no quotation but reported',
    { kind: 'quotation', at: speaker, is: 'reported' },
    'direct “The council knew of the danger,”',
    'reported “The council knew of the danger,”',
  ],
  [
    'other bounds',
    {
      kind: 'quotation',
      at: { exact: 'We will not leave the harbour until it is safe' },
      words: 'leave the harbour until it is safe',
    },
    'direct “We will not leave the harbour until it is safe,”',
    'direct “leave the harbour until it is safe”',
  ],
  [
    'a quotation that no rule found',
    { kind: 'quotation', at: { exact: 'the mayor of Northport' }, is: 'fragment' },
    'none',
    'fragment “the mayor of Northport”',
  ],
  ['another day', { kind: 'date', at: { exact: 'Monday' }, from: '2023-03-06' }, '2023-03-13', '2023-03-06'],
  [
    'an interval',
    { kind: 'date', at: { exact: 'Friday', prefix: 'left Sandford by' }, from: '2023-03-10', to: '2023-03-17' },
    '2023-03-10',
    '2023-03-10/2023-03-17',
  ],
  [
    'a month',
    { kind: 'date', at: { exact: 'Tuesday', prefix: 'denied it on' }, from: '2023-03' },
    '2023-03-14',
    '2023-03',
  ],
  ['no date', { kind: 'date', at: { exact: 'Monday' }, is: 'none' }, '2023-03-13', 'none'],
  [
    'a date that no rule found',
    { kind: 'date', at: { exact: 'until it is safe' }, from: '2023-04' },
    'none',
    '2023-04',
  ],
  [
    'no figure',
    { kind: 'figure', at: deaths, is: 'none' },
    '9 to …, people, measure kill, credit “the Harbour Workers Union”',
    'none',
  ],
  [
    'a figure that no rule found',
    {
      kind: 'figure',
      at: { exact: 'reporters', prefix: 'Okafor told', suffix: 'that 40 boats' },
      low: 2,
      high: 2,
      counted: 'reporters',
    },
    'none',
    '2, reporters',
  ],
  [
    'another measure',
    { kind: 'figure', at: deaths, measure: 'injure' },
    '9 to …, people, measure kill, credit “the Harbour Workers Union”',
    '9 to …, people, measure injure, credit “the Harbour Workers Union”',
  ],
  [
    'another credit',
    { kind: 'figure', at: deaths, credit: 'Marta Vale' },
    '9 to …, people, measure kill, credit “the Harbour Workers Union”',
    '9 to …, people, measure kill, credit “Marta Vale”',
  ],
  [
    'no credit',
    { kind: 'figure', at: families, credit: 'none' },
    '300, families, credit “The ministry”',
    '300, families',
  ],
  [
    'another place',
    { kind: 'figure', at: families, place: 'Port Vale' },
    '300, families, credit “The ministry”',
    '300, families, credit “The ministry”, place “Port Vale”',
  ],
  [
    'no place',
    { kind: 'figure', at: { exact: '40', suffix: 'boats were lost' }, place: 'none' },
    '40, boats, measure lose, credit “Okafor”',
    '40, boats, measure lose, credit “Okafor”, no place',
  ],
  [
    'another time',
    { kind: 'figure', at: families, time: 'Tuesday' },
    '300, families, credit “The ministry”',
    '300, families, credit “The ministry”, time “Tuesday”',
  ],
  [
    'no time',
    { kind: 'figure', at: families, time: 'none' },
    '300, families, credit “The ministry”',
    '300, families, credit “The ministry”, no time',
  ],
  [
    'other bounds of a number',
    { kind: 'figure', at: { exact: '40', suffix: 'boats were lost' }, low: 30, high: 40 },
    '40, boats, measure lose, credit “Okafor”',
    '30 to 40, boats, measure lose, credit “Okafor”',
  ],
  [
    'a line that is text',
    { kind: 'line', at: { exact: 'Read more: Storm in pictures' }, is: 'text' },
    'left out as related',
    'text',
  ],
  [
    'a line that is none',
    { kind: 'line', at: { exact: 'that 40 boats were lost in Port Vale' }, is: 'left-out' },
    'text',
    'left out',
  ],
  [
    'lines that are none',
    {
      kind: 'line',
      at: { exact: 'that 40 boats were lost in Port Vale' },
      through: '300 families had left Sandford',
      is: 'left-out',
    },
    'text',
    'left out',
  ],
  [
    'another headline',
    { kind: 'metadata', field: 'headline', value: 'The harbour is closed' },
    'headline: Storm closes Northport harbour',
    'headline: The harbour is closed',
  ],
  [
    'a publisher',
    { kind: 'metadata', field: 'publisher', value: 'Northport Herald' },
    'none',
    'publisher: Northport Herald',
  ],
  [
    'another day of publication',
    { kind: 'metadata', field: 'date', value: '2023-03-22' },
    'date: 2023-03-15',
    'date: 2023-03-22',
  ],
  ['no day of publication', { kind: 'metadata', field: 'date', is: 'none' }, 'date: 2023-03-15', 'none'],
]

const articleOf = (text: string, index: number) => `${text}\nThis clipping has the number ${index + 1000}.\n`
const fileOf = (index: number) => `seeds/articles/case-${String(index).padStart(2, '0')}.txt`

/**
 * One dossier with an article a case, and as many without corrections.
 *
 * @param isPreview without data files and exports
 */
function build(
  text: string | ((index: number) => string),
  cases: readonly Case[],
  hasCorrections = true,
  isPreview = false,
): Promise<BuiltDossier> {
  const files = cases.flatMap(([, fields], index) => {
    const sidecar = {
      date: '2023-03-15',
      ...(hasCorrections && { corrections: [{ ...fields, reason: 'Heard again.' }] }),
    }
    const stem = fileOf(index).slice('seeds/'.length, -'.txt'.length)
    return [
      [`${stem}.txt`, articleOf(typeof text === 'string' ? text : text(index), index)],
      [`${stem}.yml`, stringify(sidecar)],
    ]
  })
  return buildFiles(Object.fromEntries(files), undefined, noCache, { isPreview })
}

const findingsOf = ({ dossier }: BuiltDossier, index: number) =>
  dossier.findings.find(({ file }) => file === fileOf(index))!
const sourceOf = ({ dossier }: BuiltDossier, index: number) =>
  dossier.sources.find(({ file }) => file === fileOf(index))!
const editsOf = (built: BuiltDossier, index: number) => [
  ...(findingsOf(built, index).edits ?? []),
  ...(sourceOf(built, index).edits ?? []),
]
/** The data files of one case. */
const dataOf = ({ data, addresses }: BuiltDossier, index: number) => {
  const { id } = addresses.sources.get(fileOf(index))!
  return data.flatMap(({ text }) =>
    String(text)
      .split('\n')
      .filter((line) => line.includes(id)),
  )
}

let plain: BuiltDossier
let corrected: BuiltDossier
beforeAll(async () => {
  plain = await build(TEXT, CASES, false)
  corrected = await build(TEXT, CASES)
}, 120_000)

test('corrections that fit give no problem', () => expect(corrected.problems).toEqual(plain.problems))

test('there are forty cases and more, two of each kind at least', () => {
  const kinds = Map.groupBy(CASES, ([, { kind }]) => kind)
  expect([...kinds.values()].map((cases) => cases.length).toSorted()[0]).toBeGreaterThanOrEqual(2)
  expect(new Set(kinds.keys())).toEqual(new Set(correction.options.map(({ shape }) => shape.kind.value)))
})

describe.each(CASES.map((one, index) => [...one, index] as const))('%s', (_, fields, was, now, index) => {
  test('is recorded with what the rules had found', () => {
    const edits = [{ kind: fields['kind'], was, now, reason: 'Heard again.' }]
    expect(editsOf(corrected, index)).toMatchObject(edits)
  })

  test('is on the page with its reason', () => {
    const { address } = corrected.addresses.sources.get(fileOf(index))!
    const page = corrected.content.find(({ path }) => path.includes(address.split('/').at(-2)!))!
    expect(page.text).toContain('Heard again.')
  })

  test('changes the data', () => expect(dataOf(corrected, index)).not.toEqual(dataOf(plain, index)))
})

describe('no correction changes a statement that it does not name', () => {
  type Field = 'mentions' | 'dates' | 'quotations' | 'amounts'
  /** Quotations credit names, and figures have dates: they may follow what was corrected. */
  const FOLLOW: Record<string, Field[]> = { name: ['quotations'], date: ['amounts'] }
  const spansOf = (one: object): Span[] => ('spans' in one ? (one.spans as Span[]) : [(one as { span: Span }).span])
  const meets = (a: Span, b: Span) => a.passage === b.passage && a.start < b.end && b.start < a.end
  const placed = CASES.filter(([, { kind, at }]) => at && kind !== 'line')

  function findWith(cases: readonly Case[]): Findings {
    const { edits, ...source } = sourceOf(plain, 0)
    const corrections = cases.map(([, fields], index) => ({
      correction: correction.parse({ ...fields, reason: 'Heard again.' }),
      file: 'a.yml',
      line: index + 1,
    }))
    return findInSource({ ...source, corrections }, []).value
  }

  test('however many are made at once', () => {
    const before = findWith([])
    fc.assert(
      fc.property(fc.subarray(placed, { minLength: 1 }), (cases) => {
        const after = findWith(cases)
        const edits = after.edits ?? []
        expect(edits.length).toBeGreaterThan(0)
        const fields: Field[] = ['mentions', 'dates', 'quotations', 'amounts']
        for (const field of fields.filter((one) => !edits.some(({ kind }) => FOLLOW[kind]?.includes(one)))) {
          const unnamed = (found: Findings) =>
            found[field].filter((one) => !spansOf(one).some((own) => edits.some(({ span }) => meets(own, span))))
          expect(unnamed(after), field).toEqual(unnamed(before))
        }
      }),
      { numRuns: 16, seed: 15 },
    )
  })
})

describe('no correction of lines or metadata changes a line or field that it does not name', () => {
  const readings = CASES.filter(([, { kind }]) => kind === 'line' || kind === 'metadata')

  test('however many are made at once', async () => {
    const before = sourceOf(plain, 0)
    await fc.assert(
      fc.asyncProperty(fc.subarray(readings, { minLength: 1 }), async (cases) => {
        const corrections = cases.map(([, fields]) => ({ ...fields, reason: 'Heard again.' }))
        const built = await buildFiles({
          'articles/case-00.txt': articleOf(TEXT, 0),
          'articles/case-00.yml': stringify({ date: '2023-03-15', corrections }),
        })
        const after = sourceOf(built, 0)
        const edits = after.edits ?? []
        const fields = new Set(cases.flatMap(([, { field }]) => field ?? []))
        const lines = cases.flatMap(([, { kind, at, through }]) =>
          kind === 'line' ? [(at as QuoteSelector).exact, through] : [],
        )
        expect(edits.length).toBeGreaterThan(0)
        for (const field of METADATA_FIELDS.filter((one) => !fields.has(one)))
          expect(after.metadata[field], field).toEqual(before.metadata[field])
        const isNamed = (text: string) => lines.some((words) => words && text.includes(words as string))
        const textOf = ({ passages }: Source) => passages.map(({ text }) => text).filter((text) => !isNamed(text))
        const leftOut = ({ text, setAside }: Source) =>
          setAside.map(({ start, end }) => text.slice(start, end)).filter((one) => !isNamed(one))
        expect(textOf(after)).toEqual(textOf(before))
        expect(leftOut(after)).toEqual(leftOut(before))
      }),
      { numRuns: 10, seed: 15 },
    )
  }, 60_000)
})

describe('a correction survives', () => {
  const EDITS: [string, string][] = [
    [
      'a typo beside its words',
      TEXT.replace('reporters', 'reportres').replace('the governor', 'the govenor').replace('nothing', 'nothng'),
    ],
    ['a moved paragraph', TEXT.replace(/(At least.*\n\n)(".*\n\n)/, '$2$1')],
    ['a cleaning rule that parts a paragraph', TEXT.replace('Sandford by Friday. ', 'Sandford by Friday.\n\n')],
    [
      'a cleaning rule that leaves a line out',
      TEXT.replace('At least nine', 'Share this on Facebook\n\nAt least nine'),
    ],
  ]
  test.each(EDITS)(
    '%s',
    async (_, text) => {
      expect(text).not.toBe(TEXT)
      const built = await build(text, CASES, true, true)
      const bad = CASES.flatMap(([title, , was, now], index) => {
        const got = editsOf(built, index)
        return got.length === 1 && got[0]!.now === now ? [] : [[title, was, now, got]]
      })
      expect(bad).toEqual([])
    },
    120_000,
  )
})

test('a correction whose words are gone is a problem with its line, and everything else is published', async () => {
  const wordsOf = (index: number) => (CASES[index]![1]['at'] as { exact: string } | undefined)?.exact
  const textOf = (index: number) => TEXT.replaceAll(wordsOf(index) ?? '', 'Quinces')
  const built = await build(textOf, CASES, true, true)
  for (const [index, [title]] of CASES.entries()) {
    const own = built.problems.filter(({ file }) => file === fileOf(index).replace('.txt', '.yml'))
    const expected = wordsOf(index) === undefined ? [] : [{ line: 3, rule: 'correction/place-gone' }]
    expect(own, title).toMatchObject(expected)
    expect(editsOf(built, index), title).toHaveLength(expected.length === 0 ? 1 : 0)
  }
  expect(built.dossier.sources).toHaveLength(CASES.length)
}, 120_000)

test('the examples of the documentation fit the article of this test', async () => {
  const page = readFileSync(new URL('../../../docs/corrections.md', import.meta.url), 'utf8')
  const kinds: string[] = correction.options.map(({ shape }) => shape.kind.value)
  const examples = Array.from(
    page.matchAll(/```yaml\n(- [^]*?)```/g),
    ([, yaml]) => parse(yaml!) as Record<string, unknown>[],
  )
  const cases = examples
    .flat()
    .filter(({ kind }) => kinds.includes(kind as string))
    .map((fields): Case => ['', fields, '', ''])
  const built = await build(TEXT, cases)
  expect(built.problems.filter(({ rule }) => rule.startsWith('correction/'))).toEqual([])
  expect(cases.map((_, index) => editsOf(built, index).length)).toEqual(cases.map(() => 1))
}, 60_000)

test('the address of an annotation that an editor removed says so; that of words no longer in the text does not', async () => {
  const sidecar = (is: object[]) => ({ 'articles/a.txt': TEXT, 'articles/a.yml': stringify({ corrections: is }) })
  const { record } = await buildFiles(sidecar([]))
  const corrections = [
    { kind: 'figure', at: families, is: 'none', reason: 'It is the title of a film.' },
    { kind: 'quotation', at: speaker, is: 'none', reason: 'Nobody said it.' },
  ]
  const second = await buildFiles(sidecar(corrections), writeRecord(record))
  const gone = second.record.flatMap((line) => ('seen' in line && line.reason ? [line] : []))
  const reasonOf = (type: string) => gone.filter((line) => line.type === type).map(({ reason }) => reason)
  expect(reasonOf('figure')).toEqual(['An editor left it out: It is the title of a film.'])
  expect(reasonOf('quotation')).toEqual(['An editor left it out: Nobody said it.'])
}, 60_000)

test('a corrected speaker is on every page and in every file, and a removed figure is in no table', async () => {
  const corrections = [
    { kind: 'speaker', at: speaker, named: 'Marta Vale', reason: 'The recording has her voice.' },
    { kind: 'figure', at: deaths, is: 'none', reason: 'It is the title of a film.' },
  ]
  const built = await buildFiles({ 'articles/a.txt': TEXT, 'articles/a.yml': stringify({ corrections }) })
  const fileOf = (path: string) => built.data.find((one) => one.path === path)!.text
  const quoted = built.dossier.quotations.find(({ words }) => words.startsWith('The council knew'))!
  expect(quoted.speaker).toBe('person:marta vale')
  expect(fileOf('data/quotations.csv')).toMatch(/The council knew of the danger.*Marta Vale/)
  expect(fileOf('data/annotations.jsonl')).toMatch(/"certainty":"editor","rule":"editor\/speaker".*Marta Vale/)
  expect(built.dossier.figures.filter(({ quantity }) => quantity === 'death')).toEqual([])
  expect(explainQuotation(built, built.addresses.quotations.get(quoted.key)!.id)!.join('\n')).toContain(
    'the rules said named “Okafor”',
  )
  const page = built.content.find(({ path }) => path.startsWith('content/sources/'))!.text
  for (const { reason } of corrections) expect(page).toContain(reason)
}, 60_000)

test.each([
  ['of the register, whom no article prints', '- name: Olga Lind\n  kind: person\n  aliases: [O. Lind]\n', 'Olga Lind'],
  ['of the register, by another name', '- name: Olga Lind\n  kind: person\n  aliases: [O. Lind]\n', 'O. Lind'],
  ['of another article', '', 'Ines Lopez'],
])('a speaker %s, is a speaker like any other', async (_, entities, entity) => {
  const corrections = [{ kind: 'speaker', at: speaker, entity, reason: 'She said so in court.' }]
  const built = await buildFiles({
    'articles/a.txt': TEXT,
    'articles/a.yml': stringify({ corrections }),
    'articles/b.txt': 'Harbour master resigns\n\nInes Lopez resigned as harbour master on Monday.\n',
    ...(entities && { 'register/entities.yml': entities }),
  })
  expect(built.problems.filter(({ rule }) => rule.startsWith('correction/'))).toEqual([])
  const name = entities ? 'Olga Lind' : 'Ines Lopez'
  const quoted = built.dossier.quotations.find(({ words }) => words.startsWith('The council knew'))!
  expect(quoted).toMatchObject({ speaker: `person:${name.toLowerCase()}` })
  expect(quoted).not.toHaveProperty('speakerWords')
  const published = [...built.content, ...built.data]
  const fileOf = (end: string) => published.find(({ path }) => path.endsWith(end))!.text
  const { id } = built.addresses.entities.get(quoted.speaker!)!
  expect(fileOf('data/quotations.csv')).toContain(`"The council knew of the danger,","direct","${id}",,`)
  expect(fileOf('data/annotations.jsonl')).toMatch(new RegExp(`"rule":"editor/speaker".*"name":"${name}"`))
  const [page] = built.content.filter(({ path }) => path.startsWith('content/people/') && path.includes(id))
  expect(page?.text).toMatch(new RegExp(`name: "?${name}`))
})

describe('statements of a source keep their address', () => {
  const addressesOf = ({ addresses, dossier }: BuiltDossier) => ({
    quotation: dossier.quotations.map(({ key, words }) => [words, addresses.quotations.get(key)!.id] as const),
    event: dossier.datedEvents.map(({ key, summary }) => [summary, addresses.datedEvents.get(key)!.id] as const),
  })
  const idOf = (built: BuiltDossier, kind: 'quotation' | 'event', part: string) =>
    addressesOf(built)[kind].find(([words]) => words.includes(part))?.[1]
  const buildOne = (text: string, corrections: object[], record?: string) =>
    buildFiles({ 'articles/a.txt': text, 'articles/a.yml': stringify({ date: '2023-03-15', corrections }) }, record)
  const recordOf = ({ content }: BuiltDossier) => content.find(({ path }) => path === 'content/permalinks.json')!.text
  const bounds = { kind: 'quotation', at: speaker, words: 'knew of the danger', reason: 'Heard again.' }
  const withTypo = (typo: string, word: string) => TEXT.replace(word, typo)

  test.each<
    [
      string,
      'quotation' | 'event',
      string,
      [text: string, corrections: object[]],
      [text: string, corrections: object[]],
    ]
  >([
    [
      'a typo in a quotation is mended',
      'quotation',
      'the danger',
      [withTypo('counsil knew', 'council knew'), []],
      [TEXT, []],
    ],
    [
      'a word of a quotation is another',
      'quotation',
      'the danger',
      [TEXT, []],
      [withTypo('was told of', 'knew of'), []],
    ],
    [
      'a word beside a quotation is another',
      'quotation',
      'the danger',
      [TEXT, []],
      [withTypo('journalists', 'reporters'), []],
    ],
    ['a quotation gets other bounds', 'quotation', 'the danger', [TEXT, []], [TEXT, [bounds]]],
    ['a quotation loses its other bounds', 'quotation', 'the danger', [TEXT, [bounds]], [TEXT, []]],
    [
      'a typo in the sentence of an event is mended',
      'event',
      'a storm hit',
      [withTypo('peeple', 'people'), []],
      [TEXT, []],
    ],
  ])('when %s', async (_, kind, part, before, after) => {
    const first = await buildOne(...before)
    const second = await buildOne(...after, recordOf(first))
    expect(idOf(first, kind, part)).toBeDefined()
    expect(idOf(second, kind, part)).toBe(idOf(first, kind, part))
  })

  test('but not if other words replace it', async () => {
    const first = await buildOne(TEXT, [])
    const text = TEXT.replace('The council knew of the danger', 'Nobody in Sandford will ever forgive them')
    const second = await buildOne(text, [], recordOf(first))
    expect(idOf(second, 'quotation', 'forgive')).not.toBe(idOf(first, 'quotation', 'the danger'))
    expect(recordOf(second)).toContain('"reason":"No longer found in the sources."')
  })
}, 60_000)
