import { expect, test } from 'vitest'
import { tellTense } from './direction.ts'

/** The date stands between brackets. */
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
  expect(tellTense(text.replace('[', '').replace(']', ''), { start, end })).toBe(tense)
})
