/**
 * Hashes a text to 32 bits (FNV-1a over UTF-16 code units, then mixed so that every bit depends on all of it).
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash, text.length)
}

/** Joins two 32-bit values to one; the order counts. */
export function mix(a: number, b: number): number {
  let hash = (Math.imul(a ^ (a >>> 16), 0x7feb352d) + Math.imul(b, 0x9e3779b1)) | 0
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 13)) | 0
}
