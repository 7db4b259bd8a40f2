import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { readRegister, readReviewed } from '../pipeline/1-read/read-dossier.ts'
import { writeFiles } from '../publish/write-files.ts'
import { listQuestions } from '../review/list-questions.ts'
import type { Question } from '../review/question.ts'
import { answerQuestions, idOf, letterOf } from '../review/question.ts'
import type { CommandResult, Options } from './options.ts'
import { analyseDossier, startProgress } from './options.ts'

/** Options of `dossier review`. */
export interface ReviewRequest {
  /** Answers to write, as `4f2a1c=b`. */
  readonly write?: readonly string[]
  /** The person's reason for them. */
  readonly reason?: string
  /** Topic of the questions, as `speaker` or `speakers`. */
  readonly only?: string
  /** Part of the name of the article's file. */
  readonly source?: string
}

/** Lists what a person should decide, most harm first, with answers to choose from; writes those that were chosen. */
export async function review(
  { root }: Options,
  { write = [], reason, only, source }: ReviewRequest = {},
): Promise<CommandResult> {
  const { dossier } = await analyseDossier(root, startProgress())
  const all = listQuestions(dossier, readReviewed(root).value, readRegister(root).value)
  const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined)
  const { files, unknown } = answerQuestions(all, write, reason, read)
  writeFiles(root, files)
  const written = files.map(({ path }) => path)
  if (write.length > 0) {
    const lines = [
      ...(written.length > 0 ? [`Added to ${written.join(', ')}.`] : []),
      ...unknown.map((one) => `Unexpected answer “${one}”, expected the question’s six characters, “=” and a letter.`),
    ]
    return {
      code: unknown.length > 0 ? 1 : 0,
      text: `${lines.join('\n')}\n`,
      json: { ok: unknown.length === 0, root, written, unknown },
    }
  }
  const questions = all.filter(
    ({ topic, key, shown }) =>
      (only === undefined || only.replace(/s$/, '') === topic) &&
      (source === undefined || key.includes(source) || shown?.includes(source) === true),
  )
  const text =
    questions.length === 0
      ? 'Nothing to decide.\n'
      : `${questions.map(printQuestion).join('\n\n')}\n\n${questions.length} ${questions.length === 1 ? 'question. Answer it' : 'questions. Answer them'}: dossier review --write ${idOf(questions[0]!)}=a --reason "…"\n`
  return { code: 0, text, json: { ok: true, root, questions: questions.map((one) => ({ id: idOf(one), ...one })) } }
}

function printQuestion(question: Question): string {
  const { topic, text, shown, choices, ownWords } = question
  return [
    `${idOf(question)} [${topic}] ${text}`,
    ...(shown ? [`    ${shown}`] : []),
    ...choices.map(({ says }, index) => `  ${letterOf(index)}) ${says}`),
    ...(ownWords ? [`  or ${idOf(question)}=… in your words`] : []),
    ...choices.slice(0, 1).map(({ file, item }) => `     a) writes into ${file}: ${oneLine(item)}`),
  ].join('\n')
}

const oneLine = (item: unknown) =>
  stringify(item, { collectionStyle: 'flow', lineWidth: 0 }).trim().replaceAll(/\s+/g, ' ')
