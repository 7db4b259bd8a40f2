import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from './page-file.ts'
import { readMdx } from './read-mdx.ts'
import { renderHtml } from './render-html.ts'
import type { AnnotationTag } from './vocabulary.ts'
import { listTags, textOf } from './vocabulary.ts'
import { nestAnnotations, writeMdx } from './write-mdx.ts'

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

const html = (tag: AnnotationTag, attributes: Record<string, string>) =>
  renderHtml([{ text: '<' }, { tag, attributes, children: [{ text: '&' }] }], find)

test.each<[AnnotationTag, Record<string, string>, string]>([
  ['Quote', {}, '<q class="quotation">&#x26;</q>'],
  ['Quote', { by: 'b"b' }, '<q class="quotation" data-by="b&#x22;b">&#x26;</q>'],
  ['Figure', {}, '<span class="figure">&#x26;</span>'],
  ['Entity', { to: 'b' }, '<a class="entity" href="/people/x-b/" data-type="person">&#x26;</a>'],
  [
    'Entity',
    { to: 'b', form: 'nominal', certainty: 'inferred' },
    '<a class="entity" href="/people/x-b/" data-type="person" data-form="nominal" data-certainty="inferred">&#x26;</a>',
  ],
  ['When', {}, '<span class="date">&#x26;</span>'],
  [
    'When',
    { from: '2019-03-01', to: '2019-03-31', certainty: 'stated' },
    '<span class="date" data-from="2019-03-01" data-to="2019-03-31" data-certainty="stated">&#x26;</span>',
  ],
  ['When', { edtf: '2019-03-05' }, '<time class="date" datetime="2019-03-05">&#x26;</time>'],
  ['When', { edtf: '2019-03' }, '<time class="date" datetime="2019-03">&#x26;</time>'],
  ['When', { edtf: 'XXXX-01-13' }, '<time class="date" datetime="01-13" data-edtf="XXXX-01-13">&#x26;</time>'],
  ['When', { edtf: '2019' }, '<time class="date" datetime="2019">&#x26;</time>'],
  ...[
    '2019-03-05/2019-03-09',
    '2019-03~',
    '-2019',
    '201X',
    '2019-0X',
    '2019-X3',
    '2019-03-0X',
    '2019-03-X5',
    '../2019',
  ].map((edtf): [AnnotationTag, Record<string, string>, string] => [
    'When',
    { edtf },
    `<span class="date" data-edtf="${edtf}">&#x26;</span>`,
  ]),
])('HTML holds only escaped words and our elements: %s %j', (tag, attributes, expected) => {
  expect(html(tag, attributes)).toBe(`&#x3C;${expected}`)
})

/** Text as cleaning leaves it: no line ends or other control characters, no space at the edges. */
const cleanText = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu, ' ').trim()

const hostile = [
  'export const a = 1',
  'import fs from "fs"',
  '{process.exit(1)}',
  '<script>x</script>',
  '    {indented}',
  '`{x}',
  '\\{x}',
  '- said he',
  '1986. A year',
  '> 50 people',
  '# head',
  '+++',
  '---',
  '<!-- x -->',
  '<a@b.com>',
  'www.a.b/<b>',
  '*a* _b_ **c**',
  '[a](javascript:x)',
  '![a](b)',
  '&lt;b>',
  '<Entity to="x">',
  '</Passage>',
  '\u200B{x}',
  '| a | b |',
  '~~a~~',
  ':name[x]{y}',
  '<Passage id={x}>',
  'a  b   c',
  '$x^2$',
  '[^1]',
  '"“quotes”"',
  'https://a.b/c<script src=x>',
]

test.each(hostile)('text is carried to the character: %s', (text) => {
  for (const around of [text, `Before ${text} after`, `${text} ${text}`]) {
    const read = readMdx('x.mdx', writeMdx({}, [passage(cleanText(around))]))
    expect(read.problems).toEqual([])
    expect(read.passages.map((one) => textOf(one.words))).toEqual([cleanText(around)])
  }
})

test('any text is written and read without change', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }).map(cleanText), { maxLength: 4 }), (texts) => {
      const full = texts.filter((text) => text !== '')
      const read = readMdx('x.mdx', writeMdx({}, full.map(passage)))
      expect(read.problems).toEqual([])
      expect(read.passages.map((one) => textOf(one.words))).toEqual(full)
    }),
    { numRuns: 500 },
  )
})

const ONE = '<Passage id="p-aaaaaa">a</Passage>'
const TAGS = 'text or one of Quote, Figure, When, Entity'
const LINE = 'a line with one <Passage>'

const refused: [line: string, column: number, reason: string][] = [
  ['import x from "y"', 1, `Unexpected mdxjsEsm, expected ${LINE}`],
  ['export const a = 1', 1, `Unexpected mdxjsEsm, expected ${LINE}`],
  ['{1 + 1}', 1, `Unexpected mdxFlowExpression, expected ${LINE}`],
  ['# Heading', 1, `Unexpected heading, expected ${LINE}`],
  [`# ${ONE}`, 1, `Unexpected heading, expected ${LINE}`],
  ['***', 1, `Unexpected thematicBreak, expected ${LINE}`],
  ['Plain paragraph', 1, `Unexpected paragraph, expected ${LINE}`],
  [`${ONE} and more`, 1, `Unexpected paragraph, expected ${LINE}`],
  ['<Passage id="p-aaaaaa"></Passage>', 1, `Unexpected mdxJsxFlowElement, expected ${LINE}`],
  ['<Entity id="p-aaaaaa">a</Entity>', 1, `Unexpected paragraph, expected ${LINE}`],
  ['<Passage id={x}>a</Passage>', 1, 'Unexpected attribute on <Passage>, expected literal id'],
  ['<Passage>a</Passage>', 1, 'Missing attribute id on <Passage>'],
  ['<Passage id="p" onclick="x">a</Passage>', 1, 'Unexpected attribute on <Passage>, expected literal id'],
  ['<Passage id="p" {...x}>a</Passage>', 1, 'Unexpected attribute on <Passage>, expected literal id'],
  ['<Passage id="p">a{x}</Passage>', 18, `Unexpected mdxTextExpression, expected ${TAGS}`],
  ['<Passage id="p"><script>x</script></Passage>', 17, `Unexpected <script>, expected ${TAGS}`],
  ['<Passage id="p"><>x</></Passage>', 17, `Unexpected <>, expected ${TAGS}`],
  ['<Passage id="p">a *b*</Passage>', 19, `Unexpected emphasis, expected ${TAGS}`],
  ['<Passage id="p"><Passage id="q">a</Passage></Passage>', 17, `Unexpected <Passage>, expected ${TAGS}`],
  ['<Passage id="p"><constructor>a</constructor></Passage>', 17, `Unexpected <constructor>, expected ${TAGS}`],
  [
    '<Passage id="p"><Figure by="x">a</Figure></Passage>',
    17,
    'Unexpected attribute on <Figure>, expected literal nothing',
  ],
  [
    '<Passage id="p"><Entity to="x" form>a</Entity></Passage>',
    17,
    'Unexpected attribute on <Entity>, expected literal to, form, certainty',
  ],
  ['<Passage id="p"><Quote>“<Entity>a</Entity></Quote></Passage>', 25, 'Missing attribute to on <Entity>'],
]

test.each(refused)('refused with file and line: %s', (line, column, reason) => {
  const hint = 'Files under content/ are written by the build: delete the change and build again.'
  const { problems, passages } = readMdx('content/x.mdx', `---\na: 1\n---\n\n${ONE}\n\n${line}\n`)
  expect(passages).toEqual([])
  expect(problems[0]).toEqual({
    file: 'content/x.mdx',
    line: 7,
    column,
    severity: 'error',
    rule: 'page/closed-vocabulary',
    reason,
    hint,
  })
})

test('everything that is refused is reported at once', () => {
  expect(
    readMdx('x.mdx', '---\n---\n# a\n\n<Passage id="p">a{x}{y}</Passage>\n').problems.map(({ line, column }) => [
      line,
      column,
    ]),
  ).toEqual([
    [3, 1],
    [5, 18],
    [5, 21],
  ])
})

/** Above this many characters front matter is refused. */
const LONGEST = 4_194_304
const noteOf = (length: number) => `---\na: 1 #${'x'.repeat(length - '\na: 1 #'.length)}\n---\n`

test.each<[string, RegExp]>([
  ['---js\n{a: 1}\n---\n', /between two lines/],
  ['---javascript\nx\n---\n', /between two lines/],
  ['--- js\nx\n---\n', /between two lines/],
  ['---JS\nx\n---', /between two lines/],
  ['\uFEFF---js\nx\n---', /between two lines/],
  ['\uFEFF---\na: 1\n---\n', /between two lines/],
  ['---json\n{}\n---', /between two lines/],
  ['---constructor\nx\n---', /between two lines/],
  ['----\na: 1\n---', /between two lines/],
  ['\n---\na: 1\n---', /between two lines/],
  ['', /between two lines of exactly "---"/],
  ['---\na: !!js/function x\n---\n', /Unresolved tag/],
  ['---\na: &a 1\nb: *a\n---\n', /Alias/],
  ['---\n? [a]\n: x\n---\n', /keys must be strings/],
  ['---\na: 1\na: 2\n---\n', /unique/],
  [noteOf(LONGEST + 1), /Unexpected front matter of 4194305 characters/],
])('front matter that is not plain YAML is refused: %#', (text, reason) => {
  expect(readMdx('x.mdx', text)).toMatchObject({
    data: {},
    passages: [],
    problems: [{ file: 'x.mdx', reason: expect.stringMatching(reason) }],
  })
})

test.each<[string, object, string]>([
  ['---\n---\nb', {}, 'b'],
  ['---\r\na: 1\r\n---\r\nb', { a: 1 }, 'b'],
  ['---\na: 2019-01-01\nb: yes\nc: "a\\n---\\nb"\n---\n---js', { a: '2019-01-01', b: 'yes', c: 'a\n---\nb' }, '---js'],
  ['---\nn: ""\n---\n', { n: '' }, ''],
  ['---\na: 1', { a: 1 }, ''],
])('front matter is YAML 1.2, where dates and words stay words: %j', (text, data, body) => {
  expect(readFrontMatter(text)).toEqual({ data, body })
})

test('front matter of the greatest length is read', () => {
  expect(readFrontMatter(noteOf(LONGEST)).body).toBe('')
})

const entity = (to: string, text: string, attributes = {}) => ({
  tag: 'Entity' as const,
  attributes: { to, ...attributes },
  children: [{ text }],
})

describe('namings of one entity', () => {
  test('the first is whole, later ones are marked as repeats', () => {
    const html = renderHtml([entity('a', 'Ines Okafor'), entity('b', 'Vale'), entity('a', 'Okafor')], find)
    expect(html.match(/data-again>[^<]*/g)).toEqual(['data-again>Okafor'])
  })

  test('words that only point to it are neither first nor repeat', () => {
    const html = renderHtml([entity('a', 'Valemarkian', { form: 'demonym' }), entity('a', 'Valemark')], find)
    expect(html).not.toContain('data-again')
  })

  test('on its own page a name is no link', () => {
    const html = renderHtml([entity('a', 'Vale')], () => ({ type: 'person' }))
    expect(html).toBe('<span class="entity" data-type="person">Vale</span>')
  })

  test('a link is tied to its card where the page has one', () => {
    const html = renderHtml([entity('a', 'Okafor'), entity('b', 'Vale')], find, (id) => id === 'b')
    expect(html.match(/data-card="[^"]*">[^<]*/g)).toEqual(['data-card="card-b">Vale'])
  })
})

test('a tag is listed before those inside it', () => {
  const nested = [
    { text: 'x' },
    { tag: 'Quote' as const, attributes: {}, children: [entity('a', 'Vale')] },
    entity('b', 'y'),
  ]
  expect(listTags(nested).map(({ tag, attributes }) => attributes['to'] ?? tag)).toEqual(['Quote', 'a', 'b'])
  expect(textOf(nested)).toBe('xValey')
})
