import { expect, test } from 'vitest'
import { countDeceiving, removeDeceiving } from './characters.ts'

test.each<[string, string, number]>([
  ['Ines Okafor', 'Ines Okafor', 0],
  ['line\nline\r\n\tcell', 'line\nline\r\n\tcell', 0],
  ['\u202Etxt.exe\u202C', 'txt.exe', 2],
  ['a\u2066b\u2069', 'ab', 2],
  ['a\0b\x1B[2Jc\x9B', 'ab[2Jc', 3],
  ['half \uD800 pair \uDC00', 'half  pair ', 2],
  ['whole \u{1F30D} pair', 'whole \u{1F30D} pair', 0],
  ['tag\u{E0041}\u{E007F}', 'tag', 2],
  ['می\u200Cخواهم', 'می\u200Cخواهم', 0],
  ['\u{1F468}\u200D\u{1F33E}', '\u{1F468}\u200D\u{1F33E}', 0],
  ['soft\u00ADhyphen', 'soft\u00ADhyphen', 0],
])('%j', (text, expected, count) => {
  expect(removeDeceiving(text)).toBe(expected)
  expect(countDeceiving(text)).toBe(count)
})
