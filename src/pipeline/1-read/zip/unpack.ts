import { Unzip, UnzipInflate } from 'fflate'
import { Refusal } from '../formats/format.ts'

/** Limits for unpacking one package. Declared sizes may be wrong: what counts is what comes out. */
export interface UnpackLimits {
  /** Bytes of all parts that are wanted, and of one of them. */
  readonly total: number
  readonly entries: number
}
const PACKAGE_LIMITS: UnpackLimits = { total: 30_000_000, entries: 5000 }

/** Bytes handed to the unpacker at a time. */
const PIECE = 16_384

/**
 * Unpacks the wanted parts of a ZIP file, piece by piece, and stops as soon as more comes out than may.
 *
 * @param isWanted whether a part is unpacked, by its name; names are keys here and never paths
 * @throws Refusal when a limit is met, or the file is no ZIP
 */
export function unpack(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits = PACKAGE_LIMITS,
): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let total = 0
  let count = 0
  const unzip = new Unzip((file) => {
    count += 1
    if (count > limits.entries) throw refuse(`more than ${limits.entries} parts`)
    if (!isWanted(file.name) || file.name.endsWith('/')) return
    const pieces: Uint8Array[] = []
    file.ondata = (error, piece, isLast) => {
      if ((error as unknown) instanceof Refusal) throw error
      if (error)
        throw new Refusal({
          rule: 'read/damaged',
          reason: `Unexpected damage in ${printable(file.name)}: ${error.message}`,
        })
      total += piece.length
      if (total > limits.total) throw refuse(`more than ${limits.total} bytes when it is unpacked`)
      pieces.push(piece)
      if (isLast && !parts.has(file.name)) parts.set(file.name, Buffer.concat(pieces))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += PIECE)
    unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  return parts
}

const printable = (name: string) => name.replaceAll(/[^\x20-\x7E]/g, '?').slice(0, 80)

function refuse(what: string): Refusal {
  return new Refusal({
    rule: 'read/unpacks-too-large',
    reason: `Unexpected package with ${what}: it may be made to fill the memory`,
    hint: 'Save it again without pictures, or put its text into a .txt file.',
  })
}

/** Names of the parts that a ZIP file begins with, read from their local headers in its first bytes. */
export function listPartNames(opening: Buffer): string[] {
  const names: string[] = []
  for (
    let at = opening.indexOf('PK\x03\x04', 0, 'latin1');
    at >= 0 && at + 30 < opening.length;
    at = opening.indexOf('PK\x03\x04', at + 4, 'latin1')
  ) {
    const length = opening.readUInt16LE(at + 26)
    names.push(opening.subarray(at + 30, at + 30 + length).toString('utf8'))
  }
  return names
}

/** The media type that an ODT or EPUB states in its first part, which is not compressed. */
export function readMediaType(opening: Buffer): string | undefined {
  if (opening.subarray(0, 4).toString('latin1') !== 'PK\x03\x04' || opening.length < 60) return undefined
  const [nameLength, extra, size] = [opening.readUInt16LE(26), opening.readUInt16LE(28), opening.readUInt32LE(18)]
  if (opening.subarray(30, 30 + nameLength).toString() !== 'mimetype') return undefined
  const start = 30 + nameLength + extra
  return opening
    .subarray(start, start + Math.min(size || 60, 100))
    .toString('latin1')
    .replace(/PK[^]*$/, '')
    .trim()
}
