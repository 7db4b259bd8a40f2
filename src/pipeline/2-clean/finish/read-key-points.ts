import type { Passage, Segment } from '../../../model/passage.ts'
import type { SetAside, Source } from '../../../model/source.ts'

/** A dash, star or bullet with the space after it. */
const MARKER = /^[*•·▪‣–—-]+[ \t\u00A0]*/

/**
 * The summary points that a wire service sets above its text. They are no part of the text and stay left out, but
 * they are the agency's words: a day that they give otherwise than the text does must be found. They follow the body
 * as passages of a kind of their own.
 */
export function readKeyPoints({ text, setAside, passages }: Source): Passage[] {
  const last = Math.max(0, ...passages.map(({ ordinal }) => ordinal))
  const points = setAside.filter(({ kind }) => kind === 'bullet').flatMap((range) => readPoint(text, range))
  return points.map((point, index) => ({ ordinal: last + index + 1, kind: 'key-point', ...point }))
}

/** The words of one point, copied run by run so that line breaks become single spaces. */
function readPoint(seed: string, { start, end }: SetAside): Pick<Passage, 'text' | 'segments'>[] {
  const from = start + (MARKER.exec(seed.slice(start, end))?.[0].length ?? 0)
  const segments: Segment[] = []
  let text = ''
  for (const word of seed.slice(from, end).matchAll(/\S+/g)) {
    if (text !== '') text += ' '
    segments.push({ start: from + word.index, end: from + word.index + word[0].length, at: text.length })
    text += word[0]
  }
  return text === '' ? [] : [{ text, segments }]
}
