import type { PassagePermalink } from '../../../model/permalink.ts'
import { carryPassages } from '../../../pipeline/6-address/carry-passages.ts'
import { hashPassageText } from '../../../pipeline/6-address/page-marks.ts'
import type { Edit, EditedPassage } from './edits.ts'
import type { SeededRandom } from './random.ts'

/** The addresses of passages after one kind of edit. */
export interface Survival {
  /** Passages whose words are still somewhere in the edited text. */
  surviving: number
  /** Of those, addresses that reach these words, and those that reach them and are marked as changed. */
  right: number
  marked: number
  /** Addresses of all passages that reach other words. */
  wrong: number
  /** Passages taken out whose address says so. */
  deleted: number
  buried: number
  /** Addresses that are neither an element of the page nor gone with a reason. */
  lost: number
}

/** Counts over all texts, each edited once. A passage that occurs twice in a text, word for word, counts as one. */
export function measureSurvival(texts: readonly (readonly string[])[], edit: Edit, random: SeededRandom): Survival {
  const sum: Survival = { surviving: 0, right: 0, marked: 0, wrong: 0, deleted: 0, buried: 0, lost: 0 }
  for (const [index, passages] of texts.entries())
    countText(
      sum,
      String(index),
      passages,
      edit(
        passages.map((text, at) => ({ text, from: [at] })),
        random,
      ),
    )
  return sum
}

function countText(sum: Survival, id: string, before: readonly string[], after: readonly EditedPassage[]): void {
  const taken = new Set<string>()
  const first = linesOfVersion(id, before, [], 1, taken)
  const ids = first.slice(0, before.length).map((line) => line.id)
  const second = linesOfVersion(
    id,
    after.map(({ text }) => text),
    first,
    2,
    taken,
  )
  const lines = new Map(second.map((line) => [line.id, line]))
  const place = new Map(second.slice(0, after.length).map((line, at) => [line.id, at]))
  const hashes = before.map(hashPassageText)
  for (const [at, passage] of ids.entries()) {
    const isSame = ({ from }: EditedPassage) => from.some((origin) => hashes[origin] === hashes[at])
    countPassage(sum, after.some(isSame), lines.get(passage), reach(passage, lines, place), (reached) =>
      isSame(after[reached]!),
    )
  }
}

function countPassage(
  sum: Survival,
  isThere: boolean,
  line: PassagePermalink | undefined,
  reached: number | undefined,
  isRight: (reached: number) => boolean,
): void {
  sum[isThere ? 'surviving' : 'deleted'] += 1
  if (reached !== undefined && !isRight(reached)) sum.wrong += 1
  else if (reached !== undefined) sum.right += 1
  else if (!isThere && line?.reason) sum.buried += 1
  if (reached !== undefined && line?.changed) sum.marked += 1
  if (reached === undefined && !line?.reason) sum.lost += 1
}

/** The place in the text that an address ends at, over merges. */
function reach(
  id: string,
  lines: ReadonlyMap<string, PassagePermalink>,
  place: ReadonlyMap<string, number>,
): number | undefined {
  const line = lines.get(id)
  return place.get(line?.state === 'merged' ? line.to[0]! : id)
}

/** The lines of a text that is the given version of a source. */
export function linesOfVersion(
  id: string,
  texts: readonly string[],
  lines: readonly PassagePermalink[],
  version: number,
  taken: Set<string>,
): PassagePermalink[] {
  const passages = texts.map((text, at) => ({
    ordinal: at + 1,
    kind: 'paragraph' as const,
    text,
    segments: [{ start: 0, end: text.length, at: 0 }],
  }))
  return carryPassages({ id, passages, rights: 'full', version }, lines, taken)
}
