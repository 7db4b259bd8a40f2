import { closeSync, openSync, readSync } from 'node:fs'
import { Gunzip } from 'fflate'

/*
 * Reads files that may be longer than a string can be (some 500 million characters), without holding them whole.
 */

/** Bytes that are read at a time. */
const CHUNK = 1 << 20

/** The lines of a file, which may be packed as gzip. */
export function* readFileLines(path: string): Generator<string> {
  const descriptor = openSync(path, 'r')
  try {
    const chunks = readChunks(descriptor)
    yield* splitLines(isGzip(descriptor) ? unpackChunks(chunks) : chunks)
  } finally {
    closeSync(descriptor)
  }
}

function isGzip(descriptor: number): boolean {
  const bytes = Buffer.alloc(2)
  readSync(descriptor, bytes, 0, 2, 0)
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** The bytes of an open file, from where it stands. */
export function* readChunks(descriptor: number): Generator<Buffer> {
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK)
    const length = readSync(descriptor, chunk, 0, CHUNK, null)
    if (length === 0) return
    yield chunk.subarray(0, length)
  }
}

/** The bytes that were packed as gzip; of one member or several. */
export function* unpackChunks(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let ready: Uint8Array[] = []
  const gunzip = new Gunzip((bytes) => ready.push(bytes))
  for (const chunk of chunks) {
    gunzip.push(chunk)
    yield* ready
    ready = []
  }
  gunzip.push(new Uint8Array(0), true)
  yield* ready
}

/** More bytes than any line has that a build writes. */
const LONGEST = 1 << 26
const LINE_FEED = 0x0a

/**
 * The lines of a UTF-8 text, without the line feeds that end them.
 *
 * @param longest a line of more bytes is cut, so that a file without lines is not held whole either
 */
export function* splitLines(chunks: Iterable<Uint8Array>, longest: number = LONGEST): Generator<string> {
  let [rest, length]: [Uint8Array[], number] = [[], 0]
  const take = (bytes: Uint8Array): string => {
    const line = rest.length === 0 ? bytes : Buffer.concat([...rest, bytes])
    rest = []
    length = 0
    return Buffer.from(line.buffer, line.byteOffset, line.length).toString()
  }
  for (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield take(chunk.subarray(start, end))
      start = end + 1
    }
    length += chunk.length - start
    if (length > longest) yield take(chunk.subarray(start))
    else rest.push(chunk.subarray(start))
  }
  if (length > 0) yield take(new Uint8Array(0))
}
