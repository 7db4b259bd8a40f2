import type { CorrectionOf, PlacedCorrection, PlacedKind, WrittenCorrection } from '../../../model/correction.ts'
import { correctionsOf } from '../../../model/correction.ts'
import type { Edit } from '../../../model/evidence.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Source } from '../../../model/source.ts'
import type { Passage, Span } from '../../../model/passage.ts'
import { findExact } from '../../../text/locate-quote.ts'
import {
  findQuotedPlace,
  ambiguousProblem,
  conflictProblem,
  noChangeProblem,
  notApplicableProblem,
} from '../../../text/quoted-place.ts'

/** How findings of one kind are corrected. */
export interface Corrector<T, K extends PlacedKind> {
  readonly kind: K
  readonly spansOf: (finding: T) => readonly Span[]
  /** A finding in words; two that read alike are equal. */
  readonly describe: (finding: T) => string
  readonly ruleOf: (finding: T) => string | undefined
  /**
   * The corrected finding, `undefined` to remove it, or the error of the correction.
   *
   * @param finding the finding of the rules at this place, if any
   */
  readonly correct: (correction: CorrectionOf<K>, finding: T | undefined, at: Span) => CorrectionResult<T>
}

export type CorrectionResult<T> = { readonly now: T | undefined } | { readonly reason: string; readonly hint: string }

/** Findings after a person's corrections; those that no correction names are the same objects. */
export interface CorrectedFindings<T> {
  readonly findings: T[]
  readonly edits: readonly Edit[]
  readonly problems: readonly Problem[]
}

/** A correction with one finding that it applies to. */
interface Aimed<T, K extends PlacedKind> {
  readonly written: WrittenCorrection<CorrectionOf<K>>
  readonly at: Span
  readonly target: T | undefined
}

/** Corrects the findings of one kind in one source. A correction that does not fit is a problem and changes nothing. */
export function correctFindings<T, K extends PlacedKind>(
  source: Source,
  findings: readonly T[],
  corrector: Corrector<T, K>,
): CorrectedFindings<T> {
  const own = correctionsOf(source.corrections, corrector.kind)
  const problems: Problem[] = []
  const aimed: Aimed<T, K>[] = []
  for (const written of own) {
    const placed = placesOf(source.passages, written)
    problems.push(...placed.problems)
    for (const at of placed.places) {
      const found = aim(findings, at, corrector)
      if (found.length > 1) problems.push(ambiguousProblem(written, found.map(corrector.describe)))
      else aimed.push({ written, at, target: found[0] })
    }
  }
  const { kept, conflicts } = partConflicts(aimed)
  const edits: Edit[] = []
  const current = new Map<T | Span, T | undefined>(findings.map((one) => [one, one]))
  for (const one of kept) {
    const applied = applyOne(one, current, corrector)
    if ('problem' in applied) problems.push(applied.problem)
    else edits.push(applied.edit)
  }
  return {
    findings: [...current.values()].filter((one) => one !== undefined),
    edits,
    problems: [...problems, ...conflicts],
  }
}

/** The places of a correction: one, or with `everywhere` each that has its words. */
function placesOf(passages: readonly Passage[], { correction, ...written }: WrittenCorrection<PlacedCorrection>) {
  const { at } = correction
  const isEverywhere = correction.kind === 'name' && correction.everywhere === true
  const places = isEverywhere ? passages.flatMap((passage) => findExact(passage, at.exact)) : []
  if (places.length > 0) return { places, problems: [] }
  const found = findQuotedPlace(passages, { ...written, at })
  return { places: found.at ? [found.at] : [], problems: found.problems }
}

/** The finding at a place: the one of just these words, else the only one that holds or touches them. */
function aim<T, K extends PlacedKind>(findings: readonly T[], at: Span, { spansOf }: Corrector<T, K>): T[] {
  const tests = [
    (span: Span) => span.start === at.start && span.end === at.end,
    (span: Span) => span.start <= at.start && at.end <= span.end,
    (span: Span) => span.start < at.end && at.start < span.end,
  ]
  for (const test of tests) {
    const found = findings.filter((one) => spansOf(one).some((span) => span.passage === at.passage && test(span)))
    if (found.length > 0) return found
  }
  return []
}

/** Of two contradicting corrections of one finding only the first applies. */
function partConflicts<T, K extends PlacedKind>(
  aimed: readonly Aimed<T, K>[],
): { kept: Aimed<T, K>[]; conflicts: Problem[] } {
  const kept: Aimed<T, K>[] = []
  const conflicts: Problem[] = []
  for (const one of aimed) {
    const rival = kept.find(
      (other) => isOneTarget(one, other) && contradicts(one.written.correction, other.written.correction),
    )
    if (rival) conflicts.push(conflictProblem(one.written, rival.written))
    else kept.push(one)
  }
  return { kept, conflicts }
}

function isOneTarget<T, K extends PlacedKind>(a: Aimed<T, K>, b: Aimed<T, K>): boolean {
  if (a.target !== undefined || b.target !== undefined) return a.target === b.target
  return a.at.passage === b.at.passage && a.at.start < b.at.end && b.at.start < a.at.end
}

const ABOUT = new Set(['kind', 'at', 'reason', 'by', 'everywhere'])
const saidOf = (correction: PlacedCorrection) => Object.entries(correction).filter(([field]) => !ABOUT.has(field))

/** They set one field to different values, or one takes away what the other changes. */
function contradicts(a: PlacedCorrection, b: PlacedCorrection): boolean {
  const [one, other] = [saidOf(a), new Map(saidOf(b))]
  const takesAway = [a, b].filter((said) => 'is' in said && (said.is === 'none' || said.is === 'open')).length
  return takesAway === 1 || one.some(([field, value]) => other.has(field) && other.get(field) !== value)
}

/** A finding that is removed cannot also be changed. */
function refuseBoth(correction: PlacedCorrection): { reason: string; hint: string } | undefined {
  if (!('is' in correction) || (correction.is !== 'none' && correction.is !== 'open')) return undefined
  const [beside] = saidOf(correction).flatMap(([field]) => (field === 'is' ? [] : [field]))
  if (beside === undefined) return undefined
  return {
    reason: `Unexpected ${beside} beside is: ${correction.is}, expected one of the two`,
    hint: `is: ${correction.is}`,
  }
}

function applyOne<T, K extends PlacedKind>(
  { written, at, target }: Aimed<T, K>,
  current: Map<T | Span, T | undefined>,
  { kind, correct, describe, ruleOf, spansOf }: Corrector<T, K>,
): { edit: Edit } | { problem: Problem } {
  const { correction, file, line } = written
  const refused = refuseBoth(correction)
  if (refused) return { problem: notApplicableProblem(written, refused.reason, refused.hint) }
  const before = target === undefined ? undefined : current.get(target)
  const corrected = correct(correction, before, at)
  if (!('now' in corrected)) return { problem: notApplicableProblem(written, corrected.reason, corrected.hint) }
  const { now } = corrected
  const was = before === undefined ? 'none' : describe(before)
  const said = now === undefined ? 'none' : describe(now)
  if (was === said) return { problem: noChangeProblem(written, said) }
  current.set(target ?? at, now)
  const { reason, by }: { reason: string; by?: string | undefined } = correction
  const rule = before === undefined ? undefined : ruleOf(before)
  const spanOf = (one: T | undefined) => one && spansOf(one).find(({ passage }) => passage === at.passage)
  const [former, span] = [spanOf(before), spanOf(now) ?? at]
  const isMoved = former && now !== undefined && (former.start !== span.start || former.end !== span.end)
  return {
    edit: {
      span,
      ...(isMoved && { before: former }),
      kind,
      was,
      now: said,
      ...(rule && { rule }),
      reason,
      ...(by && { by }),
      file,
      line,
    },
  }
}
