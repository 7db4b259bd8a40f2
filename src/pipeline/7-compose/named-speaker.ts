import type { ResolvedMention } from '../../model/entity.ts'
import type { Speaker } from '../../model/quotation.ts'
import type { Composition } from './composition.ts'

/** The first mention in a speaker's words; none for one who is only described, whatever names the description holds. */
export function namedSpeaker(
  { annotationsOf }: Composition,
  file: string,
  speaker: Speaker | undefined,
): ResolvedMention | undefined {
  if (speaker?.form !== 'named') return undefined
  const { passage, start, end } = speaker.span
  const named = annotationsOf(file, passage).mentions.filter(
    ({ span, form }) => form === 'name' && span.start < end && span.end > start,
  )
  return named.toSorted((a, b) => a.span.start - b.span.start)[0]
}
