/** What two sets have in common, in the order of the first. */
export function intersect(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((one) => b.has(one))
}
