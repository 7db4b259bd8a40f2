import { expect, test } from 'vitest'
import { stripTags } from './strip-tags.ts'

test.each([
  ['plain words', 'plain words'],
  ['<a class="entity" href="/x/">Vale</a> &#x26; Sons', 'Vale & Sons'],
  ['five &#x3C; six', 'five < six'],
  ['kept &unknown; as it is', 'kept &unknown; as it is'],
  ['&amp;lt; once only', '&lt; once only'],
])('%s', (html, text) => expect(stripTags(html)).toBe(text))
