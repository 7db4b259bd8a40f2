import { expect, test } from 'vitest'
import { diffWords } from './words.ts'

test.each([
  ['We keep the ceasefire', 'We keep the cease-fire', ['spelling ceasefire>cease-fire']],
  ['We keep the ceasefire', '“We keep the Ceasefire.”', []],
  ['We will go home today', 'We may go home', ['wording will>may', 'wording today>']],
  ['We go', 'We all go now', ['wording >all', 'wording >now']],
  ['Go', 'Stay', ['wording Go>Stay']],
  ['', 'New words', ['wording >New words']],
  ['Zoë’s', "Zoë's", []],
])('%j to %j', (before, after, expected) => {
  const words = diffWords(before, after).map(
    (change) =>
      `${change.kind} ${before.slice(change.before.start, change.before.end)}>${after.slice(change.after.start, change.after.end)}`,
  )
  expect(words).toEqual(expected)
})
