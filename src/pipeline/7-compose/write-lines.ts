/**
 * A JSON array with one entry a line, so that a change of one entry is a change of one line.
 *
 * @param write how an entry is written
 */
export function writeLines(entries: readonly unknown[], write: (entry: unknown) => string = JSON.stringify): string {
  return entries.length === 0 ? '[]\n' : `[\n${entries.map((entry) => write(entry)).join(',\n')}\n]\n`
}
