/** A part of a MIME message, its body decoded to bytes. */
export interface MimePart {
  readonly headers: ReadonlyMap<string, string>
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
  readonly body: Buffer
}

const MAX_PARTS = 2000
const MAX_DEPTH = 12

/** Headers of a message with the folded lines joined, by their names in lower case; the first of each counts. */
export function readHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toLowerCase()
    if (at > 0 && !headers.has(name)) headers.set(name, line.slice(at + 1).trim())
  }
  return headers
}

/** All parts of a message that hold no other parts, in order; nested multiparts are opened. */
export function listParts(message: Buffer): MimePart[] {
  const parts: MimePart[] = []
  const open: { bytes: Buffer; depth: number }[] = [{ bytes: message, depth: 0 }]
  while (open.length > 0 && parts.length < MAX_PARTS) {
    const { bytes, depth } = open.shift()!
    const { head, body } = divide(bytes)
    const headers = readHeaders(head)
    const { type, parameters } = readType(headers.get('content-type') ?? 'text/plain')
    const boundary = parameters.get('boundary')
    if (type.startsWith('multipart/') && boundary && depth < MAX_DEPTH)
      open.unshift(...splitAt(body, boundary).map((one) => ({ bytes: one, depth: depth + 1 })))
    else
      parts.push({ headers, type, parameters, body: decodeBody(body, headers.get('content-transfer-encoding') ?? '') })
  }
  return parts
}

function divide(bytes: Buffer): { head: string; body: Buffer } {
  const text = bytes.subarray(0, 200_000).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  if (/^\r?\n/.test(text)) return { head: '', body: bytes.subarray(text.indexOf('\n') + 1) }
  return end
    ? { head: text.slice(0, end.index), body: bytes.subarray(end.index + end[0].length) }
    : { head: text, body: Buffer.alloc(0) }
}

/** `text/html; charset="utf-8"` */
export function readType(value: string): { type: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>()
  for (const [, name, quoted, bare] of value.matchAll(/;\s*([\w*-]{1,40})\s*=\s*(?:"([^"]{0,400})"|([^\s;"]{1,400}))/g))
    if (!parameters.has(name!.toLowerCase())) parameters.set(name!.toLowerCase(), quoted ?? bare ?? '')
  return { type: value.split(';', 1)[0]!.trim().toLowerCase(), parameters }
}

function splitAt(body: Buffer, boundary: string): Buffer[] {
  const parts: Buffer[] = []
  const mark = Buffer.from(`--${boundary}`)
  let from = -1
  for (let at = body.indexOf(mark); at >= 0 && parts.length < MAX_PARTS; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 10) continue
    if (from >= 0) parts.push(body.subarray(from, at))
    const line = body.indexOf(10, at + mark.length)
    if (body.subarray(at + mark.length, at + mark.length + 2).toString() === '--' || line < 0) return parts
    from = line + 1
  }
  if (from >= 0) parts.push(body.subarray(from))
  return parts
}

function decodeBody(body: Buffer, encoding: string): Buffer {
  const name = encoding.trim().toLowerCase()
  if (name === 'base64') return Buffer.from(body.toString('latin1').replaceAll(/[^A-Za-z0-9+/=]/g, ''), 'base64')
  if (name !== 'quoted-printable') return body
  const text = body
    .toString('latin1')
    .replaceAll(/[ \t]+(?=\r?\n)/g, '')
    .replaceAll(/=\r?\n/g, '')
  return Buffer.from(
    text.replaceAll(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
