import type { SourcePattern } from './list-patterns.ts'

/** The place of a call in the program, from a stack trace: its file in `src/` and the line. */
const PLACE = /\/src\/((?:pipeline|lang|text|markup|publish)\/[^:)]{1,200}:\d+)/

/**
 * Every regular expression that programs put together while they are loaded, as from the patterns in their word lists,
 * which no list of literals has.
 *
 * @param load imports the programs, for the first time in this process
 */
export async function listBuiltPatterns(load: () => Promise<unknown>): Promise<SourcePattern[]> {
  const found: SourcePattern[] = []
  const original = globalThis.RegExp
  globalThis.RegExp = new Proxy(original, {
    construct(target, args, newTarget) {
      const pattern = Reflect.construct(target, args, newTarget) as RegExp
      const at = PLACE.exec(new Error('place').stack ?? '')?.[1]
      if (at !== undefined) found.push({ at, source: pattern.source, flags: pattern.flags })
      return pattern
    },
  })
  try {
    await load()
  } finally {
    globalThis.RegExp = original
  }
  return found
}
