import type { Answer, Contradiction } from '../../model/comparison.ts'
import type { Findings, Relations } from '../../model/dossier.ts'
import type { Entity } from '../../model/entity.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { Quotation } from '../../model/quotation.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import type { Sentences } from './sentences.ts'
import { checkDeaths, checkPastAfterReport, checkTwoDates } from './contradictions/check-dated-events.ts'
import { checkSummaries, checkSums } from './contradictions/check-sums.ts'
import type { Finding } from './contradictions/raise-contradiction.ts'
import { currentKey, passageReader, raiseContradiction } from './contradictions/raise-contradiction.ts'

/** Input of the checks: what the stages made, and what a person wrote. */
export interface Checked extends Pick<Relations, 'datedEvents' | 'quotations' | 'unplaced'> {
  readonly sources: readonly Source[]
  readonly sentences: Sentences
  readonly findings: readonly Findings[]
  readonly entities: readonly Entity[]
  readonly register: Register
  readonly answers: readonly Answer[]
}

/**
 * Finds statements that cannot both be right, and adds an editor's answer to each.
 *
 * @returns contradictions by key, each key once; one with a current answer is listed but not reported
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

/**
 * Finds entries of the register that no source mentions: in its passages, in excluded lines such as captions,
 * or in its metadata, and that are not a speaker by a correction.
 */
function checkUnmentioned(register: Register, entities: readonly Entity[], sources: readonly Source[]): Finding[] {
  const known = new Set(entities.filter(({ isRegistered }) => isRegistered).map(({ kind, name }) => `${kind}:${name}`))
  const missing = register.filter((entry) => !known.has(`${entry.kind}:${entry.name}`))
  const printed = missing.length > 0 ? readPrinted(sources) : []
  return missing
    .filter((entry) => !isPrinted(entry, printed))
    .map(({ kind, name, file, line }) => ({
      rule: 'contradiction/register-unmentioned',
      severity: 'warning',
      reason: `The register has an entry “${name}” (${kind}) that no source mentions.`,
      passages: [],
      entities: [],
      about: `${kind}:${name}`,
      written: { file, line },
    }))
}

/** The text of each source, with an editor's corrections, in lower case. */
function readPrinted(sources: readonly Source[]): string[] {
  return sources.map(({ text, metadata }) => {
    const credits = [
      metadata.publisher?.value,
      metadata.dateline?.value,
      ...(metadata.credits?.value ?? []),
      ...(metadata.authors?.value ?? []),
    ]
    return [text, ...credits].join('\n').toLowerCase()
  })
}

function isPrinted({ name, aliases, labels }: Register[number], printed: readonly string[]): boolean {
  const names = [name, ...aliases, ...labels].map((one) => one.toLowerCase())
  return printed.some((text) => names.some((one) => text.includes(one)))
}

/** Finds quotations whose words are not in the passage that they are cited from. */
function checkQuotations(quotations: readonly Quotation[], textOf: (span: SpanInFile) => string): Finding[] {
  return quotations.flatMap(({ occurrences, speaker }) =>
    occurrences.flatMap(({ at, words }): Finding[] => {
      const printed = at.map((span) => textOf(span).slice(span.start, span.end)).join(' ')
      if (printed === words && words !== '') return []
      return [
        {
          rule: 'contradiction/quotation-not-in-passage',
          severity: 'error',
          reason: `The words “${words}” are not those of the passage: “${printed}”.`,
          passages: at,
          entities: speaker === undefined ? [] : [speaker],
          about: words,
        },
      ]
    }),
  )
}
