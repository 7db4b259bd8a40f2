import { readFileLines } from './read-lines.ts'

/*
 * A JSON array with one entry a line, so that a change of one entry is a change of one line, and so that no reader or
 * writer of ours needs to hold all of it as one text.
 */

/**
 * Writes the array, line by line.
 *
 * @param write how an entry is written
 */
export function* writeEntries<Entry>(
  entries: Iterable<Entry>,
  write: (entry: Entry) => string = JSON.stringify,
): Generator<string> {
  let last: string | undefined
  for (const entry of entries) {
    yield last === undefined ? '[\n' : `${last},\n`
    last = write(entry)
  }
  yield last === undefined ? '[]\n' : `${last}\n]\n`
}

/** The entry on a line, still as JSON; undefined on the lines of the brackets. */
export function entryOf(line: string): string | undefined {
  const text = line.trim()
  if (['', '[', ']', '[]'].includes(text)) return undefined
  return text.endsWith(',') ? text.slice(0, -1) : text
}

/**
 * Reads the entries of a file that `writeEntries` wrote.
 *
 * @throws Error with the path and the line that is none
 */
export function* readEntries<Entry>(path: string): Generator<Entry> {
  for (const { entry } of readEntryLines<Entry>(path)) yield entry
}

/** The same, each with its JSON. */
export function* readEntryLines<Entry>(path: string): Generator<{ readonly entry: Entry; readonly json: string }> {
  let number = 0
  for (const line of readFileLines(path)) {
    number += 1
    const json = entryOf(line)
    if (json !== undefined) yield { entry: parseEntry(json, `${path}:${number}`), json }
  }
}

function parseEntry(entry: string, place: string) {
  try {
    return JSON.parse(entry)
  } catch {
    throw new Error(`${place}: Unexpected text "${entry.slice(0, 60)}", expected one entry as JSON`)
  }
}
