import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Choice } from './add-to-yaml.ts'
import { addDecision, takeItem } from './add-to-yaml.ts'

type Decision = Omit<Choice, 'says' | 'file'>
const add = (text: string, decision: Decision) => addDecision(text, { file: 'seeds/articles/a.yml', ...decision })
const speaker = (exact: string, named: string): Decision => ({
  field: 'corrections',
  item: { kind: 'speaker', at: { exact }, named, reason: 'Heard.' },
})
const identity = (field: string, name: string): Decision => ({
  field,
  entry: { name: 'Vale', kind: 'person' },
  item: { name, reason: 'Looked up.' },
})

const SIDECAR = `# From the library.
note: >-
  A long note that somebody
  folded by hand.
corrections: # mine
    - kind: speaker
      at: { exact: "It is fair" }
      named: 'Marta Vale' # on the tape
      reason: >-
        The recording
        has her voice.

    # The date of the print-out.
    - { kind: metadata, field: date, is: none, reason: Printed. }
# The end.
`
const PEOPLE = `# Who is who.
- name:   Vale # the mayor
  kind: person
  same:
  - { name: M. Vale, reason: A slip. }
  notSame:
  - name: Jonas Vale
    reason: Her brother.
  description: Mayor.

- { name: Lund, kind: person }
`

test.each<[what: string, before: string, decision: Decision, after: string]>([
  [
    'a correction is added behind the last',
    SIDECAR,
    speaker('No', 'Lund'),
    SIDECAR.replace(
      'Printed. }\n',
      'Printed. }\n    - kind: speaker\n      at:\n        exact: No\n      named: Lund\n      reason: Heard.\n',
    ),
  ],
  [
    'a correction of the same place takes its place',
    SIDECAR,
    speaker('It is fair', 'Lund'),
    SIDECAR.replace(
      /at: \{ exact: "It[^]*?voice\./,
      'at:\n        exact: It is fair\n      named: Lund\n      reason: Heard.',
    ),
  ],
  [
    'a fact is corrected once',
    SIDECAR,
    { field: 'corrections', item: { kind: 'metadata', field: 'date', value: '2019-05-02', reason: 'Stamped.' } },
    SIDECAR.replace(
      '{ kind: metadata, field: date, is: none, reason: Printed. }',
      'kind: metadata\n      field: date\n      value: 2019-05-02\n      reason: Stamped.',
    ),
  ],
  [
    'a field is set anew',
    'date: 2018 # no\nnote: A.\n',
    { field: 'date', item: '2019' },
    'date: "2019" # no\nnote: A.\n',
  ],
  [
    'lines end as they did',
    'note: A.\r\n',
    speaker('No', 'Lund'),
    'note: A.\r\ncorrections:\r\n  - kind: speaker\r\n    at:\r\n      exact: No\r\n    named: Lund\r\n    reason: Heard.\r\n',
  ],
  [
    'two that were one are two',
    PEOPLE,
    identity('notSame', 'M. Vale'),
    PEOPLE.replace('  same:\n  - { name: M. Vale, reason: A slip. }\n', '').replace(
      'Her brother.\n',
      'Her brother.\n  - name: M. Vale\n    reason: Looked up.\n',
    ),
  ],
  [
    'what was said of a name is said anew',
    PEOPLE,
    identity('notSame', 'Jonas Vale'),
    PEOPLE.replace('reason: Her brother.', 'reason: Looked up.'),
  ],
  [
    'an entry that is there keeps what the new one does not say',
    PEOPLE,
    { item: { name: 'Vale', kind: 'person', aliases: ['M. Vale'], description: 'The mayor.' } },
    PEOPLE.replace('Mayor.\n', 'The mayor.\n  aliases:\n    - M. Vale\n'),
  ],
  [
    'a question is answered once',
    '- key: a | b\n  reason: Left.\n',
    { item: { key: 'a | b', reason: 'Right.' } },
    '- key: a | b\n  reason: Right.\n',
  ],
])('%s', (_, before, decision, after) => {
  const written = add(before, decision)
  expect(written).toBe(after)
  expect(parse(written)).toEqual(parse(after))
  expect(add(written, decision)).toBe(written)
})

const pair = (a: string, b: string, is: string): Decision => ({
  item: { kind: 'comparison', figures: [a, b].map((exact) => ({ article: 'a.txt', exact })), is, reason: 'So.' },
})
test('a pair is one pair in either order', () => {
  const twice = add(
    add(add('', pair('nine', '12', 'differ')), pair('12', 'nine', 'compatible')),
    pair('9', '12', 'differ'),
  )
  expect((parse(twice) as { is: string }[]).map(({ is }) => is)).toEqual(['compatible', 'differ'])
})

test.each([
  ['corrections: []\n', speaker('No', 'Lund')],
  ['corrections:\n', speaker('No', 'Lund')],
  ['{ note: A. }\n', speaker('No', 'Lund')],
  ['# Nothing yet.\n', speaker('No', 'Lund')],
  ['articles:\n  <1@a>:\n    note: A.\nnote: B.\n', { ...speaker('No', 'Lund'), within: ['articles', '<1@a>'] }],
])('%j', (before, decision) => {
  const holder = parse(add(before, decision)) as Record<string, Record<string, Record<string, unknown[]>>>
  const corrections = decision.within ? holder['articles']!['<1@a>']!['corrections'] : holder['corrections']
  expect(corrections).toEqual([decision.item])
  expect(add(add(before, decision), decision)).toBe(add(before, decision))
})

test.each([
  [
    'one of two',
    '# A.\ncorrections:\n  - kind: line # B.\n    is: text\n  - kind: name\n    is: none\n',
    3,
    '# A.\ncorrections:\n  - kind: name\n    is: none\n',
  ],
  [
    'the last one, with its list',
    'note: A.\ncorrections:\n  - kind: line\n    is: text\ndate: 2019\n',
    3,
    'note: A.\ndate: 2019\n',
  ],
  ['the only line of a file', '# A.\n- kind: line\n  is: text\n', 2, '# A.\n'],
  [
    'one of an article of several',
    'articles:\n  <1@a>:\n    note: A.\n    corrections:\n      - is: text\n',
    5,
    'articles:\n  <1@a>:\n    note: A.\n',
  ],
  ['one in a flow', 'corrections: [{ is: text },\n  { is: none }]\n', 2, 'corrections: [ { is: text } ]\n'],
  [
    'a line of an item that begins before it',
    'corrections:\n  - kind: line\n    is: text\n',
    3,
    'corrections:\n  - kind: line\n    is: text\n',
  ],
])('%s is taken out', (_, before, line, after) => {
  expect(takeItem(before, line)).toBe(after)
})
