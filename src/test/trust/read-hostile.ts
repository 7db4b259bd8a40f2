import { readData } from '../../text/read-data.ts'

/** A string that someone may put into a clipping to do harm. */
export interface Hostile {
  /** Group and name, as in `tags: script`. */
  readonly name: string
  readonly text: string
}

/** The hostile strings of `hostile.yml`. */
export function readHostile(): Hostile[] {
  const groups = readData('./hostile.yml', import.meta.url) as Record<string, Record<string, string>>
  return Object.entries(groups).flatMap(([group, strings]) =>
    Object.entries(strings).map(([name, text]) => ({ name: `${group}: ${name}`, text })),
  )
}
