import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nestAnnotations } from './nest-annotations.ts'
import type { Inline } from './nest-annotations.ts'
import { readMdx } from './read-mdx.ts'
import { renderHtml } from './render-html.ts'
import { writeMdx } from './write-mdx.ts'

const words = (nodes: readonly Inline[]): string =>
  nodes.map((node) => ('text' in node ? node.text : words(node.children))).join('')

const passage = (text: string) => ({
  id: 'p-aaaaaa',
  words: nestAnnotations(text, [
    { tag: 'Quote', attributes: {}, start: 1, end: 4 },
    { tag: 'Entity', attributes: { to: 'bbbbbbbb' }, start: 2, end: 6 },
  ]),
})

const find = (id: string) => ({ href: `/people/x-${id}/`, type: 'person' })

test('a file is one line a passage after its front matter', () => {
  expect(writeMdx({ id: 'x', n: 2 }, [passage('Ines <Okafor> {1+1}')])).toMatchInlineSnapshot(`
    "---
    id: "x"
    n: 2
    ---

    <Passage id="p-aaaaaa">I<Quote>n<Entity to="bbbbbbbb">es</Entity></Quote><Entity to="bbbbbbbb"> \\<</Entity>Okafor> \\{1+1}</Passage>
    "
  `)
})

test('HTML holds only escaped words and our elements', () => {
  expect(renderHtml(passage('I<nes> & "Okafor"').words, find)).toMatchInlineSnapshot(
    `"I<q class="quotation">&#x3C;<a class="entity" href="/people/x-bbbbbbbb/" data-type="person" data-id="bbbbbbbb">ne</a></q><a class="entity" href="/people/x-bbbbbbbb/" data-type="person" data-id="bbbbbbbb">s></a> &#x26; "Okafor""`,
  )
})

/** Text as cleaning leaves it: no line ends or other control characters, no space at the edges. */
const cleanText = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu, ' ').trim()

const hostile = [
  'export const a = 1', 'import fs from "fs"', '{process.exit(1)}', '<script>x</script>', '    {indented}', '`{x}',
  '\\{x}', '- said he', '1986. A year', '> 50 people', '# head', '+++', '---', '<!-- x -->', '<a@b.com>', 'www.a.b/<b>',
  '*a* _b_ **c**', '[a](javascript:x)', '![a](b)', '&lt;b>', '<Entity to="x">', '</Passage>', '\u200B{x}', '| a | b |', '~~a~~',
  ':name[x]{y}', '<Passage id={x}>', 'a  b   c', '$x^2$', '[^1]', '"“quotes”"', 'https://a.b/c<script src=x>',
]

test.each(hostile)('text is carried to the character: %s', (text) => {
  for (const around of [text, `Before ${text} after`, `${text} ${text}`]) {
    const read = readMdx('x.mdx', writeMdx({}, [passage(cleanText(around))]))
    expect(read.problems).toEqual([])
    expect(read.passages.map((one) => words(one.words))).toEqual([cleanText(around)])
  }
})

test('any text is carried to the character', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }).map(cleanText), { maxLength: 4 }), (texts) => {
      const full = texts.filter((text) => text !== '')
      const read = readMdx('x.mdx', writeMdx({}, full.map(passage)))
      expect(read.problems).toEqual([])
      expect(read.passages.map((one) => words(one.words))).toEqual(full)
    }),
    { numRuns: 500 },
  )
})

const refused = [
  'import x from "y"', 'export const a = 1', '{1 + 1}', '# Heading', 'Plain paragraph', '<Passage id={x}>a</Passage>',
  '<Passage>a</Passage>', '<Passage id="p" onclick="x">a</Passage>', '<Passage id="p">{x}</Passage>',
  '<Passage id="p"><script>x</script></Passage>', '<Passage id="p">a *b*</Passage>', '<Passage id="p" {...x}>a</Passage>',
  '<Passage id="p"><Passage id="q">a</Passage></Passage>', '<Entity to="x">a</Entity>', '<Passage id="p"><constructor>a</constructor></Passage>',
]

test.each(refused)('refused with file and line: %s', (line) => {
  const { problems, passages } = readMdx('content/x.mdx', `---\na: 1\n---\n\n${line}\n`)
  expect(passages).toEqual([])
  expect(problems[0]).toMatchObject({ file: 'content/x.mdx', severity: 'error', rule: 'mdx/closed-vocabulary' })
})

test.each(['---js\n{a: 1}\n---\n', '---javascript\nx\n---\n', '--- js\nx\n---\n', '---JS\nx\n---', '\uFEFF---js\nx\n---', '---json\n{}\n---', '---constructor\nx\n---', '---\na: !!js/function x\n---\n', '---\na: &a 1\nb: *a\n---\n'])(
  'front matter that is not plain YAML is refused: %j',
  (text) => {
    expect(readMdx('x.mdx', text).problems).toHaveLength(1)
  },
)
