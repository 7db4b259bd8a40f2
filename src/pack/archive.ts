import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { PackedFile } from './pack-site.ts'

/** A day that a ZIP file can hold and every time zone agrees on; no clock is read. */
const MADE = new Date(1980, 1, 1)

/** File types that are compressed already. */
const COMPRESSED = /\.(?:woff2|png|jpe?g|webp|zip|docx|epub|pdf|gz)$/

/** A ZIP file that is being written. */
export interface Archive {
  add(file: PackedFile): void
  /** Ends the file and gives its SHA-256. */
  close(): string
}

/** A ZIP file that is written one member at a time, so that no more than one is held in memory. */
export function openArchive(path: string): Archive {
  const target = openSync(path, 'w')
  const whole = createHash('sha256')
  const zip = new Zip((error, piece) => {
    if (error) throw error
    whole.update(piece)
    writeSync(target, piece)
  })
  return {
    add({ path: name, bytes }) {
      const member = COMPRESSED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 9 })
      member.mtime = MADE
      zip.add(member)
      member.push(bytes, true)
    },
    close() {
      zip.end()
      closeSync(target)
      return whole.digest('hex')
    },
  }
}

/** Fields of a source that a pack needs: `data/sources.json`. */
export interface PackedSource {
  readonly file: string
  readonly rights: 'full' | 'excerpt' | 'citation'
  readonly metadata: { readonly headline?: { readonly value: string } }
}

/** `open.html`, which leads a reader into the site. */
export const OPEN_PAGE =
  '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Open the dossier</title><meta http-equiv="refresh" content="0; url=data/site/index.html"><p><a href="data/site/index.html">Open the dossier</a>\n'

/** `README.txt`: how to open a pack, and how to check it. */
export const README = `Open "open.html" in a browser. Nothing needs to be installed, and nothing is fetched from anywhere.

data/site        the dossier, search included
data/originals   the articles as they were collected, where their rights allow it
data/LICENCES.txt  the rights of each article, and of what the site is made with

To see whether a file was changed since the pack was made:
  sha256sum -c manifest-sha256.txt        (Linux)
  shasum -a 256 -c manifest-sha256.txt    (macOS)
or, before it is unpacked, with Dossier itself:
  dossier verify FILE.zip

The pack is a bag (BagIt 1.0, RFC 8493); archives can validate it with their own programs.
`

const RIGHTS = {
  full: 'shown in full; the original is in this pack',
  excerpt: 'shown in excerpts; the original is not in this pack',
  citation: 'cited only; the original is not in this pack',
}

/** `LICENCES.txt`: the rights of each article, and the licences of the software in the site. */
export function describeRights(sources: readonly PackedSource[]): string {
  const lines = sources.map(
    ({ file, rights, metadata: { headline } }) => `${file}${headline ? ` (${headline.value})` : ''}: ${RIGHTS[rights]}`,
  )
  return `The articles belong to their publishers.

${lines.join('\n')}

Source Serif and Source Sans: Copyright 2014-2023 Adobe, SIL Open Font License 1.1.
Coasts and borders: Natural Earth, public domain.
`
}

/*
 * TimeStampReq of RFC 3161 in DER: version 1, SHA-256 as the algorithm, the hash, and the wish for the signer's
 * certificate. Without a nonce, so that the same pack gives the same bytes.
 */
const BEFORE_HASH = Buffer.from('30390201013031300d060960864801650304020105000420', 'hex')
const AFTER_HASH = Buffer.from('0101ff', 'hex')

/**
 * A request that a time-stamping authority answers with a signed statement that the hash existed on that day. It is
 * written for somebody to send, as with `curl -H "Content-Type: application/timestamp-query" --data-binary @FILE.tsq`.
 *
 * @param sha256 64 hexadecimal digits
 */
export function writeTimestampRequest(sha256: string): Buffer {
  return Buffer.concat([BEFORE_HASH, Buffer.from(sha256, 'hex'), AFTER_HASH])
}
