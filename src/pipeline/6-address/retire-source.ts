import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import { sketchText } from './align/gram-set.ts'

/**
 * The lines of the passages of a page that a person let go: they go with it, and of their texts only sketches stay.
 *
 * @returns nothing while the page still stands
 */
export function retireSource(
  { state, reason = '' }: PagePermalink,
  passages: readonly PassagePermalink[],
): PassagePermalink[] {
  if (state === 'live') return []
  return passages.map(({ text, ...line }) => ({
    ...line,
    state: 'tombstone',
    to: [],
    reason,
    ...(text !== undefined && { sketch: sketchText(text) }),
  }))
}
