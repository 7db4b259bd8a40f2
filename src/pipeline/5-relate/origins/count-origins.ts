import type { OriginLink } from '../../../model/comparison.ts'

/**
 * Counts how many independent origins some sources have, as far as their links show: linked sources count once.
 *
 * @param links every link of the dossier
 * @returns a function from files to the number of groups they form
 */
export function originCounter(links: readonly OriginLink[]): (files: Iterable<string>) => number {
  const groups = groupLinked(links)
  return (files) => new Set([...files].map((file) => groups.get(file) ?? file)).size
}

/** The first file of the group that each linked file belongs to (union by the smaller root, with path halving). */
export function groupLinked(links: readonly OriginLink[]): Map<string, string> {
  const parents = new Map<string, string>()
  for (const { files } of links) {
    const [a, b] = [findRoot(parents, files[0]), findRoot(parents, files[1])]
    if (a !== b) parents.set(a < b ? b : a, a < b ? a : b)
  }
  return new Map([...new Set(links.flatMap(({ files }) => files))].map((file) => [file, findRoot(parents, file)]))
}

function findRoot(parents: Map<string, string>, file: string): string {
  let at = file
  for (let next = parents.get(at); next !== undefined; next = parents.get(at)) {
    const beyond = parents.get(next)
    if (beyond !== undefined) parents.set(at, beyond)
    at = next
  }
  return at
}
