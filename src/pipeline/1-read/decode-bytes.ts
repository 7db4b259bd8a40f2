import type { Seed } from '../../model/source.ts'
import { guessEncoding, guessUtf16 } from './guess-encoding.ts'

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
