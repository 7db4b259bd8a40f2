import type { OriginLink } from '../../../model/comparison.ts'
import type { Decisions } from './decisions.ts'

/** Adds and takes away links between sources as a person says. */
export function decideOrigins(links: readonly OriginLink[], decisions: Decisions): OriginLink[] {
  return decisions.of('origin').reduce(
    (held, written) => {
      const { articles, is, reason } = written.correction
      if (!articles.every((file) => decisions.hasArticle(written, file))) return held
      const own = held.filter(({ files }) => articles.every((file) => files.includes(file)))
      if ((is === 'one') === own.length > 0) {
        decisions.tell(written, 'no-change', 'Unexpected correction that changes nothing', 'Take it out.', 'warning')
        return held
      }
      if (is === 'not-one') return held.filter((link) => !own.includes(link))
      return [...held, { rule: 'editor/origin', reason: `An editor says so: ${reason}`, files: articles, passages: [] }]
    },
    [...links],
  )
}
