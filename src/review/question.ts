import type { WrittenFile } from '../model/published-file.ts'

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

const REVIEWED = 'seeds/register/reviewed.yml'

/**
 * What `review --write` appends, by file: for a name its entry in the register; for every other question, which only a
 * person can answer, the note that it was looked at. Nothing is guessed.
 *
 * @param read returns the present text of a file, or `undefined` if it does not exist
 * @returns the new text of each file that changes; it begins with the present text, to the byte
 */
export function answerQuestions(
  questions: readonly Question[],
  read: (file: string) => string | undefined,
): WrittenFile[] {
  const additions = Map.groupBy(questions, ({ topic, file }) => (topic === 'name' ? file : REVIEWED))
  return [...additions].map(([path, asked]) => {
    const before = read(path) ?? ''
    const gap = before === '' || before.endsWith('\n') ? '' : '\n'
    const entries = asked.map((question) => (path === REVIEWED ? leaveAsItIs(question) : question.yaml))
    return { path, text: `${before}${gap}${entries.join('\n')}\n` }
  })
}

/** The entry of `reviewed.yml` that says: looked at, left as it is. */
function leaveAsItIs({ key }: Question): string {
  return `- key: ${JSON.stringify(key)}\n  reason: "left as it is"`
}
