import type { Match } from './match.ts'

/** Where the part `<which>` of a pattern points: "last" -1, "this" 0, "next" 1. */
export function readShift(match: Match): -1 | 0 | 1 {
  if (match.has('before')) return -1
  return match.has('after') ? 1 : 0
}

/** Whether the words say "last", "this" or "next" at all. */
export function hasShift(match: Match): boolean {
  return match.has('before') || match.has('during') || match.has('after')
}
