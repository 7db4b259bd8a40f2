import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReviewed } from '../pipeline/1-read/read-register.ts'
import { writeFiles } from '../publish/write-files.ts'
import { listQuestions } from '../review/list-questions.ts'
import type { Question } from '../review/question.ts'
import { answerQuestions } from '../review/question.ts'
import type { Options, CommandResult } from './options.ts'
import { analyseDossier } from './read-dossier.ts'
import { startProgress } from './print.ts'

/** Lists what a person should decide, most useful first, with the YAML to paste; with `write`, adds it. */
export async function review({ root }: Options, write: boolean): Promise<CommandResult> {
  const { dossier } = await analyseDossier(root, startProgress())
  const questions = listQuestions(dossier, readReviewed(root).value)
  const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined)
  const files = write ? answerQuestions(questions, read) : []
  writeFiles(root, files)
  const written = files.length > 0 ? `\nAdded to ${files.map(({ path }) => path).join(', ')}.\n` : ''
  const text =
    questions.length === 0
      ? 'Nothing to decide.\n'
      : `${questions.map(printQuestion).join('\n\n')}\n\n${questions.length} questions.\n${written}`
  return { code: 0, text, json: { ok: true, root, questions, written: files.map(({ path }) => path) } }
}

function printQuestion({ topic, weight, text, file, yaml, key }: Question, index: number): string {
  return `${index + 1}. [${topic}, ${weight}] ${text}\n   ${file}\n    ${yaml.replaceAll('\n', '\n    ')}\n   (${key})`
}
