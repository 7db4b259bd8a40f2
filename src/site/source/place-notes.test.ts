import { expect, test } from 'vitest'
import { type MarginNote, placeNotes } from './place-notes.ts'

const note = (
  head: string,
  rank: number,
  text = 'A remark of about forty characters, one line or two.',
): MarginNote => ({
  head,
  text,
  rank,
})
const heads = (placed: ReturnType<typeof placeNotes>) => placed.map(({ notes }) => notes.map(({ head }) => head))

test('a note is beside its passage', () => {
  expect(
    heads(
      placeNotes([
        { length: 400, notes: [] },
        { length: 400, notes: [note('Vale', 1)] },
      ]),
    ),
  ).toEqual([[], ['Vale']])
})

test('if there are too many notes for a screen, the most important stay', () => {
  const placed = placeNotes([
    { length: 1500, notes: [note('low', 9), note('one', 1), note('two', 2), note('three', 3)] },
  ])
  expect(heads(placed)).toEqual([['one', 'two', 'three']])
})

test('a passage of one line lends its note the rows below', () => {
  const [first] = placeNotes([
    { length: 40, notes: [note('Vale', 1)] },
    { length: 300, notes: [] },
  ])
  expect(first).toMatchObject({ rows: 2 })
})

test('notes do not overlap', () => {
  const placed = placeNotes([
    { length: 40, notes: [note('first', 1)] },
    { length: 300, notes: [note('second', 2)] },
  ])
  expect(heads(placed)).toEqual([['first'], []])
})

test('a note taller than the rest of the text is left out', () => {
  expect(heads(placeNotes([{ length: 30, notes: [note('Vale', 1, 'x'.repeat(600))] }]))).toEqual([[]])
})

test('far apart, every note stays', () => {
  const passages = Array.from({ length: 8 }, (_, index) => ({ length: 1200, notes: [note(String(index), index)] }))
  expect(heads(placeNotes(passages)).flat()).toHaveLength(8)
})

test('without passages there are no notes', () => expect(placeNotes([])).toEqual([]))
