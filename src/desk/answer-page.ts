import { passageKey } from '../model/permalink.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { addDecision, takeItem } from '../review/add-to-yaml.ts'
import type { Question } from '../review/question.ts'
import { answerQuestions, idOf, letterOf } from '../review/question.ts'
import { stateIdentity, stateSource } from './about-names.ts'
import type { SelectedWords } from './about-passages.ts'
import { statePassage, stateSelected } from './about-passages.ts'
import type { Desk, Statement, Values } from './forms.ts'
import type { Preview } from './preview.ts'
import type { SeedChange, SeedWriter } from './write-seeds.ts'
import { describeChange } from './write-seeds.ts'

/** A decision that a page of the desk sends. Without `isFinal` it is only shown what would be written. */
export interface DecisionRequest {
  /** Id of a passage, source or name, and of one of its forms. */
  readonly id: string
  readonly form: string
  readonly values: Values
  /** The words that were marked in the passage, where the form is about them. */
  readonly selected?: SelectedWords
  readonly isFinal?: boolean
}

/** An answer to a question of the review. */
export interface AnswerRequest {
  /** Id of the question, and the letter of an answer or a value in the person’s own words. */
  readonly question: string
  readonly answer: string
  readonly reason?: string
  readonly isFinal?: boolean
}

/**
 * Answers a request of the desk's pages. A page sends the form and what was typed; which file is written, and its
 * text, is decided here.
 *
 * @param name last part of the address, as `state`
 * @param query as in the address
 * @param body what was sent
 * @returns what is sent back as JSON; `undefined` for an address of nothing
 */
export function answerPage(
  { preview, writer }: { readonly preview: Preview; readonly writer: SeedWriter },
  name: string,
  query: URLSearchParams,
  body: unknown,
): object | undefined {
  switch (name) {
    case 'state':
      return { problems: preview.problems(), questions: preview.questions().length, written: writer.last() ?? [] }
    case 'questions':
      return { questions: preview.questions().map(showQuestion) }
    case 'statements':
      return findStatements(preview.desk(), query.get('id') ?? '', readSelected(query))
    case 'decide':
      return decide(preview, writer, body as DecisionRequest)
    case 'answer':
      return answer(preview, writer, body as AnswerRequest)
    case 'undo':
      return writer.undo()
    default:
      return undefined
  }
}

/** The outcome of a decision: what would be written, what was written, or why nothing can be. */
export interface DecisionOutcome {
  readonly issues?: readonly string[]
  readonly changes?: readonly SeedChange[]
  readonly written?: readonly SeedChange[]
}

/** A question of the review as a page shows it. */
export interface ShownQuestion extends Omit<Question, 'choices'> {
  readonly id: string
  readonly choices: readonly { readonly letter: string; readonly says: string }[]
}

function readSelected(query: URLSearchParams): SelectedWords | undefined {
  const words = query.get('selected')
  return words === null ? undefined : { words, nth: Number(query.get('nth')) }
}

/**
 * Describes a passage, a source or a name, with all its statements; `undefined` for another id.
 *
 * @param selected words of the passage, whose statement comes first
 */
function findStatements(
  desk: Desk,
  id: string,
  selected?: SelectedWords,
): { title: string; statements: Statement[] } | undefined {
  for (const source of desk.dossier.sources) {
    if (desk.addresses.sources.get(source.file)?.id === id)
      return { title: source.file, statements: stateSource(source) }
    const passage = source.passages.find(
      ({ ordinal }) => desk.addresses.passages.get(passageKey(source.file, ordinal)) === id,
    )
    if (passage) {
      const marked = selected && stateSelected(desk, source, passage, selected)
      const statements = statePassage(desk, source, passage)
      return {
        title: `¶ ${passage.ordinal} of ${source.file}`,
        statements: marked ? [marked, ...statements] : statements,
      }
    }
  }
  const entity = desk.dossier.entities.find(({ key }) => desk.addresses.entities.get(key)?.id === id)
  return entity && { title: entity.name, statements: [stateIdentity(desk, entity.key)] }
}

/** Requests that write. */
export const WRITES: ReadonlySet<string> = new Set(['decide', 'answer', 'undo'])

const showQuestion = (question: Question): ShownQuestion => ({
  ...question,
  id: idOf(question),
  choices: question.choices.map(({ says }, index) => ({ says, letter: letterOf(index) })),
})

function decide(
  preview: Preview,
  writer: SeedWriter,
  { id, form, values, selected, isFinal }: DecisionRequest,
): DecisionOutcome {
  const forms = findStatements(preview.desk(), id, selected)?.statements.flatMap((statement) => statement.forms)
  const chosen = forms?.find((one) => one.id === form)
  if (!chosen) return { issues: ['The page is older than the dossier: load it again.'] }
  const decision = chosen.decide(values)
  if ('issues' in decision) return decision
  const texts = new Map<string, string>()
  const textOf = (file: string) => texts.get(file) ?? writer.read(file) ?? ''
  if ('taken' in decision) {
    const { file, line } = decision.taken
    texts.set(file, takeItem(textOf(file), line))
  } else for (const choice of decision.choices) texts.set(choice.file, addDecision(textOf(choice.file), choice))
  const files = [...texts].map(([path, text]) => ({ path, text }))
  if (files.every(({ path, text }) => text === writer.read(path)))
    return { issues: ['That stands in the file already, or was taken out.'] }
  return show(writer, files, isFinal)
}

function answer(
  preview: Preview,
  writer: SeedWriter,
  { question, answer: said, reason, isFinal }: AnswerRequest,
): DecisionOutcome {
  const { files, unknown } = answerQuestions(
    preview.questions(),
    [`${question}=${said}`],
    reason || undefined,
    writer.read,
  )
  if (unknown.length > 0) return { issues: ['The question is decided already, or has no such answer.'] }
  return show(writer, files, isFinal)
}

function show(writer: SeedWriter, files: readonly WrittenFile[], isFinal = false): DecisionOutcome {
  if (isFinal) return { written: writer.write(files) }
  return { changes: files.map(({ path, text }) => describeChange(path, writer.read(path) ?? '', text)) }
}
