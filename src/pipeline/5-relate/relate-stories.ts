import type { Findings } from '../../model/findings.ts'
import type { Source } from '../../model/source.ts'
import { orderSources } from '../../text/sources.ts'
import type { Sentences } from './arrange-sentences.ts'
import { groupStories, type Stories } from './stories/group-stories.ts'
import { readLead } from './stories/read-lead.ts'

/** Groups the sources that tell of one matter in the same days. */
export function relateStories(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
): Stories {
  const places = orderSources(sources)
  const found = new Map(findings.map((one) => [one.file, one]))
  const inOrder = [...sources].sort((a, b) => places.get(a.file)! - places.get(b.file)!)
  return groupStories(
    inOrder.map((source) => readLead(source, sentences, found.get(source.file) ?? { dates: [], amounts: [] })),
  )
}
