import type { Findings } from '../../model/findings.ts'
import type { Mention } from '../../model/mention.ts'
import type { Source } from '../../model/source.ts'

/** For a mention the one before it in its passage, with the words between, "…" for the mention itself and the character after it. */
export type Neighbours = ReadonlyMap<Mention, { readonly mention: Mention; readonly between: string }>

/** Characters between two mentions that may still belong together. */
const NEAR = 60

/** Finds the neighbours of all mentions of a source, which stand in the order of the text. */
export function findNeighbours({ passages }: Source, { mentions }: Findings): Neighbours {
  const text = new Map(passages.map((passage) => [passage.ordinal, passage.text]))
  const neighbours = new Map<Mention, { mention: Mention; between: string }>()
  let previous: Mention | undefined
  for (const mention of mentions) {
    const { passage, start, end } = mention.span
    const isNear = previous?.span.passage === passage && start >= previous.span.end && start - previous.span.end <= NEAR
    const words = text.get(passage)!
    if (previous && isNear) neighbours.set(mention, { mention: previous, between: `${words.slice(previous.span.end, start)}…${words.charAt(end)}` })
    if (!previous || previous.span.passage !== passage || end > previous.span.end) previous = mention
  }
  return neighbours
}
