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
