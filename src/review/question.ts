/** Something that only a person can decide, with what to write once it is decided. */
export interface Question {
  /** The same in every build while it is open; never asked again once it is decided or in `reviewed.yml`. */
  readonly key: string
  readonly topic: 'name' | 'same' | 'date' | 'speaker' | 'dropped'
  /** How much hangs on it: mentions, dates or passages that the answer settles. */
  readonly weight: number
  /** The question, in a sentence. */
  readonly text: string
  /** File to write the answer into, relative to the dossier's root. */
  readonly file: string
  /** What to paste, with "…" where a person has to decide. */
  readonly yaml: string
}

/** The entry of `reviewed.yml` that says: looked at, left as it is. */
export function leaveAsItIs({ key }: Pick<Question, 'key'>): string {
  return `- key: ${JSON.stringify(key)}\n  reason: "left as it is"`
}
