import { expect, test } from 'vitest'
import { sourceOf } from '../../../model/source-of.fixture.ts'
import type { Candidate } from '../../names/candidate.ts'
import { RANK, readLine, wordsOfCandidate } from '../../names/candidate.ts'
import { trimHeadings } from './repeat-names.ts'

/** The names marked `[…]` in each line, as they are after trimming. */
function trim(lines: readonly string[], rank: number = RANK.tagger): string[] {
  const passages = sourceOf(lines.map((line) => line.replaceAll(/[[\]]/g, ''))).passages
  const names = lines.flatMap((marked, at): Candidate[] => {
    const line = readLine(passages[at]!, 'en')
    return Array.from(marked.matchAll(/\[([^\]]+)\]/g), ([, words]) => {
      const start = line.passage.text.indexOf(words!)
      const [from, to] = [
        line.tokens.findIndex((token) => token.start === start),
        line.tokens.findIndex((token) => token.end === start + words!.length) + 1,
      ]
      return { line, from, to, kind: 'person', form: 'name', certainty: 'stated', rule: 'name/tagger', rank }
    })
  })
  return trimHeadings(names).map(wordsOfCandidate)
}

const TEXT = 'The chair, [Ada Vale], spoke to the board on Monday.'

test.each<[string, string[], string[]]>([
  ['a verb behind the name', ['[Ada Vale Hammers] Northport Harbour Board', TEXT], ['Ada Vale', 'Ada Vale']],
  ['a word before the name', ['[Tired Ada Vale] Leaves Northport Harbour', TEXT], ['Ada Vale', 'Ada Vale']],
  ['the name as it is', ['[Ada Vale] Hammers Northport Harbour', TEXT], ['Ada Vale', 'Ada Vale']],
  [
    'a longer name that the text has too',
    ['[Ada Vale Okafor] Leaves Northport Harbour', TEXT, 'Then [Ada Vale Okafor] left the board.'],
    ['Ada Vale Okafor', 'Ada Vale', 'Ada Vale Okafor'],
  ],
  [
    'a surname alone in the text',
    ['[Ada Vale] Leaves Northport Harbour', 'The chair, [Vale], spoke to the board.'],
    ['Ada Vale', 'Vale'],
  ],
  [
    'a sentence, not a heading',
    ['Then [Ada Vale Okafor] left the board with her sister.', TEXT],
    ['Ada Vale Okafor', 'Ada Vale'],
  ],
])('%s', (_, lines, expected) => expect(trim(lines)).toEqual(expected))

test('a name that the register knows stays whole', () => {
  expect(trim(['[Ada Vale Hammers] Northport Harbour Board', TEXT], RANK.register)).toEqual([
    'Ada Vale Hammers',
    'Ada Vale',
  ])
})
