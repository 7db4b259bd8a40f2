import { expect, test } from 'vitest'
import { RANK, readLine, wordsOfCandidate } from '../../names/candidate.ts'
import { splitFirms } from './split-names.ts'

/** Parts of a text that the tagger took for the name of one firm. */
function split(text: string): string[] {
  const line = readLine(
    { ordinal: 1, kind: 'paragraph', text, segments: [{ start: 0, end: text.length, at: 0 }] },
    'en',
  )
  const name = {
    ...({ line, from: 0, to: line.tokens.length, kind: 'organisation', form: 'name' } as const),
    ...({ certainty: 'stated', rule: 'name/tagger', rank: RANK.tagger } as const),
  }
  return splitFirms([name]).map(wordsOfCandidate)
}

test.each<[string, string[]]>([
  ['Salt Consulting and Tideford', ['Salt Consulting', 'Tideford']],
  ['Salt Foods and Okafor Vale', ['Salt Foods', 'Okafor Vale']],
  ['Salt Oil and Gas', ['Salt Oil and Gas']],
  ['Salt Mining and Harbour Company', ['Salt Mining and Harbour Company']],
  ['Salt and Okafor', ['Salt and Okafor']],
  ['Bank of Salt and Vale', ['Bank of Salt and Vale']],
])('%s', (text, expected) => expect(split(text)).toEqual(expected))
