import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { Unzip, UnzipInflate } from 'fflate'
import { compare } from '../text/compare.ts'

/** Result of verifying a pack. Paths are those within the pack. */
export interface PackReport {
  readonly files: number
  /** SHA-256 of the whole ZIP file. The manifests are in the pack, so only this hash, kept elsewhere, detects a pack that was made anew. */
  readonly sha256: string
  /** Files whose bytes do not match their hash in the manifest. */
  readonly changed: readonly string[]
  readonly missing: readonly string[]
  /** Files that no manifest names. */
  readonly unexpected: readonly string[]
}

/** How a pack differs from an earlier one. */
export interface PackDifferences {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

const MANIFESTS = ['manifest-sha256.txt', 'tagmanifest-sha256.txt']
const PIECE = 1 << 16

/**
 * Reads a pack and compares every file with the hash in its manifests.
 *
 * @throws Error when the file is no pack
 */
export function verifyPack(file: string): PackReport {
  const { hashes, manifests, sha256 } = readPack(file)
  const vouched = new Map(MANIFESTS.flatMap((name) => [...readManifest(manifests.get(name) ?? '')]))
  if (vouched.size === 0) throw new Error(`${file} is no pack: it holds no manifest-sha256.txt`)
  const paths = [...hashes.keys()].filter((path) => path !== MANIFESTS[1])
  return {
    files: hashes.size,
    sha256,
    changed: paths.filter((path) => vouched.has(path) && vouched.get(path) !== hashes.get(path)),
    missing: [...vouched.keys()].filter((path) => !hashes.has(path)),
    unexpected: paths.filter((path) => !vouched.has(path)),
  }
}

/** Lists the files of the payload that were added, removed or changed between two packs. */
export function comparePacks(earlier: string, later: string): PackDifferences {
  const [before, after] = [earlier, later].map(
    (file) => new Map([...readPack(file).hashes].filter(([path]) => path.startsWith('data/'))),
  )
  const among = (one: Map<string, string>, isWanted: (path: string) => boolean) =>
    [...one.keys()].filter(isWanted).sort(compare)
  return {
    added: among(after!, (path) => !before!.has(path)),
    removed: among(before!, (path) => !after!.has(path)),
    changed: among(after!, (path) => before!.has(path) && before!.get(path) !== after!.get(path)),
  }
}

/** The hash of every file in a pack by its path, the text of its manifests, and the hash of the pack. */
function readPack(file: string): { hashes: Map<string, string>; manifests: Map<string, string>; sha256: string } {
  const whole = createHash('sha256')
  const hashes = new Map<string, string>()
  const manifests = new Map<string, string>()
  const unzip = new Unzip((member) => {
    const hash = createHash('sha256')
    const kept: Uint8Array[] = []
    member.ondata = (error, piece, isLast) => {
      if (error) throw new Error(`${file}: ${member.name} is damaged: ${error.message}`)
      hash.update(piece)
      if (MANIFESTS.includes(member.name)) kept.push(piece)
      if (!isLast) return
      hashes.set(member.name, hash.digest('hex'))
      if (kept.length > 0) manifests.set(member.name, Buffer.concat(kept).toString())
    }
    member.start()
  })
  unzip.register(UnzipInflate)
  eachPiece(file, (piece, isLast) => {
    whole.update(piece)
    unzip.push(piece, isLast)
  })
  return { hashes, manifests, sha256: whole.digest('hex') }
}

function eachPiece(file: string, take: (piece: Uint8Array, isLast: boolean) => void): void {
  const source = openSync(file, 'r')
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE)
      const length = readSync(source, piece, 0, PIECE, null)
      take(new Uint8Array(piece.subarray(0, length)), length < PIECE)
      if (length < PIECE) return
    }
  } finally {
    closeSync(source)
  }
}

const readManifest = (text: string) =>
  new Map(Array.from(text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm), ([, hash, path]) => [path!, hash!]))
