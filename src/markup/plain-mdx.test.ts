import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlainPassage, writePlainPassage } from './plain-mdx.ts'
import { readWithLibrary } from './read-mdx.ts'
import type { Annotation } from './write-mdx.ts'
import { nestAnnotations, writeWithLibrary } from './write-mdx.ts'
import type { MarkedPassage } from './vocabulary.ts'
import { NESTING } from './vocabulary.ts'

const read = (line: string) => {
  const refusals: Parameters<typeof readWithLibrary>[1] = []
  const passages = readWithLibrary(line, refusals)
  return refusals.length > 0 ? undefined : passages[0]
}

test.each<[what: string, line: string, isPlain: boolean]>([
  ['plain words', '<Passage id="p-a">Vale waits – “until 5.30”, she said (twice).</Passage>', true],
  [
    'tags in tags',
    '<Passage id="p-a"><Quote by="x">We <Entity to="b" form="title">wait</Entity></Quote> on</Passage>',
    true,
  ],
  ['spaces at the edges', '<Passage id="p-a"> a  b </Passage>', true],
  ['an escape', '<Passage id="p-a">a \\< b</Passage>', false],
  ['a reference to a character', '<Passage id="p-a">a &amp; b</Passage>', false],
  ['a reference to a character in an attribute', '<Passage id="p&amp;a">a</Passage>', false],
  ['emphasis', '<Passage id="p-a">a *b* c</Passage>', false],
  ['an expression', '<Passage id="p-a">a {b}</Passage>', false],
  ['a link', '<Passage id="p-a">a [b](c)</Passage>', false],
  ['two lines', '<Passage id="p-a">a\nb</Passage>', false],
  ['spaces alone', '<Passage id="p-a"> <Quote> </Quote></Passage>', false],
  ['no words', '<Passage id="p-a"></Passage>', false],
  ['a tag without words', '<Passage id="p-a">a <Quote></Quote></Passage>', false],
  ['a passage in a passage', '<Passage id="p-a"><Passage id="p-b">a</Passage></Passage>', false],
  ['another tag', '<Passage id="p-a">a <b>c</b></Passage>', false],
  ['a tag whose name begins like one', '<Passage id="p-a">a <Quoted>c</Quoted></Passage>', false],
  ['another attribute', '<Passage id="p-a">a <Quote on="x">c</Quote></Passage>', false],
  ['a lacking attribute', '<Passage id="p-a">a <Entity>c</Entity></Passage>', false],
  ['tags that cross', '<Passage id="p-a">a <Quote><Figure>c</Quote></Figure></Passage>', false],
  ['a tag without an end', '<Passage id="p-a">a <Quote>c</Passage>', false],
  ['words behind the passage', '<Passage id="p-a">a</Passage> b', false],
  ['two passages', '<Passage id="p-a">a</Passage><Passage id="p-b">b</Passage>', false],
])('read without the library: %s', (_, line, isPlain) => {
  const passage = readPlainPassage(line)
  expect(passage !== undefined).toBe(isPlain)
  if (passage) expect(passage).toEqual(read(line))
})

/** Texts with characters that are almost plain. */
const letters = fc.constantFrom(...'ab é 12 .,;:?“”‘’\'"()…–—%$€£/-  *_[]{}<>&\\`!#+=|~@^\u00A0\u200B'.split(''))
const texts = fc.string({ unit: letters, minLength: 1, maxLength: 14 })
const plainTexts = texts.map((text) => text.replaceAll(/[*_[\]{}<>&\\`!#+=|~@^\u00A0\u200B]/g, 'a'))

const annotations = fc.array(fc.tuple(fc.nat(12), fc.nat(8), fc.constantFrom(...NESTING)), { maxLength: 4 })

const passages = fc
  .tuple(fc.oneof(texts, plainTexts), annotations, fc.oneof(texts, plainTexts))
  .map(([text, list, to]): MarkedPassage => {
    const ranges = list.map(([start, length, tag]): Annotation => {
      const attributes = tag === 'Entity' ? { to } : {}
      return { tag, attributes, start: Math.min(start, text.length), end: Math.min(start + length, text.length) }
    })
    return { id: 'p-aaaaaa', words: nestAnnotations(text, ranges) }
  })

test('plain text is written and read as the library does', () => {
  let plain = 0
  fc.assert(
    fc.property(passages, (passage) => {
      const line = writePlainPassage(passage)
      const written = writeWithLibrary([passage])
      if (line !== undefined) {
        plain += 1
        expect(`${line}\n`).toBe(written)
        expect(readPlainPassage(line)).toEqual(passage)
      }
      const known = readPlainPassage(written.trimEnd())
      if (known) expect(known).toEqual(read(written))
    }),
    { numRuns: 3000 },
  )
  expect(plain).toBeGreaterThan(300)
})

test("a body of several passages equals the library's", () => {
  fc.assert(
    fc.property(fc.array(passages, { minLength: 1, maxLength: 4 }), (several) => {
      const lines = several.map((one) => writePlainPassage(one) ?? writeWithLibrary([one]).trimEnd())
      expect(`${lines.join('\n\n')}\n`).toBe(writeWithLibrary(several))
    }),
    { numRuns: 500 },
  )
})
