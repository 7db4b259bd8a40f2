import { expect, test } from 'vitest'
import { matchByMarks } from './recognise.ts'

/** Things with their marks, a level each, as `a: x y / z`. */
const read = (lines: readonly string[]) =>
  lines.map((line) => {
    const [addressable, marks] = line.split(': ')
    return { addressable: addressable!, marks: marks!.split(' / ').map((level) => level.split(' ').filter(Boolean)) }
  })

test.each<[string, string[], string[], string[]]>([
  ['nothing', [], [], []],
  ['the same mark', ['A: x'], ['a: x'], ['aA']],
  ['no mark in common', ['A: x'], ['a: y'], []],
  ['one of several marks', ['A: w x'], ['a: x y'], ['aA']],
  ['two marks in common', ['A: x y'], ['a: x y'], ['aA']],
  ['a mark that two had', ['A: x', 'B: x'], ['a: x'], []],
  ['a mark that two have', ['A: x'], ['a: x', 'b: x'], []],
  ['marks of two others', ['A: x', 'B: y'], ['a: x y'], []],
  ['marks in two others', ['A: x y'], ['a: x', 'b: y'], []],
  ['the second level', ['A: x / z'], ['a: y / z'], ['aA']],
  ['the surer level first', ['A: x / z', 'B: y / z'], ['a: x / q', 'b: q / z'], ['aA', 'bB']],
  ['what a surer level found claims no more', ['A: x / z'], ['a: x / z', 'b: q / z'], ['aA']],
  ['a level that only one side has', ['A: x'], ['a: y / x'], []],
])('%s', (_, before, now, pairs) => {
  expect([...matchByMarks(read(before), read(now))].map(([one, other]) => one + other).toSorted()).toEqual(pairs)
})
