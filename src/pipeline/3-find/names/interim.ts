import type { Line } from './line.ts'
import { endOfName, isNameWord, isTitle } from './name-bounds.ts'

export interface TaggedName { start: number; end: number; type: 'PER' | 'ORG' | 'LOC' | 'MISC'; score?: number }

export function tagInterim(lines: readonly Line[]): TaggedName[][] {
  return lines.map((line) => {
    if (line.letters !== 'sentence') return []
    const out: TaggedName[] = []
    for (let at = 0; at < line.tokens.length; at += 1) {
      if (!isNameWord(line, at) || isTitle(line, at)) continue
      const to = endOfName(line, at)
      if (line.openings.has(at) && to === at + 1) continue
      const words = line.tokens.slice(at, to)
      const type = /[A-Z]{2}/.test(words[0]!.text) ? 'ORG' : /^(in|at|near|from|of|to)$/.test(line.tokens[at - 1]?.text ?? '') ? 'LOC' : words.length > 1 ? 'PER' : 'MISC'
      out.push({ start: words[0]!.start, end: words.at(-1)!.end, type })
      at = to - 1
    }
    return out
  })
}
