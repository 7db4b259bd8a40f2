import fc from 'fast-check'
import { SAXParser } from 'parse5-sax-parser'
import { expect, test } from 'vitest'
import type { Tag } from './read-tags.ts'
import { readPlainTags } from './read-tags.ts'

/** The start tags as a full tokenizer reads them. */
function readAllTags(html: string): Tag[] {
  const tags: Tag[] = []
  const parser = new SAXParser()
  parser.on('startTag', ({ tagName, attrs }) =>
    tags.push({ tagName, attrs: attrs.map(({ name, value }) => ({ name, value })) }),
  )
  parser.end(html)
  return tags
}

const PIECES = [
  ...[
    '<p>',
    '</p>',
    '<a href="/x">',
    '<a href="&#106;s:x">',
    '<a href="a&amp;b">',
    '<p id="a" class>',
    '<br />',
    'text',
    '&lt;',
  ],
  ...[
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    '&',
    ' ',
    '\n',
    '<!--',
    '-->',
    '<!doctype html>',
    '<![CDATA[',
    ']]>',
    '<?',
    '</',
    '<p id=a>',
  ],
  ...[
    '<title>',
    '</title>',
    '<script>',
    '</script>',
    '<style>',
    '</style>',
    '<textarea>',
    '</textarea>',
    '<svg>',
    '</svg>',
  ],
  ...[
    '<a href="',
    "<p title='",
    '<template>',
    '<noscript>',
    '</noscript>',
    '<plaintext>',
    '<image src="x">',
    '<p a:b="c">',
    '\r',
    '\0',
  ],
]

test('reads the same tags as a full tokenizer, or none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
      const html = pieces.join('')
      const tags = readPlainTags(html)
      if (tags) expect(tags).toEqual(readAllTags(html))
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['<!DOCTYPE html><html lang="en"><p id="a">x &lt; y</p></html>', ['html', 'p']],
  ['<title>A & B</title><a href="/?a=1&amp;b=2">x</a>', ['title', 'a']],
  ['<script type="application/ld+json">{"a":1}</script>', ['script']],
  ['<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', ['svg', 'path']],
])('a plain page is read: %s', (html, names) =>
  expect(readPlainTags(html)?.map(({ tagName }) => tagName)).toEqual(names),
)

test.each([
  '<p id=a>',
  "<p id='a'>",
  '<!-- x -->',
  '<title><b></title>',
  '<a href="&#106;s:x">',
  '<p',
  '<p id="a\rb">',
])('left to the full tokenizer: %j', (html) => expect(readPlainTags(html)).toBeUndefined())
