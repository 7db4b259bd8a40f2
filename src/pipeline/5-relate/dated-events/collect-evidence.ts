import { intersect, isWeakAct, nameAct } from '../read-acts.ts'
import type { DatedStatement } from './collect-statements.ts'

/** What two dated statements have in common. */
export interface Evidence {
  /** Kinds of acts that are more than speaking. */
  readonly acts: readonly string[]
  readonly actors: readonly string[]
  /** Actors and places. */
  readonly names: readonly string[]
  readonly stems: readonly string[]
}

/** Collects what two statements share. */
export function collectEvidence(a: DatedStatement, b: DatedStatement): Evidence {
  const actors = intersect(a.actors, b.actors)
  return {
    acts: intersect(a.acts, b.acts).filter((act) => !isWeakAct(act)),
    actors,
    names: [...new Set([...actors, ...intersect(a.places, b.places)])],
    stems: intersect(a.stems, b.stems),
  }
}

/** A key of a name with its capitals, short words left as they are: "ministry of ports" as "Ministry of Ports". */
function capitalise(key: string): string {
  return key.replace(/^\p{Ll}|(?<= )\p{Ll}(?=[^ ]{3})/gu, (letter) => letter.toUpperCase())
}

/** Words shown of those that two statements share. */
const SHOWN = 4

/** Says what is shared: "a meeting, Northport and “bridge”". */
export function sayEvidence({ acts, names, stems }: Evidence): string {
  const parts = [
    ...acts.map(nameAct),
    ...names.map((key) => capitalise(key.slice(key.indexOf(':') + 1))),
    ...stems.slice(0, SHOWN).map((stem) => `“${stem}”`),
  ]
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
