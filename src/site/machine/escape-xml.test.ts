import { expect, test } from 'vitest'
import { escapeXml } from './escape-xml.ts'
import { writeJsonLd } from './json-ld.ts'

test.each([
  ['Vale & Sons <"x">', 'Vale &amp; Sons &lt;&quot;x&quot;&gt;'],
  ['a\u0000b\u000bc', 'abc'],
  ['line\nbreak\tkept', 'line\nbreak\tkept'],
])('%j', (text, escaped) => expect(escapeXml(text)).toBe(escaped))

test('a description cannot end its script element', () => {
  const text = writeJsonLd({ name: '</script><script>alert(1)</script>' })
  expect(text).not.toContain('<')
  expect(JSON.parse(text).name).toBe('</script><script>alert(1)</script>')
})
