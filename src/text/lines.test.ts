import { expect, test } from 'vitest'
import { indexLines, positionAt } from './lines.ts'

test.each(['', 'one', 'one\ntwo\r\nthree\rfour', '\n\n', 'a\r\n\r\n😀b\n'])('lines of %j', (text) => {
  const lineAt = indexLines(text)
  for (let offset = 0; offset <= text.length; offset += 1) {
    const isInEnd = text[offset - 1] === '\r' && text[offset] === '\n'
    if (!isInEnd) expect(lineAt(offset), `offset ${offset}`).toBe(positionAt(text, offset).line)
  }
})

test('a column counts characters', () => expect(positionAt('a\n😀b', 4)).toEqual({ line: 2, column: 2 }))
