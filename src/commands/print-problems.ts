import type { Problem } from '../model/problem.ts'
import { compare } from '../text/compare.ts'

/** Problems as a person reads them: by file and line, the rule, what is wrong, and the corrected text indented below. */
export function printProblems(problems: readonly Problem[]): string {
  const sorted = problems.toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.rule, b.rule),
  )
  return sorted.map(printProblem).join('\n')
}

/** Names of files and words of seeds stand in problems: nothing in them may command the terminal. */
const CONTROLS = /[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g

function printProblem(problem: Problem): string {
  return layOut(problem).replaceAll(CONTROLS, '\uFFFD')
}

function layOut({ file, line, column, severity, rule, reason, hint }: Problem): string {
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  const correction = hint ? `\n    ${hint.replaceAll('\n', '\n    ')}` : ''
  return `${where}  ${severity}  ${rule}\n  ${reason}${correction}`
}

/** True when nothing may be published: an error, or under `--strict` any problem. */
export function isFatal(problems: readonly Problem[], isStrict: boolean): boolean {
  return problems.some(({ severity }) => severity === 'error' || isStrict)
}
