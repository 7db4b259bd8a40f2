import type { Answer, Contradiction } from '../../model/comparison.ts'
import type { Findings, Relations } from '../../model/dossier.ts'
import type { Entity } from '../../model/entity.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import type { Sentences } from './arrange-sentences.ts'
import { checkPastAfterReport, checkTwoDates } from './contradictions/check-dated-events.ts'
import { checkDeaths } from './contradictions/check-deaths.ts'
import { checkQuotations, checkUnmentioned } from './contradictions/check-register.ts'
import { checkSummaries } from './contradictions/check-summaries.ts'
import { checkSums } from './contradictions/check-sums.ts'
import { currentKey, passageReader, raiseContradiction } from './contradictions/raise-contradiction.ts'

/** What the lint reads: what the stages made, and what a person wrote. */
export interface Checked extends Pick<Relations, 'datedEvents' | 'quotations' | 'unplaced'> {
  readonly sources: readonly Source[]
  readonly sentences: Sentences
  readonly findings: readonly Findings[]
  readonly entities: readonly Entity[]
  readonly register: Register
  readonly answers: readonly Answer[]
}

/**
 * Lints the dossier for statements that cannot both stand, and puts an editor's answer beside each.
 *
 * @returns contradictions by key, each key once; one with a current answer stays in the list and is silent
 */
export function findContradictions(checked: Checked): Contradiction[] {
  const { sources, sentences, findings, entities, datedEvents, unplaced, quotations, register, answers } = checked
  const textOf = passageReader(sources)
  const found = [
    checkPastAfterReport(datedEvents),
    checkTwoDates([...datedEvents, ...unplaced], textOf),
    checkQuotations(quotations, textOf),
    checkSums(sentences, findings),
    checkDeaths(sentences, datedEvents),
    checkSummaries(sources, [...datedEvents, ...unplaced], textOf),
    checkUnmentioned(register, entities, sources),
  ].flat()
  const raised = new Map(found.map((one) => raiseContradiction(one, textOf)).map((one) => [one.key, one]))
  const answered = new Map(answers.map((answer) => [currentKey(answer.key), answer]))
  return [...raised.values()].map((one) => putAnswer(one, answered.get(one.key))).sort((a, b) => compare(a.key, b.key))
}

function putAnswer(contradiction: Contradiction, answer: Answer | undefined): Contradiction {
  if (!answer) return contradiction
  return { ...contradiction, answer: { reason: answer.reason, isCurrent: answer.passages === contradiction.hash } }
}
