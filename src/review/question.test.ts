import { expect, test } from 'vitest'
import type { Choice } from './add-to-yaml.ts'
import type { Question } from './question.ts'
import { answerQuestions, idOf, leaveAsItIs } from './question.ts'

const PEOPLE = 'seeds/register/people.yml'
const SIDECAR = 'seeds/articles/a.yml'
const REVIEWED = 'seeds/register/reviewed.yml'

const vale = { name: 'Marta Vale', kind: 'person' }
const name: Choice = { says: 'Yes.', file: PEOPLE, item: vale }
const apart: Choice = {
  says: 'Two.',
  file: PEOPLE,
  field: 'notSame',
  entry: vale,
  item: { name: 'Vale', reason: 'Decided in review.' },
}
const speaker: Choice = { says: 'Vale', file: SIDECAR, field: 'corrections', item: { kind: 'speaker', reason: 'x' } }
const question: Question = {
  key: 'name | vale',
  topic: 'name',
  weight: 1,
  text: 'Who?',
  choices: [name, apart, speaker, leaveAsItIs('name | vale')],
  ownWords: { file: SIDECAR, field: 'date' },
}
const id = idOf(question)

const ROWS: [title: string, answer: string, before: string | undefined, path: string, after: string][] = [
  ['a new file', 'a', undefined, PEOPLE, '- name: Marta Vale\n  kind: person\n'],
  [
    'behind what stands there',
    'a',
    '# Mine\n- name:  A',
    PEOPLE,
    '# Mine\n- name:  A\n- name: Marta Vale\n  kind: person\n',
  ],
  [
    'an entry that is there',
    'b',
    '# Mine\n- name: Marta Vale # her\n  kind: person\n',
    PEOPLE,
    '# Mine\n- name: Marta Vale # her\n  kind: person\n  notSame:\n    - name: Vale\n      reason: Looked up.\n',
  ],
  [
    'an entry that is not',
    'b',
    undefined,
    PEOPLE,
    '- name: Marta Vale\n  kind: person\n  notSame:\n    - name: Vale\n      reason: Looked up.\n',
  ],
  [
    'a list of a sidecar',
    'c',
    'note: A. # mine\n',
    SIDECAR,
    'note: A. # mine\ncorrections:\n  - kind: speaker\n    reason: Looked up.\n',
  ],
  ['left as it is', 'd', undefined, REVIEWED, '- key: name | vale\n  reason: Looked up.\n'],
  ['own words', '2017-03-02', 'note: A.\n', SIDECAR, 'note: A.\ndate: 2017-03-02\n'],
]
test.each(ROWS)('writes the answer that was chosen: %s', (_, answer, before, path, text) => {
  expect(answerQuestions([question], [`${id}=${answer}`], 'Looked up.', () => before)).toEqual({
    files: [{ path, text }],
    unknown: [],
  })
})

test('an answer about one of several articles in a file is written below its address', () => {
  const ofOne = { ...question, ownWords: { file: SIDECAR, within: ['articles', '<1@a.example>'], field: 'date' } }
  const { files } = answerQuestions([ofOne], [`${id}=2017-03-02`], undefined, () => 'note: A.\n')
  expect(files).toEqual([{ path: SIDECAR, text: 'note: A.\narticles:\n  <1@a.example>:\n    date: 2017-03-02\n' }])
})

test.each(['', 'a', `${id}`, `${id}=`, `${id}=z`, '000000=a'])('“%s” writes nothing and is reported', (answer) =>
  expect(answerQuestions([question], [answer], undefined, () => '')).toEqual({ files: [], unknown: [answer] }),
)

test('a question without answers writes nothing', () =>
  expect(answerQuestions([question], [], undefined, () => 'x')).toEqual({ files: [], unknown: [] }))
