import type { Happening } from '../../../model/happening.ts'

/** Keys of the entities that all happenings name, or point back to with "they" or "the two". */
export function shareNames([first, ...others]: readonly Happening[]): string[] {
  const names = ({ entities, participants = [] }: Happening) => new Set([...entities, ...participants])
  return first ? [...names(first)].filter((name) => others.every((other) => names(other).has(name))) : []
}
