import fc from 'fast-check'
import { validateXML } from 'xmllint-wasm'
import { expect, test } from 'vitest'
import { anyText } from './any-text.fixture.ts'
import { element, textElement, writeXml } from './escape.ts'

const bodyOf = (text: string) => /<a>(.*)<\/a>/s.exec(writeXml(element('a', {}, [text])))?.[1]

test.each([
  ['plain', 'plain'],
  ['a < b > c & d', 'a &lt; b &gt; c &amp; d'],
  ['"x"', '&quot;x&quot;'],
  [']]>', ']]&gt;'],
  ['</a></script>', '&lt;/a&gt;&lt;/script&gt;'],
  ['a\r\n\tb', 'a b'],
  ['a\u0000\u0008\u001f\u007f\u0085b', 'ab'],
  ['a\ufffe\uffffb', 'ab'],
  ['a\ud800b\udc00', 'ab'],
  ['🗺', '🗺'],
])('%j is written as %s', (text, written) => {
  expect(bodyOf(text)).toBe(written)
})

test('elements are indented, words are not', () => {
  const tree = element('list', { id: 'a"b', none: undefined }, [
    element('item', {}, ['one ', element('b', {}, [element('i', {}, ['two'])])]),
    element('none'),
    ...textElement('no', ''),
  ])
  expect(writeXml(tree)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<list id="a&quot;b">\n  <item>one <b><i>two</i></b></item>\n  <none/>\n</list>\n',
  )
})

test('whatever the texts, a parser reads them', async () => {
  const texts = fc.sample(anyText({ maxLength: 60 }), 150)
  const xml = writeXml(
    element(
      'all',
      {},
      texts.map((text) => element('a', { b: text }, [text])),
    ),
  )
  const { errors } = await validateXML({ xml: { fileName: 'all.xml', contents: xml }, normalization: 'c14n' })
  expect(errors).toEqual([])
})
