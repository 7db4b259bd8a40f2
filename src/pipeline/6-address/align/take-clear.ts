/** By how much a pair must beat every other claim on either of its passages. */
const MARGIN = 0.08

/** Two passages, by index, with what speaks for them. */
export interface Claim {
  readonly before: number
  readonly now: number
  readonly score: number
}

/** The claims that clearly beat all others on both of their passages: each passage is in one of them at most. */
export function takeClear<C extends Claim>(claims: readonly C[]): C[] {
  const [rows, columns] = [topTwo(claims, 'before'), topTwo(claims, 'now')]
  return claims.filter((claim) =>
    [rows.get(claim.before)!, columns.get(claim.now)!].every(
      ([best, second]) => best === claim.score && best - second >= MARGIN,
    ),
  )
}

/** The two best scores of each passage. */
function topTwo(claims: readonly Claim[], side: 'before' | 'now'): Map<number, [number, number]> {
  const tops = new Map<number, [number, number]>()
  for (const claim of claims) {
    const [best, second] = tops.get(claim[side]) ?? [0, 0]
    tops.set(claim[side], claim.score > best ? [claim.score, best] : [best, Math.max(second, claim.score)])
  }
  return tops
}
