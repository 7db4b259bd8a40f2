import type { Findings } from '../../model/findings.ts'
import type { Mention } from '../../model/mention.ts'
import type { Source } from '../../model/source.ts'

/** A mention before another, with the words between, "…" for the other itself and the character after it. */
interface Neighbour {
  readonly mention: Mention
  readonly between: string
}

/** For a mention those before it in its passage, nearest first. */
export type Neighbours = ReadonlyMap<Mention, readonly Neighbour[]>

/** Characters between two mentions that may still belong together, */
const NEAR = 90
/** and how many mentions back. */
const BACK = 3

/** Finds the neighbours of all mentions of a source, which stand in the order of the text. */
export function findNeighbours({ passages }: Source, { mentions }: Findings): Neighbours {
  const text = new Map(passages.map((passage) => [passage.ordinal, passage.text]))
  let previous: Mention[] = []
  return new Map(
    mentions.map((mention) => {
      const { passage, start, end } = mention.span
      previous = previous.filter(({ span }) => span.passage === passage)
      const near = previous.filter(({ span }) => start >= span.end && start - span.end <= NEAR)
      if (!previous.some(({ span }) => span.end >= end)) previous = [mention, ...previous].slice(0, BACK)
      const words = text.get(passage)!
      return [
        mention,
        near.map((one) => ({ mention: one, between: `${words.slice(one.span.end, start)}…${words.charAt(end)}` })),
      ] as const
    }),
  )
}
