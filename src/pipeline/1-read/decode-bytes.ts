import type { Seed } from '../../model/source.ts'

/** A decoded file, or the reason why it is not text. */
export type Decoded =
  | {
      readonly text: string
      readonly encoding: Seed['encoding']
      /** Number of damaged characters that became U+FFFD, such as unpaired surrogates in UTF-16. */
      readonly mended: number
      /** An encoding that the file declares and that is not in the Encoding Standard. */
      readonly unknown?: string
      /** True when the encoding was guessed. */
      readonly isGuessed?: true
      /** Another encoding under which the text reads better than under the declared one. */
      readonly likelier?: string
    }
  | { readonly text?: never; readonly reason: string }

/** Bytes at the begin of a file in which it may name its encoding, as in the HTML standard. */
const HEAD = 1024

const BOMS = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'utf-8-bom' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'utf-16be' },
] as const

/** Control characters that no text holds: all of C0 but tab, line feed, form feed and carriage return. */
const CONTROLS = /[\0-\x08\x0B\x0E-\x1F\x7F]/g

/** A file is damaged UTF-8, and not another encoding, when it has this many good characters beyond ASCII for each bad one. */
const GOOD_FOR_EACH_BAD = 10

/**
 * Decodes the bytes of a seed: byte order mark first, then strict UTF-8, then UTF-8 with a few damaged places, then the
 * encoding that is declared, then the likeliest one. A file with NUL characters that is not UTF-16, or with more than
 * one other control character in a hundred, is not text.
 *
 * @param sidecar text of the file beside it, whose word on the encoding counts before the file's own
 */
export function decodeBytes(bytes: Uint8Array, sidecar = ''): Decoded {
  const bom = BOMS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte))
  const decoded = bom
    ? decodeMending(bytes.subarray(bom.bytes.length), bom.label, bom.encoding)
    : decodeUnmarked(bytes, sidecar)
  if (decoded.mended * 100 > decoded.text.length)
    return { reason: `Unexpected bytes, expected ${bom?.label ?? 'text'}` }
  return refuseControls(decoded.text) ?? decoded
}

function decodeUnmarked(bytes: Uint8Array, sidecar: string) {
  const wide = guessUtf16(bytes)
  if (wide) return { ...decodeMending(bytes, wide, wide), isGuessed: true as const }
  const mended = decodeMending(bytes, 'utf-8', 'utf-8')
  const good = mended.text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0
  return good >= GOOD_FOR_EACH_BAD * mended.mended ? mended : decodeDeclared(bytes, sidecar)
}

/** For bytes that are not UTF-8: a declaration of UTF-8 is wrong, and one of UTF-16 cannot have been read from them. */
function decodeDeclared(bytes: Uint8Array, sidecar: string) {
  const label = findDeclared(sidecar) ?? findDeclared(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'))
  const name = label === undefined ? undefined : nameEncoding(label)
  const guess = guessEncoding(bytes)
  const isGuessed = name === undefined || name.startsWith('utf-')
  const encoding = isGuessed ? guess : name
  return {
    ...decodeMending(bytes, encoding, encoding),
    ...(isGuessed && { isGuessed }),
    ...(encoding === 'windows-1252' && guess !== encoding && { likelier: guess }),
    ...(label !== undefined && name === undefined && { unknown: label }),
  }
}

/** The name of an encoding by one of its labels, as the Encoding Standard of WHATWG has them. */
function nameEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** Decodes what a strict decoder rejects, with one U+FFFD for each damaged place. */
function decodeMending(bytes: Uint8Array, label: string, encoding: Seed['encoding']) {
  const decode = (fatal: boolean) => new TextDecoder(label, { fatal, ignoreBOM: true }).decode(bytes)
  try {
    return { text: decode(true), encoding, mended: 0 }
  } catch {
    const text = decode(false)
    return { text, encoding, mended: text.match(/\uFFFD/g)!.length }
  }
}

function refuseControls(text: string): Decoded | undefined {
  if (text.includes('\0')) return { reason: 'Unexpected NUL characters, expected text' }
  const count = text.match(CONTROLS)?.length ?? 0
  return count * 100 > text.length ? { reason: `Unexpected ${count} control characters, expected text` } : undefined
}

/** Ways to say the encoding: XML, HTML and mail, and the front matter or sidecar of an article. */
const DECLARATIONS = [
  /^\s{0,9}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:+-]{1,40})/,
  /<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:+-]{1,40})/i,
  /^content-type:[^\n]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:+-]{1,40})/im,
  /^encoding:[ \t]{0,9}["']?([\w.:+-]{1,40})/im,
]

/**
 * The encoding that the begin of a file names for itself, as a label such as `latin2`; undefined when it names none.
 *
 * @param head its bytes as characters
 */
export function findDeclared(head: string): string | undefined {
  for (const pattern of DECLARATIONS) {
    const label = pattern.exec(head)?.[1]
    if (label !== undefined) return label.toLowerCase()
  }
  return undefined
}

/** Encodings of one byte a letter that texts still come in, the likeliest first. */
const CANDIDATES = ['windows-1252', 'windows-1251', 'iso-8859-7', 'koi8-r', 'windows-1250', 'iso-8859-2', 'macintosh']

/** Fewer signs of a misreading than this are an odd spelling, not another encoding. */
const FEWEST_SIGNS = 2

/** Bytes that are looked at; more of the same text says nothing new. */
const SAMPLE = 200_000

/**
 * The encoding of bytes that are no UTF-8 and declare nothing: the first candidate under which the fewest words look as
 * no language writes them. Windows-1252 stays unless it reads badly and another one at most half as badly.
 */
function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE)
  const dense = MULTIBYTE.find(({ name, isText }) => isText(decodeCut(sample, name)))
  if (dense) return dense.name
  const [usual, ...others] = CANDIDATES.map((name) => ({
    name,
    signs: countSigns(new TextDecoder(name).decode(sample)),
  }))
  const best = others.reduce((one, other) => (other.signs < one.signs ? other : one))
  return usual!.signs >= FEWEST_SIGNS && best.signs * 2 <= usual!.signs ? best.name : usual!.name
}

/** Least share of the characters beyond ASCII that prove an encoding of two bytes a character. */
const DENSE = 0.6
const shareOf = (text: string, sign: RegExp) =>
  (text.match(sign)?.length ?? 0) / Math.max(8, text.match(/[^\0-\x7F]/g)?.length ?? 0)

/** Encodings of two bytes a character: Japanese shows in its kana, Korean in its syllables, Chinese in its commonest signs. */
const MULTIBYTE: readonly { name: string; isText: (text: string) => boolean }[] = [
  ...['shift_jis', 'euc-jp'].map((name) => ({
    name,
    isText: (text: string) =>
      shareOf(text, /[\u3040-\u30FF]/g) > 0.2 && shareOf(text, /[\u3000-\u30FF\p{Script=Han}\uFF01-\uFF5E]/gu) > 0.9,
  })),
  { name: 'euc-kr', isText: (text) => shareOf(text, /\p{Script=Hangul}/gu) > DENSE },
  ...['gbk', 'big5'].map((name) => ({
    name,
    isText: (text: string) =>
      shareOf(text, /\p{Script=Han}/gu) > DENSE && shareOf(text, /[的一是不了在有人中大年国國为為这這上个個]/g) > 0.06,
  })),
]

/** Strictly, so that other bytes give nothing; a character that the end of the sample cuts is left out. */
function decodeCut(sample: Uint8Array, name: string): string {
  try {
    return new TextDecoder(name, { fatal: true }).decode(sample, { stream: sample.length === SAMPLE })
  } catch {
    return ''
  }
}

/** Signs that a text was decoded with the wrong table. */
const SIGNS = [
  /\p{Ll}(?![A-Z])\p{Lu}/gu,
  /[À-ÖØ-öø-ɏ]{3}/g,
  /\p{Script=Latin}(?=[\p{Script=Cyrillic}\p{Script=Greek}])|[\p{Script=Cyrillic}\p{Script=Greek}](?=\p{Script=Latin})/gu,
  /\p{L}(?![\0-\x7F])[\p{S}\p{No}¡¿§¶†‡‰](?=\p{L})/gu,
  /(?<=\p{Ll})[±¶¦ˇ]/gu,
  /[ΐΰ]|(?<!\p{L})[ЪЫЬ]/gu,
  /[\x80-\x9F\uFFFD]/g,
]

const countSigns = (text: string): number => SIGNS.reduce((sum, sign) => sum + (text.match(sign)?.length ?? 0), 0)

/**
 * UTF-16 without a byte order mark: text of mostly ASCII, whose every second byte is zero.
 *
 * @returns `utf-16le`, `utf-16be`, or undefined when the bytes are not such a text
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE & ~1)
  const zeros = [0, 0]
  for (let index = 0; index < sample.length; index += 1) if (sample[index] === 0) zeros[index % 2]!++
  const [even, odd] = zeros as [number, number]
  if (bytes.length === 0 || bytes.length % 2 === 1 || Math.max(even, odd) * 4 < sample.length) return undefined
  return even === 0 ? 'utf-16le' : odd === 0 ? 'utf-16be' : undefined
}

/** The characters of windows-1252 from 0x80 to 0x9F; unassigned bytes map to themselves. */
const C1 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index))

/**
 * What two to four bytes of UTF-8 become when each is read as a character of windows-1252; not the last letter of a
 * word in capitals before its closing quotation mark ("CAFÉ”").
 */
const TWICE = new RegExp(`(?!(?<=\\p{Lu}).[»”’])[\\u00C2-\\u00F4][\\u00A0-\\u00BF${C1}]{1,3}`, 'gu')

/**
 * Finds UTF-8 that was decoded as windows-1252 and saved as UTF-8 again: “CafÃ©”.
 *
 * @returns the first such word with its repair; undefined if fewer than two pairs of letters, or less than half of
 * the non-ASCII
 * characters, look so
 */
export function findDoubleEncoding(text: string): { found: string; meant: string } | undefined {
  const foreign = text.match(/[^\0-\x7F]/g)?.length ?? 0
  const pairs = [...text.matchAll(TWICE)].filter(([pair]) => restore(pair) !== pair)
  const covered = pairs.reduce((sum, [pair]) => sum + pair.length, 0)
  if (pairs.length < 2 || covered * 2 < foreign) return undefined
  const { index } = pairs[0]!
  const start = /[^\s]*$/.exec(text.slice(Math.max(0, index - 40), index))![0].length
  const found = /^[^\s]{1,60}/.exec(text.slice(index - start))![0]
  return { found, meant: found.replaceAll(TWICE, restore) }
}

/** The characters whose bytes were read one by one; the same text where they are no UTF-8. */
function restore(pair: string): string {
  const bytes = Uint8Array.from(pair, (one) => (C1.includes(one) ? 0x80 + C1.indexOf(one) : one.charCodeAt(0)))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return pair
  }
}
