import { type Candidate, RANK, wordsOfCandidate } from '../../names/candidate.ts'
import { ANAPHORS } from './heads.ts'
import { isCapitalised, type Line } from '../../names/line.ts'
import { keyOf } from './settle-kinds.ts'
import { CLASSES } from './vocabulary.ts'

/**
 * Words that take up a name without naming it: "the ministry", when exactly one organisation of the source ends in
 * "Ministry" and was named before.
 *
 * @param lines the source's passages in order
 * @param chosen its names, by passage and place
 */
export function findNominals(lines: readonly Line[], chosen: readonly Candidate[]): Candidate[] {
  const antecedents = collectAntecedents(chosen)
  const named = new Set(chosen.flatMap(({ line, from, to }) => line.tokens.slice(from, to)))
  return lines.flatMap((line) =>
    line.tokens.flatMap((token, at) => (named.has(token) ? [] : nominalAt(line, at, antecedents))),
  )
}

/** By head word: the first naming of the only name with that head, or nothing when two names share it. */
function collectAntecedents(chosen: readonly Candidate[]): Map<string, Candidate | undefined> {
  const antecedents = new Map<string, Candidate | undefined>()
  for (const candidate of chosen) {
    const head = candidate.form === 'name' ? headOf(candidate) : undefined
    if (!head) continue
    const known = antecedents.get(head)
    const isOther = known !== undefined && identify(known) !== identify(candidate)
    if (!antecedents.has(head) || isOther) antecedents.set(head, isOther ? undefined : candidate)
  }
  return antecedents
}

function identify(candidate: Candidate): string {
  return candidate.refersTo ?? keyOf(candidate)
}

function headOf({ line, from, to, kind }: Candidate): string | undefined {
  for (let at = to - 1; at >= from; at -= 1) {
    const word = line.tokens[at]!.text.toLowerCase()
    if (ANAPHORS.get(word) === kind) return word
  }
  return undefined
}

function nominalAt(line: Line, at: number, antecedents: ReadonlyMap<string, Candidate | undefined>): Candidate[] {
  const head = line.tokens[at]!.text
  if (!antecedents.has(head.toLowerCase()) || !/^the$/i.test(line.tokens[at - 1]?.text ?? '')) return []
  const antecedent = antecedents.get(head.toLowerCase())
  if (!antecedent || !isBefore(antecedent, line, at) || hasMore(line, at + 1)) return []
  const { kind, subtype } = antecedent
  const base: Candidate = {
    line,
    from: at,
    to: at + 1,
    kind,
    form: 'nominal',
    refersTo: wordsOfCandidate(antecedent),
    certainty: 'inferred',
    rule: 'name/sole-antecedent',
    rank: RANK.again,
  }
  return [subtype ? { ...base, subtype } : base]
}

function isBefore({ line, to }: Candidate, here: Line, at: number): boolean {
  return line.passage.ordinal < here.passage.ordinal || (line === here && to <= at)
}

/** Whether the noun phrase goes on, so that it means something else: "the council of …", "the ministry building". */
function hasMore(line: Line, at: number): boolean {
  const next = line.tokens[at]?.text ?? ''
  return ['of', '-', 'for'].includes(next) || isCapitalised(next) || CLASSES.compounded.has(next)
}
