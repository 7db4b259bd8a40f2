import type { LikelyPair } from './match-similar.ts'
import { findLikenesses, takeClear } from './match-similar.ts'
import type { Matching } from './likeness.ts'
import { join, restBefore, restNow } from './likeness.ts'

/** Least Dice similarity of two passages in the same order. */
const LEAST = 0.3
/** Share of all likeness that the order must keep; below it the text was put in another order, which is then no evidence. */
const LEAST_KEPT = 0.6
/** By how much a passage out of order may be more alike: order decides between look-alikes, it does not make them. */
const MOST_BEATEN = 0.1
/** Pairs above which order is not looked at: 2,000 rewritten passages in a row. */
const MOST_PAIRS = 4_000_000
const ROUNDING = 1e-9

/** Unmatched passages of both texts between the same two matched ones, by index. */
interface Gap {
  readonly before: readonly number[]
  readonly now: readonly number[]
}

/**
 * Matches similar passages in the same order, by the alignment with the greatest total similarity (Needleman and
 * Wunsch 1970). A pair counts only if every alignment with another partner for either is clearly worse, so that a
 * similar passage beside a deleted one is not matched to it.
 */
export function matchInOrder(matching: Matching): void {
  for (const gap of findGaps(matching)) {
    if (gap.before.length * gap.now.length > MOST_PAIRS) continue
    const pairs = findLikenesses(matching, gap.before, gap.now, LEAST)
    const weighed = weighPairs(pairs, gap)
    const best = weighed.reduce((most, { score }) => Math.max(most, score), 0)
    const [rows, columns] = [strongest(pairs, 'before'), strongest(pairs, 'now')]
    if (best < LEAST_KEPT * sum(rows.values())) continue
    for (const { before, now, likeness, score } of takeClear(weighed)) {
      const beaten = Math.max(rows.get(before)!, columns.get(now)!) - likeness
      if (score > best - ROUNDING && beaten <= MOST_BEATEN) join(matching, before, now)
    }
  }
}

/** The greatest likeness of each passage to any other. */
function strongest(pairs: readonly LikelyPair[], side: 'before' | 'now'): Map<number, number> {
  const most = new Map<number, number>()
  for (const pair of pairs) most.set(pair[side], Math.max(pair.likeness, most.get(pair[side]) ?? 0))
  return most
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** Gaps between matched pairs that are in the same order in both texts. */
function findGaps(matching: Matching): Gap[] {
  const anchors = [...matching.toNow].sort(([a], [b]) => a - b)
  const inOrder = [...longestRise(anchors), [matching.before.length, matching.now.length] as const]
  let [fromBefore, fromNow] = [0, 0]
  return inOrder.map(([before, now]) => {
    const gap = {
      before: restBefore(matching).filter((index) => index >= fromBefore && index < before),
      now: restNow(matching).filter((index) => index >= fromNow && index < now),
    }
    ;[fromBefore, fromNow] = [before, now]
    return gap
  })
}

/** The longest run of pairs that rise in both texts. */
function longestRise(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const lengths: number[] = []
  const links: number[] = []
  for (const [at, [, now]] of pairs.entries()) {
    let link = -1
    for (let earlier = 0; earlier < at; earlier += 1)
      if (pairs[earlier]![1] < now && lengths[earlier]! > (lengths[link] ?? 0)) link = earlier
    lengths.push((lengths[link] ?? 0) + 1)
    links.push(link)
  }
  const run: (readonly [number, number])[] = []
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = links[at]!) run.unshift(pairs[at]!)
  return run
}

/** Gives each pair the total likeness of the best in-order alignment that holds it. */
function weighPairs(pairs: readonly LikelyPair[], { before, now }: Gap): (LikelyPair & { score: number })[] {
  const [rowOf, columnOf] = [indexOf(before), indexOf(now)]
  const cells = pairs.map((pair) => ({ ...pair, row: rowOf.get(pair.before)!, column: columnOf.get(pair.now)! }))
  const likeness = new Float64Array(before.length * now.length)
  for (const cell of cells) likeness[cell.row * now.length + cell.column] = cell.likeness
  const [behind, ahead] = [
    sumBehind(likeness, before.length, now.length),
    sumAhead(likeness, before.length, now.length),
  ]
  const width = now.length + 1
  return cells.map((cell) => ({
    ...cell,
    score: behind[cell.row * width + cell.column]! + cell.likeness + ahead[(cell.row + 1) * width + cell.column + 1]!,
  }))
}

function indexOf(indexes: readonly number[]): Map<number, number> {
  return new Map(indexes.map((index, at) => [index, at]))
}

/** At each cell the best total over the rows and columns before it. */
function sumBehind(likeness: Float64Array, rows: number, columns: number): Float64Array {
  const width = columns + 1
  const sums = new Float64Array((rows + 1) * width)
  for (let row = 1; row <= rows; row += 1) {
    for (let column = 1; column <= columns; column += 1) {
      const at = row * width + column
      sums[at] = Math.max(
        sums[at - 1]!,
        sums[at - width]!,
        sums[at - width - 1]! + likeness[(row - 1) * columns + column - 1]!,
      )
    }
  }
  return sums
}

/** At each cell the best total over the rows and columns from it on. */
function sumAhead(likeness: Float64Array, rows: number, columns: number): Float64Array {
  const mirrored = sumBehind(likeness.toReversed(), rows, columns)
  return mirrored.toReversed()
}
