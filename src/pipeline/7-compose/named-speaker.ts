import type { ResolvedMention } from '../../model/entity.ts'
import type { Speaker } from '../../model/quotation.ts'
import type { Composition } from './composition.ts'

/** The mention that names a speaker; none for one who is only described, whatever names the description holds. */
export function namedSpeaker({ annotationsOf }: Composition, file: string, speaker: Speaker | undefined): ResolvedMention | undefined {
  if (speaker?.form !== 'named') return undefined
  const { passage, start, end } = speaker.span
  return annotationsOf(file, passage).mentions.find(({ span, form }) => form === 'name' && span.start < end && span.end > start)
}
