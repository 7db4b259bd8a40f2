import type { ExtractedBlock } from '../../model/extracted.ts'
import { cleanSeed } from './clean-seed.ts'

/**
 * Whether each of the lines of a page would be text if the page were plain text.
 *
 * @param lines without line ends
 */
export function judgeLines(lines: readonly string[]): boolean[] {
  let at = 0
  const blocks = lines.map((line): ExtractedBlock => {
    const start = at
    at += line.length + 2
    return { role: 'open', place: {}, start, end: start + line.length }
  })
  const seed = {
    file: '',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'html',
    text: lines.join('\n\n'),
    sidecar: {},
  }
  const { value } = cleanSeed({ ...seed, extraction: { by: '', blocks } }, { language: 'en', rights: 'full' })
  const starts = new Set<number>()
  let block = 0
  for (const { kind, segments } of value.passages.toSorted((a, b) => a.segments[0]!.start - b.segments[0]!.start)) {
    if (kind === 'headline') continue
    for (const { start } of segments) {
      while (block + 1 < blocks.length && blocks[block + 1]!.start <= start) block += 1
      starts.add(block)
    }
  }
  return lines.map((_, index) => starts.has(index))
}
