import type { Answer } from '../../../model/comparison.ts'
import type { Relations } from '../../../model/dossier.ts'
import type { JointEdit } from '../../../model/evidence.ts'
import type { ArticlePlace, JointCorrection, WrittenJointCorrection } from '../../../model/correction.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Adjudication, WrittenItem } from '../../../model/register.ts'
import type { Source } from '../../../model/source.ts'
import { nearestName } from '../../../text/compare.ts'
import { findQuotedPlace, correctionProblem, noChangeProblem } from '../../../text/quoted-place.ts'
import { currentKey } from '../contradictions/raise-contradiction.ts'

type Kind = JointCorrection['kind']
type OfKind<K extends Kind> = Extract<JointCorrection, { kind: K }>
type Written = WrittenJointCorrection

/** Corrections that a person made between sources. The code that applies one adds a problem where it does not fit. */
export interface Decisions {
  readonly of: <K extends Kind>(kind: K) => WrittenJointCorrection<OfKind<K>>[]
  /** Place of the words; undefined, with a problem, if they occur nowhere or more than once. */
  readonly locate: (written: Written, place: ArticlePlace) => SpanInFile | undefined
  readonly hasArticle: (written: Written, file: string) => boolean
  /**
   * Whether a correction is the first of its statements; a second one adds a problem.
   *
   * @param about the statements it corrects, in any order
   */
  readonly isFirst: (written: Written, about: readonly string[]) => boolean
  readonly addProblem: (
    written: Written,
    what: string,
    reason: string,
    hint: string,
    severity?: Problem['severity'],
  ) => void
  /** Adds a problem for a correction that changes nothing. */
  readonly addNoChange: (written: Written, said: string) => void
  /** Records what a correction changed, for the pages and for `explain`. */
  readonly note: (written: Written, changed: Pick<JointEdit, 'places' | 'was' | 'now' | 'rule'>) => void
  readonly problems: readonly Problem[]
  readonly edits: readonly JointEdit[]
}

/** Opens the decisions of one build. */
export function openDecisions(sources: readonly Source[], written: readonly Written[]): Decisions {
  const [problems, edits]: [Problem[], JointEdit[]] = [[], []]
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const firsts = new Map<string, Written>()
  const addProblem: Decisions['addProblem'] = (...problem) => void problems.push(correctionProblem(...problem))
  const hasArticle: Decisions['hasArticle'] = (one, file) => {
    if (byFile.has(file)) return true
    const known = [...byFile.keys()]
    const near = known.find((one) => one.endsWith(`/${file}`)) ?? nearestName(file, known)
    addProblem(
      one,
      'unknown-article',
      `Unexpected article “${file}”, expected one of the dossier`,
      `article: ${near ?? 'seeds/articles/…'}`,
    )
    return false
  }
  return {
    of: (kind) => written.filter(({ correction }) => correction.kind === kind) as never,
    locate: (one, place) => {
      if (!hasArticle(one, place.article)) return undefined
      const { file, line } = one
      const cited = place.passage && one.cited?.get(place.passage)
      const quoted = { file, line, at: place, article: place.article, ...(cited && { cited }) }
      const found = findQuotedPlace(byFile.get(place.article)!.passages, quoted)
      problems.push(...found.problems)
      return found.at && { ...found.at, file: place.article }
    },
    hasArticle,
    isFirst: (one, about) => {
      const key = JSON.stringify([one.correction.kind, ...about.toSorted()])
      const first = firsts.get(key)
      if (first) reportSecond(one, first, addProblem)
      else firsts.set(key, one)
      return !first
    },
    addProblem,
    addNoChange: (one, said) => void problems.push(noChangeProblem(one, said)),
    note: ({ correction: { kind, reason, by }, file, line }, changed) =>
      void edits.push({ kind, ...changed, reason, ...(by && { by }), file, line }),
    problems,
    edits,
  }
}

function reportSecond(written: Written, first: Written, addProblem: Decisions['addProblem']): void {
  const isSame = saidBy(written.correction) === saidBy(first.correction)
  addProblem(
    written,
    isSame ? 'no-change' : 'contradiction',
    `Unexpected second correction of the same, ${isSame ? 'which repeats' : 'which contradicts'} the one in ${first.file}:${first.line}`,
    'Keep one of the two.',
    isSame ? 'warning' : 'error',
  )
}

const saidBy = (correction: JointCorrection) =>
  JSON.stringify([correction.is, ...('from' in correction ? [correction.from, correction.to] : [])])

/** Decisions of an editor by key. */
interface Settled {
  readonly adjudications: readonly WrittenItem<Adjudication>[]
  readonly answers: readonly WrittenItem<Answer>[]
}

/** Finds adjudications and answers whose key does not exist, each with the nearest existing key. */
export function checkUnmatched(
  { adjudications, answers }: Settled,
  { figures, contradictions }: Pick<Relations, 'figures' | 'contradictions'>,
): Problem[] {
  const rowsOf = new Map(figures.map(({ key, rows }) => [key, rows.map(({ words }) => words)]))
  const keys = contradictions.map(({ key }) => key)
  return [
    ...adjudications.flatMap((one) => checkAdjudication(one, rowsOf)),
    ...answers
      .filter(({ item: { key } }) => !keys.includes(currentKey(key)))
      .map((one) => unmatchedProblem(one, 'key', one.item.key, 'contradiction', keys, 'warning')),
  ]
}

function checkAdjudication(
  written: WrittenItem<Adjudication>,
  rowsOf: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  const { figure, accepted } = written.item
  const rows = rowsOf.get(figure)
  if (!rows) return [unmatchedProblem(written, 'figure', figure, 'table', [...rowsOf.keys()])]
  if (accepted === undefined || rows.includes(accepted)) return []
  return [unmatchedProblem(written, 'accepted', accepted, 'row', rows)]
}

function unmatchedProblem(
  written: WrittenItem<unknown>,
  field: string,
  value: string,
  what: string,
  known: readonly string[],
  severity: Problem['severity'] = 'error',
): Problem {
  const near = nearestName(value, known)
  const shown = near === undefined ? known.slice(0, 6) : [near]
  const hint = shown.map((one) => `${field}: ${JSON.stringify(one)}`).join('\n')
  return correctionProblem(
    written,
    'unmatched',
    `${field}: Unexpected “${value}”, expected that of a ${what} of the dossier`,
    hint || `There is no ${what}. Take the entry out.`,
    severity,
  )
}
