/** A file that the build writes: path relative to the folder it goes into, with `/` between folders, and its text. */
export interface WrittenFile {
  readonly path: string
  readonly text: string
}
