import type { OriginLink } from '../../../model/comparison.ts'
import type { Source } from '../../../model/source.ts'
import type { Decisions } from './decisions.ts'

/** Adds and takes away links between sources as a person says. */
export function decideOrigins(
  links: readonly OriginLink[],
  sources: readonly Source[],
  decisions: Decisions,
): OriginLink[] {
  const describe = (own: readonly OriginLink[]) => (own.length > 0 ? 'one origin' : 'two origins')
  return decisions.of('origin').reduce(
    (held, written) => {
      const { articles, is, reason } = written.correction
      if (!articles.every((file) => decisions.hasArticle(written, file))) return held
      if (!decisions.isFirst(written, articles)) return held
      const own = held.filter(({ files }) => articles.every((file) => files.includes(file)))
      const was = describe(own)
      if ((is === 'one') === own.length > 0) {
        decisions.tellNoChange(written, was)
        return held
      }
      const now = is === 'one' ? 'one origin' : 'two origins'
      const places = sources
        .filter(({ file }) => articles.includes(file))
        .flatMap(({ file, passages: [first] }) =>
          first ? [{ file, passage: first.ordinal, start: 0, end: first.text.length }] : [],
        )
      decisions.note(written, { places, was, now, ...(own[0] && { rule: own[0].rule }) })
      if (is === 'not-one') return held.filter((link) => !own.includes(link))
      return [...held, { rule: 'editor/origin', reason: `An editor says so: ${reason}`, files: articles, passages: [] }]
    },
    [...links],
  )
}
