import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { readHeaders } from '../mail/parse-mime.ts'

/** A record of a web archive with its block. */
export interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>
  readonly block: Buffer
}

/** Longest head of a record, and longest block that is kept; in bytes. */
const MAX_HEAD = 100_000
const MAX_BLOCK = 25_000_000
/** Bytes of a block that are looked at before the rest is kept or passed over. */
const OPENING = 16_384

/** Whether the whole block of a record is kept, by its headers and by how the block begins. */
type IsWanted = (headers: ReadonlyMap<string, string>, opening: Buffer) => boolean

/**
 * Cuts a web archive (ISO 28500) into records as its bytes come in, so that an archive of any size is read in the
 * memory of its largest page. Blocks of records that are not wanted, or are too large, are passed over.
 */
export class WarcParser {
  /** Wanted records that were passed over because of their size. */
  tooLarge = 0
  #pieces: Buffer[] = []
  #length = 0
  #skip = 0
  #head: ReadonlyMap<string, string> | undefined
  #need = 0
  #isChosen = false
  readonly #isWanted: IsWanted
  readonly #take: (record: WarcRecord) => void

  constructor(isWanted: IsWanted, take: (record: WarcRecord) => void) {
    this.#isWanted = isWanted
    this.#take = take
  }

  /** @throws Error when the bytes are no web archive */
  push(bytes: Uint8Array): void {
    let piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const skipped = Math.min(this.#skip, piece.length)
    this.#skip -= skipped
    piece = piece.subarray(skipped)
    if (piece.length === 0) return
    // The unpacker uses its buffer again.
    this.#pieces.push(Buffer.from(piece))
    this.#length += piece.length
    while (this.#step());
  }

  #step(): boolean {
    if (this.#skip > 0) {
      const all = this.#all()
      const skipped = Math.min(this.#skip, all.length)
      this.#skip -= skipped
      this.#keep(all.subarray(skipped))
      return this.#skip === 0 && this.#length > 0
    }
    return this.#head ? this.#readBlock() : this.#readHead()
  }

  #readHead(): boolean {
    const all = this.#all()
    let start = 0
    while (start < all.length && (all[start] === 13 || all[start] === 10)) start += 1
    const end = all.indexOf('\r\n\r\n', start, 'latin1')
    if (end < 0) {
      if (all.length - start > MAX_HEAD) throw new Error('no head of a record was found')
      return false
    }
    const head = all.subarray(start, end).toString('latin1')
    if (!/^WARC\/\d/.test(head)) throw new Error('a record does not begin with WARC/')
    const headers = readHeaders(head.slice(head.indexOf('\n') + 1))
    this.#need = Number(headers.get('content-length') ?? 0)
    if (!Number.isSafeInteger(this.#need) || this.#need < 0) throw new Error('a record has no length')
    this.#keep(all.subarray(end + 4))
    this.#head = headers
    this.#isChosen = false
    return true
  }

  #readBlock(): boolean {
    if (this.#length < Math.min(this.#need, this.#isChosen ? this.#need : OPENING)) return false
    const all = this.#all()
    const headers = this.#head!
    if (!this.#isChosen) {
      this.#isChosen = this.#isWanted(headers, all.subarray(0, Math.min(this.#need, OPENING)))
      if (this.#isChosen && this.#need <= MAX_BLOCK) return true
      if (this.#isChosen) this.tooLarge += 1
      this.#head = undefined
      this.#skip = this.#need
      return this.#skip === 0 || this.#length > 0
    }
    this.#head = undefined
    this.#take({ headers, block: all.subarray(0, this.#need) })
    this.#keep(all.subarray(this.#need))
    return this.#length > 0
  }

  #all(): Buffer {
    if (this.#pieces.length !== 1) this.#pieces = [Buffer.concat(this.#pieces)]
    return this.#pieces[0]!
  }

  /** A copy: a few bytes behind a picture would hold the whole picture in memory. */
  #keep(rest: Buffer): void {
    this.#pieces = [Buffer.from(rest)]
    this.#length = rest.length
  }

  /** True when the archive ended within a record. */
  get isCutOff(): boolean {
    return this.#head !== undefined || this.#skip > 0
  }
}

/** A page that a server answered with. */
export interface HttpPage {
  readonly status: number
  /** Media type in lower case, without parameters. */
  readonly type: string
  readonly charset: string | undefined
  readonly body: Buffer
}

/** Bytes that one answer may unpack to. */
const MAX_BODY = 20_000_000

interface HttpHead extends Omit<HttpPage, 'body'> {
  readonly headers: ReadonlyMap<string, string>
  /** Where the body begins. */
  readonly end: number
}

/** Reads the head of an HTTP answer, of which the first bytes are enough. */
export function readResponseHead(block: Buffer): HttpHead {
  const end = block.indexOf('\r\n\r\n', 0, 'latin1')
  const head = block.subarray(0, end < 0 ? block.length : end).toString('latin1')
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1] ?? 0)
  const headers = readHeaders(head.slice(head.indexOf('\n') + 1))
  const contentType = headers.get('content-type') ?? ''
  const charset = /charset\s*=\s*"?([\w.:+-]{1,40})/i.exec(contentType)?.[1]
  return { status, type: mediaTypeOf(contentType), charset, headers, end: end < 0 ? block.length : end + 4 }
}

/** A media type without its parameters, in lower case. */
export const mediaTypeOf = (contentType: string) => contentType.split(';', 1)[0]!.trim().toLowerCase()

/** Reads an HTTP answer as it was sent: freed of chunks and unpacked; undefined when it cannot be. */
export function readResponse(block: Buffer): HttpPage | undefined {
  const { status, type, charset, headers, end } = readResponseHead(block)
  const raw = block.subarray(end)
  const whole = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? joinChunks(raw) : raw
  const body = unpackBody(whole, (headers.get('content-encoding') ?? '').trim().toLowerCase())
  return body && { status, type, charset, body }
}

/** Crawlers write some answers down without their chunks, though the head names them. */
function joinChunks(raw: Buffer): Buffer {
  const pieces: Buffer[] = []
  let at = 0
  while (at < raw.length) {
    const line = raw.indexOf('\r\n', at, 'latin1')
    const size = /^\s*([\da-f]{1,8})\s*(?:;[^\r\n]*)?$/i.exec(
      raw.subarray(at, line < 0 ? at : line).toString('latin1'),
    )?.[1]
    if (line < 0 || line - at > 200 || size === undefined) return pieces.length === 0 ? raw : Buffer.concat(pieces)
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    pieces.push(raw.subarray(line + 2, line + 2 + length))
    at = line + 2 + length + 2
  }
  return Buffer.concat(pieces)
}

function unpackBody(body: Buffer, encoding: string): Buffer | undefined {
  const options = { maxOutputLength: MAX_BODY }
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return body[0] === 0x1f ? gunzipSync(body, options) : body
    if (encoding === 'br') return brotliDecompressSync(body, options)
    if (encoding === 'deflate')
      return (body[0]! & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options)
    return body.length <= MAX_BODY ? body : undefined
  } catch {
    return undefined
  }
}
