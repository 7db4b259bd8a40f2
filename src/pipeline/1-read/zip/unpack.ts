import { Unzip, UnzipInflate } from 'fflate'
import { Refusal } from '../formats/format.ts'

/** What may come out of one package. Declared sizes lie: what counts is what comes out. */
export interface UnpackLimits {
  /** Bytes of all parts that are wanted, and of one of them. */
  readonly total: number
  readonly entries: number
}
export const PACKAGE_LIMITS: UnpackLimits = { total: 30_000_000, entries: 5000 }

/** Bytes handed to the unpacker at a time. */
const PIECE = 16_384

/**
 * Unpacks the wanted parts of a ZIP file, piece by piece, and stops as soon as more comes out than may.
 *
 * @param isWanted tells by its name whether a part is unpacked; names are keys here and never paths
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
