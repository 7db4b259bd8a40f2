import type { WrittenFile } from '../model/written-file.ts'
import { leaveAsItIs } from './question.ts'
import type { Question } from './question.ts'

const REVIEWED = 'seeds/register/reviewed.yml'

/**
 * What `review --write` appends, by file: for a name its entry in the register, for a pair "possiblySame" with the
 * evidence, for everything that only a person can fill in the note that it was looked at. Nothing is guessed.
 *
 * @param read gives the present text of a file, or nothing where there is none
 * @returns the new text of each file that grows; what a person wrote stays as it is, to the byte
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
