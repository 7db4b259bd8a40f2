import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Question } from './question.ts'
import { answerQuestions } from './question.ts'

const PEOPLE = 'seeds/register/people.yml'
const REVIEWED = 'seeds/register/reviewed.yml'
const ask = (topic: Question['topic'], key: string, yaml = '- name: "Vale"'): Question => ({
  key,
  topic,
  weight: 1,
  text: 'Who?',
  file: PEOPLE,
  yaml,
})

test('a name gets its entry, everything else the note that it was looked at', () => {
  const files = answerQuestions([ask('name', 'name | vale'), ask('date', 'date | "a"')], () => undefined)
  expect(files.map(({ path, text }) => [path, parse(text)])).toEqual([
    [PEOPLE, [{ name: 'Vale' }]],
    [REVIEWED, [{ key: 'date | "a"', reason: 'left as it is' }]],
  ])
})

test.each([
  ['', '- name: "Vale"\n'],
  ['# Mine\n- name: A\n', '# Mine\n- name: A\n- name: "Vale"\n'],
  ['- name: A', '- name: A\n- name: "Vale"\n'],
])('what stands in the file stays: %j', (before, after) => {
  expect(answerQuestions([ask('name', 'a')], () => before)).toEqual([{ path: PEOPLE, text: after }])
})

test('without questions nothing is written', () => expect(answerQuestions([], () => 'x')).toEqual([]))
