import { type Line, readLine } from './candidate.ts'

/** A line and the tokens of the name that brackets mark in it, `from` inclusive, `to` exclusive. */
export function markName(marked: string): { readonly line: Line; readonly from: number; readonly to: number } {
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1]
  const text = marked.replace(/[[\]]/g, '')
  const segments = [{ start: 0, end: text.length, at: 0 }]
  const line = readLine({ ordinal: 1, kind: 'paragraph', text, segments }, 'en')
  const from = line.tokens.findIndex((token) => token.start === start)
  const to = line.tokens.findIndex((token) => token.end === end) + 1
  return { line, from, to }
}
