import type { OriginGroup, OriginLink } from '../../model/comparison.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import { orderSources } from '../../text/sources.ts'
import { decideOrigins } from './decided/decide-labels.ts'
import { openDecisions } from './decided/decisions.ts'
import { findSharedCredits, groupLinked } from './origins/find-shared-credits.ts'
import { findSharedWording } from './origins/find-shared-wording.ts'
import type { Stories } from './stories/group-stories.ts'

const NO_DECISIONS = openDecisions([], [])

/**
 * Groups sources that go back to one origin: they share running text, or tell one story and
 * credit the same agency. Their number is
 * the most that can speak independently; sources in two groups may still depend on one another unseen.
 *
 * @param sources cleaned sources
 * @param findings what stage 3 found in them, for quotations
 * @param stories the story of each source
 * @param decisions what a person decided between sources
 * @returns groups by their first source's date, a source without links in a group of its own
 */
export function relateOrigins(
  sources: readonly Source[],
  findings: readonly Findings[],
  stories: Stories,
  decisions = NO_DECISIONS,
): OriginGroup[] {
  const place = orderSources(sources)
  const inOrder = [...sources].sort((a, b) => place.get(a.file)! - place.get(b.file)!)
  const links = decideOrigins(
    [...findSharedWording(inOrder, findings, stories), ...findSharedCredits(inOrder, stories)],
    inOrder,
    decisions,
  )
  const roots = groupLinked(links)
  const linksOf = Map.groupBy(links, ({ files }) => roots.get(files[0])!)
  const grouped = Map.groupBy(inOrder, ({ file }) => roots.get(file) ?? file)
  return [...grouped].map(([root, held]) => composeGroup(held, linksOf.get(root) ?? []))
}

function composeGroup(held: readonly Source[], links: readonly OriginLink[]): OriginGroup {
  const names = held.flatMap(({ metadata }) => metadata.credits?.value ?? [])
  return { files: held.map(({ file }) => file), credited: [...new Set(names)].sort(compare), links: [...links] }
}
