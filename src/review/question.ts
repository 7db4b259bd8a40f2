import type { WrittenFile } from '../model/published-file.ts'
import { sha256Of } from '../text/hash.ts'
import type { Choice } from './add-to-yaml.ts'
import { addDecision } from './add-to-yaml.ts'

/** A question that only a person can decide. */
export interface Question {
  /** The same in every build while it is open; never asked again once it is decided or in `reviewed.yml`. */
  readonly key: string
  readonly topic:
    | 'name'
    | 'same'
    | 'figure'
    | 'date'
    | 'speaker'
    | 'difference'
    | 'label'
    | 'event'
    | 'origin'
    | 'dropped'
  /** Weight: number of mentions, dates or passages that the answer decides. */
  readonly weight: number
  /** The question, in a sentence. */
  readonly text: string
  /** The words of the article that it is about. */
  readonly shown?: string
  /** Answers to choose from; the last one leaves everything as it is. */
  readonly choices: readonly Choice[]
  /** Makes the answer that a value in the person's own words gives, as a day of publication. */
  readonly ownWords?: Omit<Choice, 'says' | 'item'>
}

/** Six hexadecimal digits that name a question on the command line. */
export const idOf = ({ key }: Question): string => sha256Of(key).slice(0, 6)

/** The letter of an answer. */
export const letterOf = (index: number): string => String.fromCharCode(97 + index)

/** The answer that leaves everything as it is, and keeps the question from being asked again. */
export function leaveAsItIs(key: string, says = 'It stays as it is.'): Choice {
  return { says, file: 'seeds/register/reviewed.yml', item: { key, reason: says } }
}

/**
 * What `review --write` writes: the answers that a person chose, and nothing else.
 *
 * @param answers as `4f2a1c=b`, or `4f2a1c=2017-03-02` where the answer is in the person's own words
 * @param reason the person's, for each of these answers
 * @param read returns the present text of a file, or `undefined` if it does not exist
 * @returns the new text of each file that changes, and the answers that fit no question
 */
export function answerQuestions(
  questions: readonly Question[],
  answers: readonly string[],
  reason: string | undefined,
  read: (file: string) => string | undefined,
): { files: WrittenFile[]; unknown: string[] } {
  const texts = new Map<string, string>()
  const unknown = answers.filter((answer) => {
    const choice = chooseAnswer(questions, answer, reason)
    if (choice) texts.set(choice.file, addDecision(texts.get(choice.file) ?? read(choice.file) ?? '', choice))
    return !choice
  })
  return { files: [...texts].map(([path, text]) => ({ path, text })), unknown }
}

function chooseAnswer(questions: readonly Question[], answer: string, reason: string | undefined): Choice | undefined {
  const [id, said = ''] = answer.split('=')
  const question = questions.find((one) => idOf(one) === id)
  if (!question || said === '') return undefined
  const choice = question.choices.find((_, index) => letterOf(index) === said)
  if (choice) return reason === undefined ? choice : { ...choice, item: withReason(choice.item, reason) }
  return question.ownWords && said.length > 1 ? { says: said, item: said, ...question.ownWords } : undefined
}

const withReason = (item: unknown, reason: string): unknown =>
  typeof item === 'object' && item !== null && 'reason' in item ? { ...item, reason } : item
