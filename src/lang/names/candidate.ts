import type { EntityKind } from '../../model/kind.ts'
import type { Mention } from '../../model/mention.ts'
import type { Line } from './line.ts'

/** A run of tokens that a layer takes for a name, before the layers are weighed against each other. */
export interface Candidate {
  readonly line: Line
  /** First token. */
  readonly from: number
  /** Token after the last. */
  readonly to: number
  readonly kind: EntityKind
  readonly subtype?: string
  readonly form: Mention['form']
  /** Main name in the list or register that knows it; the place of a demonym. */
  readonly refersTo?: string
  /** The country whose government a capital's name stands for here. */
  readonly standsFor?: string
  /** The country, state or province that stands right behind a place's name. */
  readonly within?: Mention['within']
  readonly certainty: Mention['certainty']
  readonly rule: string
  /** Higher wins between candidates of one length. */
  readonly rank: number
}

/** How far each layer is believed, for candidates of one length. */
export const RANK = {
  register: 6,
  list: 5,
  courtesy: 4.5,
  title: 4,
  pattern: 3,
  tagger: 2,
  weak: 1.5,
  again: 1,
} as const

/** The words of a candidate as printed. */
export function wordsOfCandidate({ line, from, to }: Candidate): string {
  return line.passage.text.slice(line.tokens[from]!.start, line.tokens[to - 1]!.end)
}

/** The mention that a chosen candidate is. */
export function toMention({
  line,
  from,
  to,
  kind,
  form,
  certainty,
  rule,
  subtype,
  refersTo,
  standsFor,
  within,
}: Candidate): Mention {
  return {
    span: { passage: line.passage.ordinal, start: line.tokens[from]!.start, end: line.tokens[to - 1]!.end },
    kind,
    ...(subtype ? { subtype } : {}),
    form,
    ...(refersTo ? { refersTo } : {}),
    ...(standsFor ? { standsFor } : {}),
    ...(within ? { within } : {}),
    certainty,
    rule,
  }
}

/** Orders mentions by passage and start, the longer first. */
export function byPlace({ span: a }: Mention, { span: b }: Mention): number {
  return a.passage - b.passage || a.start - b.start || b.end - a.end
}

/** A several-word name of the register counts for this many tokens more against a name that merely overlaps it, */
const REGISTER_BONUS = 2
/** and a name after "Mr" for one more, since a longer one would take the title in. */
const COURTESY_BONUS = 1

/**
 * Chooses among overlapping candidates of one line: the longest first, then the layer that is believed more.
 *
 * @returns candidates that do not overlap, in text order
 */
export function chooseNames(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = []
  const taken = new Set<number>()
  for (const candidate of [...candidates].sort(byWeight)) {
    const tokens = tokensOf(candidate)
    if (tokens.some((token) => taken.has(token))) continue
    for (const token of tokens) taken.add(token)
    chosen.push(candidate)
  }
  return chosen.sort((a, b) => a.from - b.from)
}

function tokensOf({ from, to }: Candidate): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function byWeight(a: Candidate, b: Candidate): number {
  return weigh(b) - weigh(a) || b.rank - a.rank || a.from - b.from
}

function weigh({ from, to, rank }: Candidate): number {
  const length = to - from
  if (rank === RANK.courtesy) return length + COURTESY_BONUS
  return rank === RANK.register && length > 1 ? length + REGISTER_BONUS : length
}
