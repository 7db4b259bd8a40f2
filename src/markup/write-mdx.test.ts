import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { WRITING, writeFrontMatter } from './page-file.ts'
import { nestAnnotations } from './write-mdx.ts'
import type { Annotation } from './write-mdx.ts'
import type { Inline } from './vocabulary.ts'
import { NESTING } from './vocabulary.ts'

const show = (nodes: readonly Inline[]): string =>
  nodes.map((node) => ('text' in node ? node.text : `<${node.tag[0]!}:${show(node.children)}>`)).join('')

const quote = (start: number, end: number): Annotation => ({ tag: 'Quote', attributes: {}, start, end })
const entity = (start: number, end: number): Annotation => ({ tag: 'Entity', attributes: { to: 'x' }, start, end })

/* All relative positions of two ranges in "abcdef". */
const rows: [string, Annotation[], string][] = [
  ['none', [], 'abcdef'],
  ['at the start', [entity(0, 2)], '<E:ab>cdef'],
  ['at the end', [entity(4, 6)], 'abcd<E:ef>'],
  ['the whole', [entity(0, 6)], '<E:abcdef>'],
  ['touching', [entity(0, 2), entity(2, 4)], '<E:ab><E:cd>ef'],
  ['equal', [entity(1, 3), quote(1, 3)], 'a<Q:<E:bc>>def'],
  ['entity in quotation', [quote(0, 6), entity(2, 4)], '<Q:ab<E:cd>ef>'],
  ['entity around quotation is cut twice', [quote(2, 4), entity(0, 6)], '<E:ab><Q:<E:cd>><E:ef>'],
  ['crossing', [quote(0, 3), entity(2, 5)], '<Q:ab<E:c>><E:de>f'],
  ['same tag overlapping: the first keeps its words', [entity(0, 3), entity(2, 5)], '<E:abc><E:de>f'],
  ['same tag overlapping, in another order', [entity(2, 5), entity(0, 3)], '<E:abc><E:de>f'],
  ['same tag begun together: the longer', [entity(1, 3), entity(1, 5)], 'a<E:bcde>f'],
  ['same tag nested: the inner is left out', [entity(0, 5), entity(1, 3)], '<E:abcde>f'],
  ['same tag nested, and one that crosses', [entity(0, 5), entity(1, 3), entity(4, 6)], '<E:abcde><E:f>'],
  ['empty', [entity(3, 3)], 'abcdef'],
]

test.each(rows)('%s', (_, annotations, expected) => {
  expect(show(nestAnnotations('abcdef', annotations))).toBe(expected)
})

test('the text is never changed and no words are empty, whatever the ranges', () => {
  const ranges = fc.array(fc.tuple(fc.nat(12), fc.nat(12), fc.constantFrom(...NESTING)))
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), ranges, (text, list) => {
      const annotations = list.map(([start, length, tag]) => ({ tag, attributes: {}, start, end: start + length }))
      const textsOf = (nodes: readonly Inline[]): string[] =>
        nodes.flatMap((node) => ('text' in node ? [node.text] : textsOf(node.children)))
      const texts = textsOf(nestAnnotations(text, annotations))
      expect(texts.join('')).toBe(text)
      expect(texts).not.toContain('')
    }),
  )
})

const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'no', '1', '2016-03-04', 'two\nlines', 'a: b', '“Ω”', 'ends in a space '),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
)
const plain = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  map: fc.dictionary(fc.oneof(fc.constantFrom('id', 'sha256', 'null', 'y', '1', 'a b'), fc.string()), tie('value'), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
})).map

test("front matter equals the YAML library's, on both paths", () => {
  fc.assert(
    fc.property(plain, (data) => {
      expect(writeFrontMatter(data as object)).toBe(`---\n${stringify(data, WRITING)}---\n`)
    }),
    { numRuns: 3000 },
  )
})
