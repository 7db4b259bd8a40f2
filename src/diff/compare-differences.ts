import type { Change } from './print-changes.ts'
import { compareValues, matchById } from './print-changes.ts'
import type { ReadContent } from './read-content.ts'

/** Differences between sources and shared origins: which are new, gone, or decided by a person. */
export function compareDifferences(old: ReadContent, now: ReadContent): Change[] {
  const { kept, added, removed } = matchById(listDifferences(old), listDifferences(now))
  const changeOf = ({ id, title }: Difference, what: string): Change => ({ area: 'difference', what, id, title })
  return [
    ...added.map((one) => changeOf(one, 'came')),
    ...removed.map((one) => changeOf(one, 'went')),
    ...kept.flatMap(({ old: was, now: is }) => {
      const values = compareValues(was.decision, is.decision)
      if (!values) return []
      return [{ ...changeOf(is, is.decision === undefined ? 'opened again' : 'settled'), ...values }]
    }),
    ...compareOrigins(old, now),
  ]
}

interface Difference {
  readonly id: string
  readonly title: string
  /** The decision of a person. */
  readonly decision?: string
}

function listDifferences({ figures, contradictions, events, quotations }: ReadContent): Map<string, Difference> {
  const found: Difference[] = [
    ...[...figures.values()]
      .filter(({ isCompatible }) => !isCompatible)
      .map(({ id, key, rows, adjudication }) => ({
        id,
        title: `${key}: ${rows.map(({ words }) => `“${words}”`).join(', ')}`,
        ...(adjudication && { decision: [adjudication.status, adjudication.note].join(': ') }),
      })),
    ...[...contradictions.values()].map(({ id, reason, answer }) => ({
      id,
      title: reason,
      ...(answer?.isCurrent && { decision: answer.reason }),
    })),
    ...[...events.values()].flatMap(({ id, summary, contradictedBy }) =>
      contradictedBy.map((link) => ({ id: `${id} ${link.id}`, title: `${summary} ${link.reason}` })),
    ),
    ...[...quotations.values()]
      .filter(({ occurrences }) => occurrences.some(({ differs }) => differs?.some(({ kind }) => kind === 'wording')))
      .map(({ id, occurrences }) => ({ id, title: occurrences.map(({ words }) => `“${words}”`).join(', ') })),
  ]
  return new Map(found.map((one) => [one.id, one]))
}

/** Pairs of sources in both builds that share an origin in only one of them. */
function compareOrigins(old: ReadContent, now: ReadContent): Change[] {
  const isKept = (id: string) => old.sources.has(id) && now.sources.has(id)
  const { added, removed } = matchById(listPairs(old, isKept), listPairs(now, isKept))
  const changeOf = ({ id, reason }: Pair, what: string): Change => ({
    area: 'origin',
    what,
    id,
    title: id
      .split(' ')
      .map((source) => now.sources.get(source)!.title)
      .join(' · '),
    ...(reason !== undefined && { reason }),
  })
  return [...added.map((pair) => changeOf(pair, 'joined')), ...removed.map((pair) => changeOf(pair, 'parted'))]
}

interface Pair {
  readonly id: string
  readonly reason?: string
}

function listPairs({ origins }: ReadContent, isKept: (id: string) => boolean): Map<string, Pair> {
  const pairs = origins.flatMap(({ sources, links }) => {
    const kept = sources.filter(isKept).toSorted()
    return kept.flatMap((one, index) =>
      kept.slice(index + 1).map((other): Pair => {
        const link = links.find((each) => each.sources.includes(one) && each.sources.includes(other))
        return { id: `${one} ${other}`, ...(link && { reason: link.reason }) }
      }),
    )
  })
  return new Map(pairs.map((pair) => [pair.id, pair]))
}
