import { expect, test } from 'vitest'
import type { Problem } from '../../../model/problem.ts'
import type { Sidecar } from '../../../model/source.ts'
import { cleanSeed } from '../clean-seed.ts'

const TEXT = 'The council closed the harbour on Monday.\n\nRead more: Storm in pictures\n\nIt opens again in May.'

function clean(sidecar: Sidecar): { words: string[]; problems: readonly Problem[] } {
  const seed = {
    file: 'seeds/articles/a.txt',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'text',
    text: TEXT,
    sidecar,
  } as const
  const { value, problems } = cleanSeed(seed, { language: 'en', rights: 'full' })
  return { words: value.passages.map(({ text }) => text), problems }
}

test('a line that was left out becomes text', () => {
  expect(clean({ keep: [{ from: 3, text: 'Read more' }] }).words).toHaveLength(3)
})

test('a line of the text is left out', () => {
  const { words, problems } = clean({ drop: [{ from: 5, text: 'It opens' }] })
  expect(words).toEqual(['The council closed the harbour on Monday.'])
  expect(problems).toEqual([])
})

test('a block of lines is left out', () => {
  expect(clean({ drop: [{ from: 1, to: 3, text: 'The council' }] }).words).toEqual(['It opens again in May.'])
})

test('words in another line give the corrected entry', () => {
  const { words, problems } = clean({ drop: [{ from: 4, text: 'It opens' }] })
  expect(words).toHaveLength(2)
  expect(problems).toMatchObject([
    { file: 'seeds/articles/a.txt', line: 4, rule: 'source/correction-misplaced', severity: 'error' },
  ])
  expect(problems[0]!.hint).toContain('drop:\n  - { from: 5, text: "It opens" }')
})

test('words that occur nowhere give the words of the line', () => {
  const { problems } = clean({ keep: [{ from: 3, text: 'Nothing of the kind' }] })
  expect(problems[0]!.hint).toContain('from: 3, text: "Read more: Storm in pictures"')
})
