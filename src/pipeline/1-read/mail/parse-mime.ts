import { readLabel } from '../labels.ts'
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
function readType(value: string): { type: string; parameters: Map<string, string> } {
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

/** The head of a message that was forwarded within another, and where its text begins and ends. */
export interface Forwarded {
  readonly from?: string
  readonly date?: string
  readonly subject?: string
  /** Paragraphs before the forwarded text, and the head itself. */
  readonly start: number
}

const MARK = readLabel('forwarded', 'imu')
const HEADS: Readonly<Record<'from' | 'date' | 'subject' | 'other', RegExp>> = {
  from: readLabel('mail-from', 'iu'),
  date: readLabel('mail-date', 'iu'),
  subject: readLabel('mail-subject', 'iu'),
  other: readLabel('mail-to', 'iu'),
}

/** A message that was forwarded inline: the line that says so, the head below it, the text below that. */
export function findForwarded(lines: readonly string[]): (Forwarded & { readonly mark: number }) | undefined {
  const marked = lines.findLastIndex((line) => MARK.test(line))
  const mark = marked >= 0 ? marked : lines.findIndex((_, index) => isBareHead(lines, index))
  if (mark < 0) return undefined
  const found: { from?: string; date?: string; subject?: string } = {}
  let at = marked >= 0 || RULE.test(lines[mark]!) ? mark + 1 : mark
  while (at < lines.length && lines[at]!.trim() === '') at += 1
  for (; at < lines.length; at += 1) {
    const line = lines[at]!.replace(/^[>\s]+/, '').replaceAll('*', '')
    const name = (['from', 'date', 'subject'] as const).find((one) => HEADS[one].test(line))
    if (name) found[name] ??= HEADS[name].exec(line)![1]!.trim()
    else if (!HEADS.other.test(line) && !/^\s{2,}\S/.test(lines[at]!)) break
  }
  return Object.keys(found).length > 0 ? { ...found, mark, start: at } : undefined
}

const RULE = /^\s*_{8,}\s*$/

/** Outlook writes the head of a forwarded message below a rule, or without any line above it. */
function isBareHead(lines: readonly string[], index: number): boolean {
  const start = RULE.test(lines[index]!) ? index + 1 : index
  const head = lines.slice(start, start + 6).map((line) => line.replaceAll('*', '').trim())
  return (
    HEADS.from.test(head[0] ?? '') &&
    head.some((line) => HEADS.date.test(line)) &&
    head.some((line) => HEADS.subject.test(line))
  )
}

/** The line at which a signature begins: “-- ”. */
export function findSignature(lines: readonly string[], from: number): number {
  const at = lines.findIndex((line, index) => index > from && /^-- ?$/.test(line))
  return at < 0 ? lines.length : at
}
