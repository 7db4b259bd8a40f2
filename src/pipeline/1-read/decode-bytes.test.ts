import { expect, test } from 'vitest'
import { decodeBytes, findDoubleEncoding } from './decode-bytes.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

const rows: [string, Uint8Array, object][] = [
  ['UTF-8', utf8('Zoë “x”'), { text: 'Zoë “x”', encoding: 'utf-8' }],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), { text: 'a', encoding: 'utf-8-bom' }],
  ['UTF-16 little end first', bytes(0xff, 0xfe, 0x61, 0x00), { text: 'a', encoding: 'utf-16le' }],
  ['UTF-16 big end first', bytes(0xfe, 0xff, 0x00, 0x61), { text: 'a', encoding: 'utf-16be' }],
  ['windows-1252', bytes(0x93, 0x61, 0x94, 0xe9), { text: '“a”é', encoding: 'windows-1252' }],
  ['a NUL', utf8('a\0b'), { reason: 'Unexpected NUL characters, expected text' }],
  [
    'a picture',
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3),
    { reason: 'Unexpected 4 control characters, expected text' },
  ],
  ['a stray control character in much text', utf8(`${'word '.repeat(50)}\x07`), { encoding: 'utf-8' }],
  [
    'half a pair in UTF-16 is mended',
    bytes(0xff, 0xfe, ...[...'word '.repeat(30)].flatMap((one) => [one.charCodeAt(0), 0]), 0x00, 0xd8, 0x61, 0x00),
    { text: `${'word '.repeat(30)}\uFFFDa`, encoding: 'utf-16le', mended: 1 },
  ],
  [
    'a few damaged places in UTF-8 are mended',
    bytes(...utf8('Zoë '.repeat(40)), 0xff),
    { text: `${'Zoë '.repeat(40)}\uFFFD`, encoding: 'utf-8', mended: 1 },
  ],
  [
    'windows-1252 with one pair that is UTF-8 too',
    bytes(...utf8('Zo'), 0xc3, 0xab, 0x20, 0xe9, 0x20, 0xe8),
    { encoding: 'windows-1252', mended: 0 },
  ],
  [
    'mostly damaged UTF-16',
    bytes(0xff, 0xfe, 0x00, 0xd8, 0x00, 0xd8, 0x61, 0x00),
    { reason: 'Unexpected bytes, expected utf-16le' },
  ],
  ['one control character in a hundred', utf8(`${'x'.repeat(99)}\x0B`), { text: `${'x'.repeat(99)}\x0B` }],
  [
    'one control character in fewer',
    utf8(`${'x'.repeat(98)}\x7F`),
    { reason: 'Unexpected 1 control characters, expected text' },
  ],
  ['the control characters of text', utf8('\t\n\f\r'), { text: '\t\n\f\r', encoding: 'utf-8' }],
  ['a mark in the text', bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61), { text: '\uFEFFa', encoding: 'utf-8-bom' }],
  [
    'one damaged place in a hundred characters',
    bytes(0xef, 0xbb, 0xbf, ...utf8('x'.repeat(99)), 0xff),
    { text: `${'x'.repeat(99)}\uFFFD`, encoding: 'utf-8-bom', mended: 1 },
  ],
  [
    'one damaged place in fewer',
    bytes(0xef, 0xbb, 0xbf, ...utf8('x'.repeat(98)), 0xff),
    { reason: 'Unexpected bytes, expected utf-8' },
  ],
  [
    'ten good characters for a bad one',
    bytes(...utf8('ë'.repeat(10) + 'x'.repeat(89)), 0xff),
    { encoding: 'utf-8', mended: 1 },
  ],
  [
    'nine good characters for a bad one',
    bytes(...utf8('ë'.repeat(9) + 'x'.repeat(90)), 0xff),
    { encoding: 'windows-1252', mended: 0 },
  ],
  [
    'fifteen good characters for two bad ones',
    bytes(...utf8('ë'.repeat(15) + 'x'.repeat(200)), 0xff, 0x20, 0xff),
    { encoding: 'windows-1252', mended: 0 },
  ],
  [
    'ten good characters and a bad one in a short text',
    bytes(...utf8('ë'.repeat(10)), 0xff),
    { reason: 'Unexpected bytes, expected text' },
  ],
  ['a replacement character that was written so', utf8('a\uFFFD'), { text: 'a\uFFFD', encoding: 'utf-8', mended: 0 }],
  ['nothing', bytes(), { text: '', encoding: 'utf-8' }],
]

test.each(rows)('%s', (_, input, expected) => {
  expect(decodeBytes(input)).toMatchObject(expected)
})

/** "Łódź" in ISO 8859-2, which is no UTF-8. */
const LODZ = [0xa3, 0xf3, 0x64, 0xbc]
const before = (head: string, tail = '') => bytes(...utf8(head), ...LODZ, ...utf8(tail))

const declared: [string, Uint8Array, string, string][] = [
  ['HTML', before('<!doctype html><meta charset="iso-8859-2"><p>'), 'iso-8859-2', 'Łódź'],
  ['HTML without marks', before('<META CHARSET=ISO-8859-2><p>'), 'iso-8859-2', 'Łódź'],
  [
    'HTML as a header',
    before('<meta http-equiv="Content-Type" content="text/html; charset=latin2">'),
    'iso-8859-2',
    'Łódź',
  ],
  ['XML', before('<?xml version="1.0" encoding=\'iso-8859-2\'?><p>'), 'iso-8859-2', 'Łódź'],
  ['mail', before('Subject: x\nContent-Type: text/plain; charset=iso-8859-2\n\n'), 'iso-8859-2', 'Łódź'],
  ['front matter', before('---\nheadline: x\nencoding: "ISO_8859-2"\n---\n'), 'iso-8859-2', 'Łódź'],
  ['Cyrillic', bytes(...utf8('<meta charset=koi8-r>'), 0xf0, 0xcf, 0xd2, 0xd4), 'koi8-r', 'Порт'],
  ['two bytes a letter', bytes(...utf8('<meta charset=shift_jis>'), 0x8d, 0x60), 'shift_jis', '港'],
  ['UTF-8 that it is not', before('<meta charset=utf-8>'), 'windows-1252', '£ód¼'],
  ['UTF-16 that it cannot be', before('<meta charset=utf-16>'), 'windows-1252', '£ód¼'],
  ['nothing', before('charset=iso-8859-2 is what the council uses in '), 'windows-1252', '£ód¼'],
  [
    'nothing in its first thousand bytes',
    before(`${' '.repeat(1024)}<meta charset=iso-8859-2>`),
    'windows-1252',
    '£ód¼',
  ],
  ['ISO 8859-2 and is UTF-8', utf8('<meta charset=iso-8859-2>Łódź'), 'utf-8', 'Łódź'],
]

test.each(declared)('a file that declares %s', (_, input, encoding, end) => {
  const decoded = decodeBytes(input)
  expect(decoded).toMatchObject({ encoding, mended: 0 })
  expect(decoded).not.toHaveProperty('unknown')
  expect(decoded.text!.endsWith(end)).toBe(true)
})

test('a byte order mark takes precedence over a declared encoding, and the sidecar over the file', () => {
  expect(decodeBytes(bytes(0xef, 0xbb, 0xbf, ...utf8('<meta charset=iso-8859-2>ó')))).toMatchObject({
    encoding: 'utf-8-bom',
  })
  expect(decodeBytes(before('<meta charset=koi8-r>'), 'headline: x\nencoding: iso-8859-2\n')).toMatchObject({
    encoding: 'iso-8859-2',
  })
})

/** "Иван сказал" in windows-1251 and KOI8-R, "Η εταιρεία είπε" in ISO 8859-7, "José said: “It’s.”" as a Macintosh had it. */
const IVAN = bytes(0xc8, 0xe2, 0xe0, 0xed, 0x20, 0xf1, 0xea, 0xe0, 0xe7, 0xe0, 0xeb)
const IVAN_KOI = bytes(0xe9, 0xd7, 0xc1, 0xce, 0x20, 0xd3, 0xcb, 0xc1, 0xda, 0xc1, 0xcc)
const GREEK = bytes(0xc7, 0x20, 0xe5, 0xf4, 0xe1, 0xe9, 0xf1, 0xe5, 0xdf, 0xe1, 0x20, 0xe5, 0xdf, 0xf0, 0xe5)
const MAC = bytes(
  ...utf8('Jos'),
  0x8e,
  ...utf8(' said: '),
  0xd2,
  ...utf8('It'),
  0xd5,
  ...utf8('s not Ren'),
  0x8e,
  0xd5,
  ...utf8('s.'),
  0xd3,
)
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test.each<[string, Uint8Array, string, string]>([
  ['Russian', IVAN, 'windows-1251', 'Иван сказал'],
  ['Russian of Unix', IVAN_KOI, 'koi8-r', 'Иван сказал'],
  ['Greek', GREEK, 'iso-8859-7', 'Η εταιρεία είπε'],
  ['a Macintosh', MAC, 'macintosh', 'José said: “It’s not René’s.”'],
  [
    'French',
    latin1('Le maire a cédé à l’été déjà.'.replace(/’/g, '\x92')),
    'windows-1252',
    'Le maire a cédé à l’été déjà.',
  ],
  [
    'Polish of Unix',
    new Uint8Array(Buffer.from('5079b3206c65bf793b2073b1206920bf75bf6c612c206df37769b12c2067726fbfb12e', 'hex')),
    'iso-8859-2',
    'Pył leży; są i żużla, mówią, grożą.',
  ],
  [
    'Japanese',
    new Uint8Array(Buffer.from('8d6082cc91718cc982c58cc382a2926e907d82aa8ca982c282a982c182bd8142', 'hex')),
    'shift_jis',
    '港の倉庫で古い地図が見つかった。',
  ],
  [
    'Japanese of Unix',
    new Uint8Array(Buffer.from('b9c1a4cec1d2b8cba4c7b8c5a4a4c3cfbfdea4acb8aba4c4a4aba4c3a4bfa1a3', 'hex')),
    'euc-jp',
    '港の倉庫で古い地図が見つかった。',
  ],
  [
    'Korean',
    new Uint8Array(
      Buffer.from('c7d7b1b8c0c720c3a2b0edbfa1bcad20bfc0b7a1b5c820c1f6b5b5b0a120b9dfb0dfb5c7befab4d92e', 'hex'),
    ),
    'euc-kr',
    '항구의 창고에서 오래된 지도가 발견되었다.',
  ],
  [
    'Chinese',
    new Uint8Array(
      Buffer.from(
        'd5e2cac7d2bbb8f6d4dab8dbbfdab5c4c8cbb7a2cfd6b5c4b4f3b5d8cdbca3acd6d0b9fab5c4b2d6bfe2c0efd3d0a1a3',
        'hex',
      ),
    ),
    'gbk',
    '这是一个在港口的人发现的大地图，中国的仓库里有。',
  ],
  ['French in capitals', latin1('LE CAFÉ A ÉTÉ FERMÉ'), 'windows-1252', 'LE CAFÉ A ÉTÉ FERMÉ'],
  ['German', latin1('Größe und Übermaß'), 'windows-1252', 'Größe und Übermaß'],
  [
    'a Scottish name',
    latin1('Iain McÉwan ran 5µm for £3½ at 20°C'),
    'windows-1252',
    'Iain McÉwan ran 5µm for £3½ at 20°C',
  ],
  ['UTF-16 without a mark', new Uint8Array(Buffer.from('The board met.', 'utf16le')), 'utf-16le', 'The board met.'],
  ['UTF-16, big end first', new Uint8Array(Buffer.from('The board.', 'utf16le').swap16()), 'utf-16be', 'The board.'],
])('%s that declares no encoding is recognised by its words, and the guess is reported', (_, input, encoding, text) => {
  expect(decodeBytes(input)).toMatchObject({ encoding, text, isGuessed: true })
})

test('a declared encoding stays, and a likelier one is named', () => {
  const page = bytes(...utf8('<meta charset="iso-8859-1">'), ...IVAN)
  expect(decodeBytes(page)).toMatchObject({ encoding: 'windows-1252', likelier: 'windows-1251' })
  expect(decodeBytes(page)).not.toHaveProperty('isGuessed')
  expect(decodeBytes(latin1('<meta charset="iso-8859-1">cédé à l\x92été'))).not.toHaveProperty('likelier')
  expect(decodeBytes(utf8('Zoë'))).not.toHaveProperty('isGuessed')
})

test.each<[string, object | undefined]>([
  ['A cafÃ© in MÃ¼nster.', { found: 'cafÃ©', meant: 'café' }],
  ['It said: â€œItâ€™s over.', { found: 'â€œItâ€™s', meant: '“It’s' }],
  ['A café in Münster: “It’s over.”', undefined],
  ['« LE CAFÉ» AND “THE CAFÉ”', undefined],
  ['“O AMANHÔ and “NO AMANHÔ', undefined],
  ['LE CAFÃ‰ A Ã‰TÃ‰', { found: 'CAFÃ‰', meant: 'CAFÉ' }],
  ['Ivan Иванов and Ζωή, 東京', undefined],
  ['plain words', undefined],
])('UTF-8 that was read as windows-1252 in %j', (text, expected) => {
  expect(findDoubleEncoding(text)).toEqual(expected)
})

test('an unknown encoding is reported, and the file read as windows-1252', () => {
  expect(decodeBytes(before('<meta charset="x-harbour">'))).toMatchObject({
    encoding: 'windows-1252',
    unknown: 'x-harbour',
  })
  expect(decodeBytes(utf8('<meta charset="x-harbour">a'))).toEqual({
    text: '<meta charset="x-harbour">a',
    encoding: 'utf-8',
    mended: 0,
  })
})
