import type { TokenSpan } from '../../lang/tagger/labels.ts'

/**
 * Brings names to the tokens of a corpus that does not split at hyphens, as its guidelines would have them:
 * a compound that holds a name ("Northport-based") is wholly a name, and of no person, organisation or place.
 *
 * @param origins for each token, which token of the corpus it was cut from
 */
export function projectNames(names: readonly TokenSpan[], origins: readonly number[]): TokenSpan[] {
  const projected: TokenSpan[] = []
  for (const name of names) {
    const first = origins.indexOf(origins[name.first]!)
    const last = origins.lastIndexOf(origins[name.last]!)
    const isCompound = first < name.first || last > name.last
    if (first <= (projected.at(-1)?.last ?? -1)) continue
    projected.push(isCompound ? { first, last, type: 'MISC' } : name)
  }
  return projected
}
