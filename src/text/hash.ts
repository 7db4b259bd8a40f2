import { hash } from 'node:crypto'
import { statSync } from 'node:fs'

/** SHA-256 of bytes, or of a text's UTF-8 bytes, in hexadecimal. */
export function sha256Of(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

/** Identity of a file: inode, size and time. It changes when the file is written; undefined if there is no file. */
export function identifyFile(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat && `${stat.ino} ${stat.size} ${stat.mtimeMs}`
}
