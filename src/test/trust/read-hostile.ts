import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A string that someone may put into a clipping to do harm. */
export interface Hostile {
  /** Group and name, as in `tags: script`. */
  readonly name: string
  readonly text: string
}

/** The hostile strings of `hostile.yml`. */
export function readHostile(): Hostile[] {
  const groups = parse(readFileSync(new URL('./hostile.yml', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, string>
  >
  return Object.entries(groups).flatMap(([group, strings]) =>
    Object.entries(strings).map(([name, text]) => ({ name: `${group}: ${name}`, text })),
  )
}
