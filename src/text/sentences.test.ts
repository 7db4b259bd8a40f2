import { expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'

const rows: [string, string[]][] = [
  ['One came. Two went.', ['One came.', 'Two went.']],
  ['Mr. Vale spoke. Nobody heard.', ['Mr. Vale spoke.', 'Nobody heard.']],
  ['The U.S. Senate met.', ['The U.S. Senate met.']],
  ['They left the U.S. The rest stayed.', ['They left the U.S.', 'The rest stayed.']],
  ['“We go.” He left.', ['“We go.”', 'He left.']],
  ['Set for Feb. 20 in Geneva.', ['Set for Feb. 20 in Geneva.']],
  ['J. R. Okafor won.', ['J. R. Okafor won.']],
  ['She wrote it on X. The port closed.', ['She wrote it on X.', 'The port closed.']],
  ['A letter from J. Okafor came.', ['A letter from J. Okafor came.']],
  ['Growth was 3.5 percent. Then 4.', ['Growth was 3.5 percent.', 'Then 4.']],
  ['no capital. here goes on', ['no capital. here goes on']],
  ['  padded.  ', ['padded.']],
  ['', []],
]

test.each(rows)('%j', (text, expected) => {
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})
