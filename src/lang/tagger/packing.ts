/** Appends ascending numbers as their differences, seven bits a byte, least first (LEB128). */
export function packAscending(numbers: Uint32Array): Uint8Array {
  const bytes: number[] = []
  let previous = 0
  for (const number of numbers) {
    let difference = number - previous
    for (; difference > 127; difference = Math.floor(difference / 128)) bytes.push((difference % 128) + 128)
    bytes.push(difference)
    previous = number
  }
  return Uint8Array.from(bytes)
}

/** Reads what `packAscending` wrote: the numbers, and how many bytes they took. */
export function unpackAscending(bytes: Uint8Array, count: number): { numbers: Uint32Array; size: number } {
  const numbers = new Uint32Array(count)
  let at = 0
  let previous = 0
  for (let i = 0; i < count; i += 1) {
    let unit = 1
    for (; bytes[at]! > 127; at += 1, unit *= 128) previous += (bytes[at]! - 128) * unit
    previous += bytes[at]! * unit
    at += 1
    numbers[i] = previous
  }
  return { numbers, size: at }
}

/** Puts the rows of a table one column after another: like stands by like, which compresses better. */
export function transpose(cells: Uint8Array, columns: number): Uint8Array {
  const rows = cells.length / columns
  return cells.map((_, i) => cells[(i % rows) * columns + Math.floor(i / rows)]!)
}

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
