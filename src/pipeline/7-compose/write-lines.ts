/** A JSON array with one entry a line, so that a change of one entry is a change of one line. */
export function writeLines(entries: readonly unknown[]): string {
  return entries.length === 0 ? '[]\n' : `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`
}
