import { handWritten } from './collections.ts'

/** The collections that a build writes are read by `loader/load-entries.ts`. */
export const collections = { handWritten }
