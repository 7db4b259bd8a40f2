import { readHeaders } from '../mail/parse-mime.ts'

/** A record of a web archive with its block. */
export interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>
  readonly block: Buffer
}

/** Longest head of a record, and longest block that is kept; in bytes. */
const MAX_HEAD = 100_000
const MAX_BLOCK = 25_000_000

/**
 * Cuts a web archive (ISO 28500) into records as its bytes come in, so that an archive of any size is read in the
 * memory of its largest page. Blocks of records that are not wanted, or are too large, are passed over.
 */
export class WarcParser {
  /** Records that were passed over because of their size. */
  tooLarge = 0
  #pieces: Buffer[] = []
  #length = 0
  #skip = 0
  #head: ReadonlyMap<string, string> | undefined
  #need = 0
  readonly #isWanted: (headers: ReadonlyMap<string, string>) => boolean
  readonly #take: (record: WarcRecord) => void

  constructor(isWanted: (headers: ReadonlyMap<string, string>) => boolean, take: (record: WarcRecord) => void) {
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
    const isWanted = this.#isWanted(headers)
    if (isWanted && this.#need <= MAX_BLOCK) this.#head = headers
    else {
      if (isWanted) this.tooLarge += 1
      this.#skip = this.#need
    }
    return this.#length > 0 || this.#skip === 0
  }

  #readBlock(): boolean {
    if (this.#length < this.#need) return false
    const all = this.#all()
    const headers = this.#head!
    this.#head = undefined
    const block = all.subarray(0, this.#need)
    this.#keep(all.subarray(this.#need))
    this.#take({ headers, block })
    return this.#length > 0
  }

  #all(): Buffer {
    if (this.#pieces.length !== 1) this.#pieces = [Buffer.concat(this.#pieces)]
    return this.#pieces[0]!
  }

  #keep(rest: Buffer): void {
    this.#pieces = [rest]
    this.#length = rest.length
  }

  /** True when the archive ended within a record. */
  get isCutOff(): boolean {
    return this.#head !== undefined || this.#skip > 0
  }
}
