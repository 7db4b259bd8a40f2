import { expect, test } from 'vitest'
import type { Contradiction } from '../model/comparison.ts'
import type { Dossier } from '../model/dossier.ts'
import { checkContradictions } from './check-published.ts'

const text = 'Vale signed.\n\nVale never signed.\n'
const source = {
  file: 'seeds/articles/0.txt',
  text,
  passages: [
    { ordinal: 1, kind: 'paragraph', text: 'Vale signed.', segments: [{ start: 0, end: 12, at: 0 }] },
    { ordinal: 2, kind: 'paragraph', text: 'Vale never signed.', segments: [{ start: 14, end: 32, at: 0 }] },
  ],
}
const contradiction: Contradiction = {
  key: 'contradiction/two-ways | 0',
  rule: 'contradiction/two-ways',
  reason: 'One says so, the other not.',
  severity: 'warning',
  passages: [
    { file: source.file, passage: 1, start: 0, end: 12 },
    { file: source.file, passage: 2, start: 0, end: 18 },
  ],
  entities: [],
  hash: '0123456789ab',
}
const check = (one: Contradiction) =>
  checkContradictions({ sources: [source], contradictions: [one] } as unknown as Dossier)

test('a contradiction is reported at its first passage, with both passages and the YAML that answers it', () => {
  expect(check(contradiction)).toMatchInlineSnapshot(`
    [
      {
        "column": 1,
        "file": "seeds/articles/0.txt",
        "hint": "To let it stand, write into seeds/register/answers.yml:
    - key: "contradiction/two-ways | 0"
      reason: "…"
      passages: "0123456789ab"",
        "line": 1,
        "reason": "One says so, the other not.
      seeds/articles/0.txt:1  “Vale signed.”
      seeds/articles/0.txt:3  “Vale never signed.”",
        "rule": "contradiction/two-ways",
        "severity": "warning",
      },
    ]
  `)
})

test('a contradiction in the register is reported there', () => {
  expect(
    check({ ...contradiction, passages: [], written: { file: 'seeds/register/people.yml', line: 7 } }),
  ).toMatchObject([{ file: 'seeds/register/people.yml', line: 7 }])
})

test('a current answer silences it, an outdated one is named', () => {
  expect(check({ ...contradiction, answer: { reason: 'Misprint.', isCurrent: true } })).toEqual([])
  expect(check({ ...contradiction, answer: { reason: 'Misprint.', isCurrent: false } })[0]!.reason).toContain(
    'before its passages changed',
  )
})
