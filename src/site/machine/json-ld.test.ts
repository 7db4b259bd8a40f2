import { expect, test } from 'vitest'
import { writeJsonLd } from './json-ld.ts'

test('a description cannot end its script element', () => {
  const text = writeJsonLd({ name: '</script><script>alert(1)</script>' })
  expect(text).not.toContain('<')
  expect(JSON.parse(text).name).toBe('</script><script>alert(1)</script>')
})
