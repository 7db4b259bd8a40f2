import { expect, test } from 'vitest'
import type { Problem } from '../model/problem.ts'
import { isFatal } from '../model/problem.ts'
import { count, printProblems } from './options.ts'

const problem = (changes: Partial<Problem>): Problem => ({
  file: 'seeds/a.yml',
  severity: 'warning',
  rule: 'file/unknown-key',
  reason: 'Unexpected key',
  ...changes,
})

test('problems are sorted by file, line and rule, with the hint indented', () => {
  const problems = [
    problem({ file: 'seeds/b.yml' }),
    problem({ line: 10, column: 2, hint: 'Write:\nname: A' }),
    problem({ line: 2 }),
    problem({ rule: 'file/a' }),
  ]
  expect(printProblems(problems)).toBe(`seeds/a.yml  warning  file/a
  Unexpected key
seeds/a.yml:2  warning  file/unknown-key
  Unexpected key
seeds/a.yml:10:2  warning  file/unknown-key
  Unexpected key
    Write:
    name: A
seeds/b.yml  warning  file/unknown-key
  Unexpected key`)
})

test.each([
  ['an escape sequence', 'a\u001B[2Jb', 'a\uFFFD[2Jb'],
  ['a carriage return', 'a\rb', 'a\uFFFDb'],
  ['a direction override', 'a\u202Eb', 'a\uFFFDb'],
  ['an isolate', 'a\u2066b', 'a\uFFFDb'],
  ['letters of any script', 'Иван 名 é', 'Иван 名 é'],
])('text of a seed cannot command the terminal: %s', (_, reason, shown) => {
  expect(printProblems([problem({ reason })])).toBe(`seeds/a.yml  warning  file/unknown-key\n  ${shown}`)
  expect(printProblems([problem({ file: reason })])).toContain(shown)
})

test.each([
  [[], true, false],
  [['warning'], false, false],
  [['warning'], true, true],
  [['warning', 'error'], false, true],
] as const)('%j stop publication, strict %j: %j', (severities, isStrict, expected) => {
  expect(
    isFatal(
      severities.map((severity) => problem({ severity })),
      isStrict,
    ),
  ).toBe(expected)
})

test.each([
  [0, '0 sources'],
  [1, '1 source'],
  [2, '2 sources'],
])('%i', (number, text) => expect(count(number, 'source')).toBe(text))
