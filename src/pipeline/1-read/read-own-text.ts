import type { Reported } from '../../model/problem.ts'
import { countDeceiving, removeDeceiving } from '../../text/invisible.ts'
import { readOwnFile } from './read-own-file.ts'

/**
 * Reads a file that a person wrote, such as a sidecar or the register: UTF-8, without characters that nobody sees and
 * that can deceive.
 *
 * @returns the text; undefined when the file is not read
 */
export function readOwnText(root: string, file: string): Reported<string | undefined> {
  const { bytes, problem } = readOwnFile(root, file)
  if (problem) return { value: undefined, problems: [problem] }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const count = countDeceiving(text)
  if (count === 0) return { value: text, problems: [] }
  const reason = `Unexpected ${count} invisible characters that control terminals or the direction of writing; they were left out`
  return {
    value: removeDeceiving(text),
    problems: [{ file, severity: 'warning', rule: 'file/invisible', reason, hint: 'Save the file without them.' }],
  }
}
