import type { DatedEvent } from '../../../model/dated-event.ts'

/** Keys of the entities that all dated events name, or point back to with "they" or "the two". */
export function shareNames([first, ...others]: readonly DatedEvent[]): string[] {
  const names = ({ entities, participants = [] }: DatedEvent) => new Set([...entities, ...participants])
  return first ? [...names(first)].filter((name) => others.every((other) => names(other).has(name))) : []
}
