/**
 * Gives, for a text, the function from an offset in UTF-16 code units to the same offset in Unicode code points.
 * An offset between two halves of a surrogate pair counts the pair as begun.
 *
 * Takes one pass over the text; each call then takes constant time.
 */
export function countCodePoints(text: string): (offset: number) => number {
  if (!/[\uD800-\uDFFF]/.test(text)) return (offset) => offset
  const counts = new Uint32Array(text.length + 1)
  let count = 0
  for (let unit = 0; unit < text.length; ) {
    const width = text.codePointAt(unit)! > 0xffff ? 2 : 1
    counts[unit] = count
    count += 1
    if (width === 2) counts[unit + 1] = count
    unit += width
  }
  counts[text.length] = count
  return (offset) => counts[offset]!
}
