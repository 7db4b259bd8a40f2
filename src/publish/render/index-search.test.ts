import { expect, test } from 'vitest'
import { addNameTokens } from './index-search.ts'

test.each([
  ['<p class="passage">Rain fell.</p>', '<p class="passage">Rain fell.</p>'],
  [
    '<p class="passage"><a data-id="aaaa1111">Vale</a> left.</p>',
    '<p class="passage"><a data-id="aaaa1111">Vale</a> left. qzqaaaa1111</p>',
  ],
  [
    '<h1 class="passage"><q><a data-id="aaaa1111">Vale</a></q> met <a data-id="bbbb2222">Okafor</a></h1>',
    '<h1 class="passage"><q><a data-id="aaaa1111">Vale</a></q> met <a data-id="bbbb2222">Okafor</a> qzqaaaa1111 qzqbbbb2222</h1>',
  ],
  [
    '<p class="passage"><a data-id="aaaa1111">Vale</a> and <a data-id="aaaa1111">she</a></p>',
    '<p class="passage"><a data-id="aaaa1111">Vale</a> and <a data-id="aaaa1111">she</a> qzqaaaa1111</p>',
  ],
  ['<p class="aside"><a data-id="aaaa1111">Vale</a></p>', '<p class="aside"><a data-id="aaaa1111">Vale</a></p>'],
])('%s', (html, marked) => expect(addNameTokens(html)).toBe(marked))
