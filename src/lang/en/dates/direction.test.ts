import { expect, test } from 'vitest'
import { readDateOrder, readSpeechAct, readTense, recallsWords } from './direction.ts'

/** The date is in square brackets. */
test.each<[text: string, tense: 'past' | 'future' | undefined]>([
  ['The mayor said on [May 3] that it was over.', 'past'],
  ['The barge was raised from the river on [May 3].', 'past'],
  ['On [May 3], the council closed the bridge.', 'past'],
  ['The talks are scheduled for [May 3].', 'future'],
  ['The bridge will open on [May 3].', 'future'],
  ['She takes office on [May 3].', 'future'],
  ['He said the talks on [May 3] matter.', undefined],
  ['The talks had been scheduled for [May 3].', undefined],
  ['It was to be held on [May 3].', undefined],
  ['They agreed to meet in Lund on [May 3].', undefined],
  ['The [May 3] talks matter.', undefined],
])('%s', (text, tense) => {
  const [start, end] = [text.indexOf('['), text.indexOf(']') - 1]
  expect(readTense(text.replace('[', '').replace(']', ''), { start, end })).toBe(tense)
})

/** Two dates are in square brackets. */
test.each<[sentence: string, order: -1 | 1 | undefined]>([
  ['The strike began on [Wednesday] after talks in Lund broke down on [Monday].', 1],
  ['She resigned on [Friday], two days after the vote on [Wednesday].', 1],
  ['The bridge was closed on [Monday] before the barge sank on [Tuesday].', -1],
  ['After talks broke down on [Monday], the crews walked out on [Wednesday].', -1],
  ['The strike began on [Wednesday] and the talks on [Monday].', undefined],
  ['The strike began on [Wednesday] after they had planned it for [Monday].', undefined],
  ['He was held on [Friday] after he failed to appear by [Thursday].', 1],
  ['He will speak on [Friday] after the talks on [Monday].', undefined],
  ['He was held on [Friday] after talks due on [Sunday] were called off.', undefined],
])('%s', (text, order) => {
  const [first, second] = [...text.matchAll(/\[(\w+)\]/g)].map(({ index, 1: word }, at) => ({
    start: index - 2 * at,
    end: index - 2 * at + word!.length,
  }))
  expect(readDateOrder(text.replaceAll(/[[\]]/g, ''), first!, second!)).toBe(order)
})

test.each<[sentence: string, act: string | undefined]>([
  [
    'On Friday, Norland agreed with Sudmark to hold a congress in Lund.',
    'known: with Sudmark to hold a congress in Lund.',
  ],
  ['The mayor named a board of three on Friday.', 'known: a board of three on Friday.'],
  ['The union welcomed the board on Saturday.', 'answer: the board on Saturday.'],
  ['The union voiced its support for the congress on Tuesday.', 'answer: for the congress on Tuesday.'],
  ['The union criticised the decision on Tuesday.', 'answer, back: the decision on Tuesday.'],
  ['The union had welcomed the board on Saturday.', undefined],
  ['The board was rejected on Saturday.', undefined],
  ['The union will be offered more on Monday.', undefined],
  ['The union rejected what the company offered on Monday.', undefined],
  ['The union met on Monday.', undefined],
])('%s', (sentence, expected) => {
  const act = readSpeechAct(sentence)
  const kind = act && `${act.answers ? 'answer' : 'known'}${act.pointsBack ? ', back' : ''}`
  expect(act && `${kind}: ${sentence.slice(act.object.start, act.object.end).trim()}`).toBe(expected)
})

test.each<[words: string, isRecalled: boolean]>([
  ['Ada Vale had told the court on Wednesday:', true],
  ['they had written in a note.', true],
  ['the auditor general, Bo Lilja, said then.', true],
  ['said Ada Vale, who had the note.', false],
  ['Ada Vale told the court on Wednesday:', false],
])('recalled: %s', (words, isRecalled) => expect(recallsWords(words)).toBe(isRecalled))
