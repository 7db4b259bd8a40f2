import { expect, test } from 'vitest'
import { decodeBytes } from './decode-bytes.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

const rows: [string, Uint8Array, object][] = [
  ['UTF-8', utf8('Zoë “x”'), { text: 'Zoë “x”', encoding: 'utf-8' }],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), { text: 'a', encoding: 'utf-8-bom' }],
  ['UTF-16 little end first', bytes(0xff, 0xfe, 0x61, 0x00), { text: 'a', encoding: 'utf-16le' }],
  ['UTF-16 big end first', bytes(0xfe, 0xff, 0x00, 0x61), { text: 'a', encoding: 'utf-16be' }],
  ['windows-1252', bytes(0x93, 0x61, 0x94, 0xe9), { text: '“a”é', encoding: 'windows-1252' }],
  ['a NUL', utf8('a\0b'), { reason: 'Unexpected NUL characters, expected text' }],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3), { reason: 'Unexpected 4 control characters, expected text' }],
  ['a stray control character in much text', utf8('word '.repeat(50) + '\x07'), { encoding: 'utf-8' }],
  ['half a pair in UTF-16 is mended', bytes(0xff, 0xfe, ...[...'word '.repeat(30)].flatMap((one) => [one.charCodeAt(0), 0]), 0x00, 0xd8, 0x61, 0x00), { text: `${'word '.repeat(30)}\uFFFDa`, encoding: 'utf-16le', mended: 1 }],
  ['a few damaged places in UTF-8 are mended', bytes(...utf8('Zoë '.repeat(40)), 0xff), { text: `${'Zoë '.repeat(40)}\uFFFD`, encoding: 'utf-8', mended: 1 }],
  ['windows-1252 with one pair that is UTF-8 too', bytes(...utf8('Zo'), 0xc3, 0xab, 0x20, 0xe9, 0x20, 0xe8), { encoding: 'windows-1252', mended: 0 }],
  ['mostly damaged UTF-16', bytes(0xff, 0xfe, 0x00, 0xd8, 0x00, 0xd8, 0x61, 0x00), { reason: 'Unexpected bytes, expected utf-16le' }],
  ['one control character in a hundred', utf8(`${'x'.repeat(99)}\x0B`), { text: `${'x'.repeat(99)}\x0B` }],
  ['one control character in fewer', utf8(`${'x'.repeat(98)}\x7F`), { reason: 'Unexpected 1 control characters, expected text' }],
  ['the control characters of text', utf8('\t\n\f\r'), { text: '\t\n\f\r', encoding: 'utf-8' }],
  ['a mark in the text', bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61), { text: '\uFEFFa', encoding: 'utf-8-bom' }],
  ['one damaged place in a hundred characters', bytes(0xef, 0xbb, 0xbf, ...utf8('x'.repeat(99)), 0xff), { text: `${'x'.repeat(99)}\uFFFD`, encoding: 'utf-8-bom', mended: 1 }],
  ['one damaged place in fewer', bytes(0xef, 0xbb, 0xbf, ...utf8('x'.repeat(98)), 0xff), { reason: 'Unexpected bytes, expected utf-8' }],
  ['ten good characters for a bad one', bytes(...utf8('ë'.repeat(10) + 'x'.repeat(89)), 0xff), { encoding: 'utf-8', mended: 1 }],
  ['nine good characters for a bad one', bytes(...utf8('ë'.repeat(9) + 'x'.repeat(90)), 0xff), { encoding: 'windows-1252', mended: 0 }],
  ['ten good characters and a bad one in a short text', bytes(...utf8('ë'.repeat(10)), 0xff), { reason: 'Unexpected bytes, expected text' }],
  ['a replacement character that was written so', utf8('a\uFFFD'), { text: 'a\uFFFD', encoding: 'utf-8', mended: 0 }],
  ['nothing', bytes(), { text: '', encoding: 'utf-8' }],
]

test.each(rows)('%s', (_, input, expected) => {
  expect(decodeBytes(input)).toMatchObject(expected)
})
