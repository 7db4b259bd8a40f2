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
export function guessEncoding(bytes: Uint8Array): string {
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
