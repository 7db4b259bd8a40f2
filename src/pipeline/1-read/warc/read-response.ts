import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { readHeaders } from '../mail/parse-mime.ts'

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
