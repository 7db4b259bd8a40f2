import { expect, test } from 'vitest'
import type { TokenSpan } from './labels.ts'
import { castBallot, countVotes, emitVotes } from './votes.ts'
import { describeWord } from './word.ts'

/** The features that the votes give to a token. */
function featuresOf(
  sentences: readonly string[],
  names: readonly TokenSpan[][],
  sentence: number,
  at: number,
): number[] {
  const document = sentences.map((text) => text.split(' ').map((word) => describeWord(word, () => [])))
  const ballots = document.map(({ length }, i) => castBallot(length, names[i] ?? []))
  const features: number[] = []
  emitVotes(document[sentence]!, countVotes(document, ballots), ballots[sentence]!, at, (one) => features.push(one))
  return features
}

const FIRM: TokenSpan = { first: 0, last: 1, type: 'ORG' }
const PERSON: TokenSpan = { first: 1, last: 1, type: 'PER' }

test("a word's votes come from its other places, not from its own", () => {
  const texts = ['Vale plc fell', 'and Vale rose']
  const asPerson = featuresOf(texts, [[FIRM], [PERSON]], 1, 1)
  expect(asPerson.length).toBeGreaterThan(0)
  expect(featuresOf(texts, [[FIRM], []], 1, 1)).toEqual(asPerson)
  expect(featuresOf(texts, [[{ ...FIRM, type: 'LOC' }], [PERSON]], 1, 1)).not.toEqual(asPerson)
})

test.each<[string, string[], number]>([
  ['the only place of its word', ['Vale plc fell', 'and Okafor rose'], 1],
  ['small letters', ['Vale plc fell', 'the vale rose'], 1],
])('nothing is told of %s', (_, texts, at) => {
  expect(featuresOf(texts, [[FIRM], []], 1, at)).toEqual([])
})

test("a word's votes include those of its neighbour elsewhere", () => {
  expect(featuresOf(['Vale plc fell', 'and Vale rose'], [[FIRM], []], 1, 2)).toHaveLength(1)
})
