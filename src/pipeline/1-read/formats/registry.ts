import type { Format, Opening } from './format.ts'
import { markdown } from './markdown.ts'
import { text } from './text.ts'

/** Every format, in the order in which they are asked; plain text takes what no other knows. */
const FORMATS: readonly Format[] = [markdown, text]

/** The format of a file, told by its bytes. */
export function recogniseFormat(opening: Opening): Format | undefined {
  return FORMATS.find((format) => format.recognises(opening))
}

/** A format by its name. */
export function formatOf(name: string): Format {
  const format = FORMATS.find((one) => one.name === name)
  if (!format) throw new Error(`Unexpected format ${name}, expected one that is registered`)
  return format
}

/** The usual ending of each format's files, for hints. */
export const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set(FORMATS.flatMap(({ extensions }) => extensions))
