import { type Candidate, RANK } from '../../names/candidate.ts'
import { judgeBeside } from './judge-beside.ts'
import type { KnownSpans } from './known-spans.ts'
import type { Line } from '../../names/line.ts'
import { endOfName, isNameWord, isTitle, startOfName } from './name-bounds.ts'
import { isName } from './trim-span.ts'

/**
 * Names that no other layer saw: capitals that the words beside them announce ("Okafor Vale, a Dutch insurer,") and
 * words that only a firm coins ("NorthPort").
 *
 * @param seen candidates of the line so far; a run whose last word is in one of them was seen
 */
export function findUnseen(line: Line, seen: KnownSpans): Candidate[] {
  if (line.letters !== 'sentence') return []
  const found: Candidate[] = []
  for (let at = 0; at < line.tokens.length; at += 1) {
    if (!isNameWord(line, at) || isTitle(line, at)) continue
    const to = endOfName(line, at)
    const hit = unseenAt(line, at, to, seen)
    if (hit) found.push(hit)
    at = to - 1
  }
  return found
}

function unseenAt(line: Line, start: number, to: number, seen: KnownSpans): Candidate | undefined {
  if (seen.endingAt(to).length > 0 || isTitle(line, to - 1) || /^[@#]$/.test(line.tokens[start - 1]?.text ?? ''))
    return undefined
  const from = Math.max(start, startOfName(line, to - 1))
  const base = { line, from, to, form: 'name', certainty: 'stated', rank: RANK.weak } as const
  const isOwedToStart = to === from + 1 && line.openings.has(from) && line.tokens[to]?.text !== ','
  const beside = isOwedToStart || !isName(line, from, to) ? undefined : judgeBeside({ line, from, to })
  if (beside?.subtype && to === from + 1) return undefined
  return beside?.kind === 'organisation' || beside?.kind === 'place'
    ? { ...base, ...beside, kind: beside.kind }
    : undefined
}
