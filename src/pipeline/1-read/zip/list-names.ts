/** Names of the parts that a ZIP file begins with, read from their local headers in its first bytes. */
export function listPartNames(opening: Buffer): string[] {
  const names: string[] = []
  for (
    let at = opening.indexOf('PK\x03\x04', 0, 'latin1');
    at >= 0 && at + 30 < opening.length;
    at = opening.indexOf('PK\x03\x04', at + 4, 'latin1')
  ) {
    const length = opening.readUInt16LE(at + 26)
    names.push(opening.subarray(at + 30, at + 30 + length).toString('utf8'))
  }
  return names
}

/** The media type that an ODT or EPUB states in its first part, which is not compressed. */
export function readMediaType(opening: Buffer): string | undefined {
  if (opening.subarray(0, 4).toString('latin1') !== 'PK\x03\x04' || opening.length < 60) return undefined
  const [nameLength, extra, size] = [opening.readUInt16LE(26), opening.readUInt16LE(28), opening.readUInt32LE(18)]
  if (opening.subarray(30, 30 + nameLength).toString() !== 'mimetype') return undefined
  const start = 30 + nameLength + extra
  return opening
    .subarray(start, start + Math.min(size || 60, 100))
    .toString('latin1')
    .replace(/PK[^]*$/, '')
    .trim()
}
