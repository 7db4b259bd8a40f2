import { expect, test } from 'vitest'
import type { Findings } from '../../model/dossier.ts'
import { sourceOf } from '../../model/source-of.fixture.ts'
import { checkFindings } from './find-in-source.ts'

const text = Array.from({ length: 3001 }, (_, index) => `N${index}`).join(' ')
const source = sourceOf([text])
const words = [...text.matchAll(/\S+/g)].map(({ 0: { length }, index }) => ({
  passage: source.passages[0]!.ordinal,
  start: index,
  end: index + length,
}))
const findings = (mentions: number, amounts: number) =>
  ({
    file: source.file,
    mentions: words
      .slice(0, mentions)
      .map((span) => ({ span, kind: 'person', form: 'name', certainty: 'stated', rule: 'x' })),
    dates: [],
    quotations: [],
    amounts: Array.from({ length: amounts }, () => ({
      span: words[0]!,
      unit: 'count',
      certainty: 'stated',
      rule: 'x',
    })),
    roles: [],
  }) satisfies Findings as Findings

test.each([
  [3000, 10_000, []],
  [3001, 10_000, ['Unexpected 3001 different names in one article, expected at most 3000']],
  [1, 10_001, ['Unexpected 10001 figures in one article, expected at most 10000']],
])('%d names and %d figures', (names, figures, expected) => {
  expect(checkFindings(source, findings(names, figures)).map(({ reason }) => reason)).toEqual(expected)
})

test('a name that is repeated counts once', () => {
  const { mentions, ...rest } = findings(1, 0)
  expect(checkFindings(source, { ...rest, mentions: Array.from({ length: 6000 }, () => mentions[0]!) })).toEqual([])
})
