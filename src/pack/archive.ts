import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { PackedFile } from './pack-site.ts'

/** A day that a ZIP file can hold and every time zone agrees on; no clock is read. */
const MADE = new Date(1980, 1, 1)

/** What is compressed already. */
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
