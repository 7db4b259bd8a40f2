import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makePatternList } from './pattern-list.ts'

const PATTERNS = [
  /sign(?:ed|ing)? up/iu,
  /^\d{1,3}$/u,
  /#\w+ #\w+/u,
  /\b(?:your|the) inbox\b/iu,
  /ab/u,
  /[|]/u,
  /sign up/u,
]
const list = makePatternList(PATTERNS)

test.each([
  ['Please SIGN UP', [0]],
  ['please sign up', [0, 6]],
  ['pleaſe ſign up', [0]],
  ['signed  up', []],
  ['12', [1]],
  ['1234', []],
  ['#one #two', [2]],
  ['In your Inbox today', [3]],
  ['in your inboxes', []],
  ['ab', [4]],
  ['a|b', [5]],
  ['', []],
])('%j is fitted by %j', (text, fitting) => expect(list.findFitting(text)).toEqual(fitting))

const part = fc.constantFrom('sign', 'ing', ' up', 'your', ' inbox', '#', 'a', 'b', ' ', '12', '|', 'S', 'ſ', 'İ')

test('a list finds what its patterns find one by one', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('')
      const one = PATTERNS.flatMap((pattern, at) => (pattern.test(text) ? [at] : []))
      expect(list.findFitting(text)).toEqual(one)
    }),
  )
})
