import type { Problem } from '../model/problem.ts'
import { compare } from '../text/compare.ts'

/** Reports on a terminal which step runs; prints nothing into a pipe. */
export function startProgress(): (step: string) => void {
  return (step) => {
    if (process.stderr.isTTY) process.stderr.write(`· ${step}\n`)
  }
}

/** Problems as a person reads them, sorted by file and line: the rule, what is wrong, and the hint indented below. */
export function printProblems(problems: readonly Problem[]): string {
  const sorted = problems.toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.rule, b.rule),
  )
  return sorted.map(printProblem).join('\n')
}

/** Problems quote file names and words of seeds: no control character of theirs may reach the terminal. */
const CONTROLS = /[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g

function printProblem(problem: Problem): string {
  return layOut(problem).replaceAll(CONTROLS, '\uFFFD')
}

function layOut({ file, line, column, severity, rule, reason, hint }: Problem): string {
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  const correction = hint ? `\n    ${hint.replaceAll('\n', '\n    ')}` : ''
  return `${where}  ${severity}  ${rule}\n  ${reason}${correction}`
}

/** "1 source", "2 sources". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
