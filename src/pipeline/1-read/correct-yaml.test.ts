import { expect, test } from 'vitest'
import { z } from 'zod'
import { correctValue, correctYaml, explainIssue } from './correct-yaml.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

test.each(MONTHS.map((name, index) => [name, `${index + 1}`.padStart(2, '0')]))('%s is month %s', (name, month) => {
  for (const written of [name, name.slice(0, 3), name.toUpperCase()])
    expect(correctValue('date', `14 ${written} 2023`)).toBe(`date: 2023-${month}-14`)
})

const values: [unknown, string | undefined][] = [
  ['14 March 2023', 'date: 2023-03-14'],
  ['March 4, 2023', 'date: 2023-03-04'],
  ['31  March 2023', 'date: 2023-03-31'],
  ['March 30  2023', 'date: 2023-03-30'],
  ['14/03/2023', 'date: 2023-03-14'],
  ['14.3.2023', 'date: 2023-03-14'],
  ['14-12-2023', 'date: 2023-12-14'],
  ['20-10-2023', 'date: 2023-10-20'],
  ['03/14/2023', 'date: 2023-03-14'],
  ['3/13/2023', 'date: 2023-03-13'],
  ['12/13/2023', 'date: 2023-12-13'],
  ['13/12/2023', 'date: 2023-12-13'],
  ['09/29/2023', 'date: 2023-09-29'],
  ['03/04/2023', undefined],
  ['12/11/2023', undefined],
  ['11/12/2023', undefined],
  ['12/12/2023', 'date: 2023-12-12'],
  ['13/13/2023', undefined],
  ['14/00/2023', undefined],
  ['14/20/2023', undefined],
  ['0/14/2023', undefined],
  ['00 March 2023', undefined],
  ['32 March 2023', undefined],
  ['40 March 2023', undefined],
  ['114 March 2023', undefined],
  ['1a March 2023', undefined],
  ['14 13a 2023', undefined],
  ['14 1123 2023', undefined],
  ['14 March 23', undefined],
  ['14 March 20231', undefined],
  ['14March2023', undefined],
  ['on 14 March 2023', undefined],
  ['14 March 2023 at noon', undefined],
  ['31 Mai 2023', undefined],
  ['March May 2023', undefined],
  ['spring', undefined],
  ['', undefined],
  [undefined, 'date: "…"'],
  [7, undefined],
  [null, undefined],
]

test.each(values)('a value: %j', (value, expected) => {
  expect(correctValue('date', value)).toBe(expected)
})

test('a number where text is expected is put in quotation marks', () => {
  expect(correctValue('date', 2019, 'string')).toBe('date: "2019"')
  expect(correctValue('title', 1984, 'string')).toBe('title: "1984"')
  expect(correctValue('lat', true, 'number')).toBeUndefined()
})

const ADVICE = 'Write one "key: value" a line; put text with special characters in quotation marks.'

const lines: [string, string][] = [
  ['headline: Harbour: the vote', 'headline: "Harbour: the vote"'],
  ['headline: say "yes": no', 'headline: "say \\"yes\\": no"'],
  ['  - key-word: a: b', '  - key-word: "a: b"'],
  ['  key: a: b', '  key: "a: b"'],
  ['\tkey: a\t', '  key: a  '],
  ['  \tkey: a', '    key: a'],
  ['key: a:\tb', 'key: "a:\\tb"'],
  ['headline: "half', ADVICE],
  ["headline: 'half", ADVICE],
  ['authors: [half', ADVICE],
  ['authors: {half', ADVICE],
  ['text: |2x', ADVICE],
  ['text: >2x', ADVICE],
  ['two words: a: b', ADVICE],
  ['key:a: ', ADVICE],
  ['', ADVICE],
]

test.each(lines)('a line: %j', (line, expected) => {
  expect(correctYaml(`title: x\n${line}\n`, 2)).toBe(expected)
  expect(correctYaml(`title: x\r\n${line}\r\n`, 2)).toBe(expected)
})

test('a line after the last', () => expect(correctYaml('title: x', 2)).toBe(ADVICE))

const VALUE = z.strictObject({
  is: z.enum(['text', 'left-out']).optional(),
  tags: z.array(z.string()).optional(),
  note: z.string().optional(),
  value: z.union([z.string(), z.array(z.string())]).optional(),
  same: z.array(z.strictObject({ name: z.string(), reason: z.string() })).optional(),
  item: z
    .discriminatedUnion('kind', [z.object({ kind: z.literal('name') }), z.object({ kind: z.literal('date') })])
    .optional(),
})

test.each<[string, unknown, string, string | undefined]>([
  ['text for fields', { same: ['Vale'] }, 'Invalid input: expected object, received string', '{ name: …, reason: … }'],
  ['a misspelt choice', { is: 'txt' }, 'Invalid option: expected one of "text"|"left-out"', 'is: text'],
  ['no choice at all', { is: 'keep' }, 'Invalid option: expected one of "text"|"left-out"', 'is: text\nis: left-out'],
  [
    'a choice of a wrong type',
    { is: 7 },
    'Invalid option: expected one of "text"|"left-out"',
    'is: text\nis: left-out',
  ],
  ['text for a list', { tags: 'a' }, 'Invalid input: expected array, received string', 'tags: ["a"]'],
  ['a list for text', { note: ['a', 'b'] }, 'Invalid input: expected string, received array', 'note: "a, b"'],
  ['neither of two types', { value: 7 }, 'Invalid input: expected string or array', 'value: "7"'],
  ['a wrong item of a list', { tags: [7] }, 'Invalid input: expected string, received number', undefined],
  [
    'a misspelt kind',
    { item: { kind: 'nmae' } },
    "Invalid discriminator value. Expected 'name' | 'date'",
    'kind: name',
  ],
  ['no kind', { item: {} }, "Invalid discriminator value. Expected 'name' | 'date'", 'kind: name\nkind: date'],
])('%s is reported with what to write', (_, value, reason, hint) => {
  const { error } = VALUE.safeParse(value, { reportInput: true })
  expect(explainIssue(error!.issues[0]!, VALUE)).toEqual({ reason, hint })
})
