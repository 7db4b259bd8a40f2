import { createHash } from 'node:crypto'

/** A name of its own for everything that is named here, made once for this project. */
const NAMESPACE = Buffer.from('5ad7c0f91f2c4b7e9a3e6f1d8b20c4e7', 'hex')

/**
 * A UUID of version 5 (RFC 9562) for a name: an identifier that stays when the site moves and when addresses are worded
 * anew.
 */
export function nameUuid(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
