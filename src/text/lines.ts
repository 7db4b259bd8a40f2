/** Line and column counted from 1; the column in Unicode code points. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The position of an offset (UTF-16 code units) in a text whose lines end in LF, CR LF or CR. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 }
}

/** Tells the lines of many offsets of one text, counted from 1, for the cost of reading it once. */
export function indexLines(text: string): (offset: number) => number {
  const ends = Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)
  return (offset) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
