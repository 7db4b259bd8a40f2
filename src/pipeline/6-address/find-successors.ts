import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import { namesOf, passagesOf } from './page-marks.ts'

/** Up to a third of the passages may name another entity: one that was read wrongly changes nothing. */
const REST = 1 / 3

/** Present entities in the passages of an entity on record. */
export interface Successors {
  /** Keys of the entities that the passages name, the one of most passages first, then by key. */
  readonly keys: readonly string[]
  /** How many of the recorded passages name the first. */
  readonly passages: number
  /** True when the first is the one that the page was about; false when it was split, and the passages alone can say. */
  readonly isClear: boolean
}

/** For each passage id the entities that the passage names, by the normalised words. */
export type NamedIn = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>

/**
 * Finds the present entity of each entity on record by the passages that named it: their ids survive every change
 * of the rules of identity, of names and of texts. In each of its passages the name it was shown under is looked for,
 * in a passage without it its other names; so a surname that went to another bearer does not speak against the full name.
 *
 * @param namedIn passages of this build
 * @param lines of passages, by id: one that was split or merged is followed
 * @returns nothing for an entity none of whose passages names it any more
 */
export function findSuccessors(
  pages: readonly PagePermalink[],
  namedIn: NamedIn,
  lines: ReadonlyMap<string, PassagePermalink>,
): Map<PagePermalink, Successors> {
  return new Map(
    pages.flatMap((page) => {
      const found = passagesOf(page.seen).map((id) => entitiesIn(id, namesOf(page.seen), namedIn, lines))
      const successors = countSuccessors(found)
      return successors.keys.length > 0 ? [[page, successors] as const] : []
    }),
  )
}

function entitiesIn(
  id: string,
  [shown = '', ...others]: readonly string[],
  namedIn: NamedIn,
  lines: ReadonlyMap<string, PassagePermalink>,
): Set<string> {
  const passages = [id, ...(lines.get(id)?.to ?? [])].map((one) => namedIn.get(one))
  const bearersOf = (names: readonly string[]) =>
    new Set(passages.flatMap((named) => names.flatMap((name) => [...(named?.get(name) ?? [])])))
  const bearers = bearersOf([shown])
  return bearers.size > 0 ? bearers : bearersOf(others)
}

function countSuccessors(found: readonly ReadonlySet<string>[]): Successors {
  const counts = new Map<string, number>()
  for (const keys of found) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const order = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  const all = order.reduce((sum, [, count]) => sum + count, 0)
  const passages = order[0]?.[1] ?? 0
  return { keys: order.map(([key]) => key), passages, isClear: all - passages <= all * REST }
}

/**
 * Of several pages that are one entity now, the one that keeps its address: one under the name shown now, of these or
 * else of all that of most passages, then that of the lowest id.
 *
 * @param nameMarks by the entity's key the mark of the name shown now
 * @returns the lines that are carried on, each with the key of its entity
 */
export function chooseKeepers(
  pages: readonly PagePermalink[],
  successors: ReadonlyMap<PagePermalink, Successors>,
  nameMarks: ReadonlyMap<string, string>,
): Map<PagePermalink, string> {
  const clear = pages.flatMap((page) => {
    const { keys: [key] = [], passages = 0, isClear } = successors.get(page) ?? {}
    return isClear ? [{ page, key: key!, passages, isNamed: page.seen[0] === nameMarks.get(key!) }] : []
  })
  clear.sort(
    (a, b) => Number(a.isNamed) - Number(b.isNamed) || a.passages - b.passages || (a.page.id < b.page.id ? 1 : -1),
  )
  const last = new Map(clear.map(({ page, key }) => [key, page]))
  return new Map([...last].map(([key, page]) => [page, key]))
}
