import type { EntityKind } from '../../../model/kind.ts'
import { foldWord } from '../../../text/fold.ts'
import { type Candidate, RANK } from './candidate.ts'
import { isCapitalised } from './line.ts'
import { readVocabulary } from './vocabulary.ts'

type Judgement = Pick<Candidate, 'kind' | 'rule'> & { readonly subtype?: string }

const organisations = readVocabulary<{ groups: string[]; fighting: string[]; outlets: string[]; forms: string[]; firm: string[] }>('organisation-heads')
const places = readVocabulary<{ before: string[]; after: string[] }>('places')
const GROUPS = new Set(organisations.groups)
const COMPANY_FORMS = new Set(organisations.forms)
const OF_FIRM = new Set(organisations.firm)
const FIGHTING = new Set(organisations.fighting)
const OUTLETS = new Set(organisations.outlets)
const BEFORE_PLACE = new Set(places.before)
const AFTER_PLACE = new Set(places.after)

const GROUP: Judgement = { kind: 'organisation', subtype: 'armed-group', rule: 'names/armed-group-beside' }
const OUTLET: Judgement = { kind: 'organisation', rule: 'names/organisation-beside' }
const PLACE: Judgement = { kind: 'place', rule: 'names/place-beside' }

/** How much each kind of evidence counts in a source's vote on what a name is. */
const WEIGHT = { context: 4, title: 6, pattern: 3, tagger: 1 }

/** Comparison key of a candidate's words. */
export function keyOf({ line, from, to }: Candidate): string {
  return line.tokens.slice(from, to).map((token) => foldWord(token.text)).filter((word) => word !== '-').join(' ')
}

/**
 * Gives every name that only the tagger vouches for the kind that the source as a whole gives it:
 * by the common noun beside it ("the Salt Ridge militia", "the town of Vale"), by titles, then by number.
 */
export function settleKinds(candidates: readonly Candidate[]): Candidate[] {
  const votes = new Map<string, Map<EntityKind, number>>()
  const judged = candidates.map((candidate) => (isOpen(candidate) ? { ...candidate, ...judgeBeside(candidate) } : candidate))
  for (const candidate of judged) {
    if (candidate.form !== 'name') continue
    vote(votes, keyOf(candidate), candidate.kind, weighVote(candidate))
    if (isWithForm(candidate)) vote(votes, keyOf(candidate).replace(/ [^ ]+$/, ''), 'organisation', WEIGHT.context)
    if (candidate.kind === 'person') vote(votes, keyOf(candidate).split(' ').at(-1)!, 'person', 2)
  }
  return judged.map((candidate) => settle(candidate, votes, judged))
}

/** Whether the name ends in a company's form ("Vale Ltd"), so that the name without it is a company's too. */
function isWithForm({ line, from, to }: Candidate): boolean {
  return to - from > 1 && COMPANY_FORMS.has(line.tokens[to - 1]!.text)
}

function isOpen({ rank }: Candidate): boolean {
  return rank <= RANK.tagger
}

function weighVote({ rank, rule }: Candidate): number {
  if (rule.endsWith('-beside')) return WEIGHT.context
  if (rank >= RANK.title) return WEIGHT.title
  return rank === RANK.pattern ? WEIGHT.pattern : WEIGHT.tagger
}

function vote(votes: Map<string, Map<EntityKind, number>>, key: string, kind: EntityKind, weight: number): void {
  const ofKey = votes.get(key) ?? new Map<EntityKind, number>()
  votes.set(key, ofKey.set(kind, (ofKey.get(kind) ?? 0) + weight))
}

function settle(candidate: Candidate, votes: Map<string, Map<EntityKind, number>>, all: readonly Candidate[]): Candidate {
  if (!isOpen(candidate)) return candidate
  const key = keyOf(candidate)
  const [kind] = [...votes.get(key)!].sort((a, b) => b[1] - a[1] || Number(b[0] === candidate.kind) - Number(a[0] === candidate.kind))[0]!
  if (kind === candidate.kind && candidate.subtype) return candidate
  const model = all.find((other) => other.kind === kind && other.subtype && other.form === 'name' && keyOf(other) === key)
  const { subtype: _, ...rest } = candidate
  const rule = kind === candidate.kind ? candidate.rule : 'names/vote'
  return model?.subtype ? { ...rest, kind, rule, subtype: model.subtype } : { ...rest, kind, rule }
}

function judgeBeside({ line, from, to, kind }: Candidate): Judgement | undefined {
  const word = (at: number): string => line.tokens[at]?.text ?? ''
  if (GROUPS.has(word(to)) && (kind !== 'person' || word(from - 1) === 'the')) return isPlural(word(to)) && kind === 'place' ? undefined : GROUP
  if (FIGHTING.has(word(to)) && GROUPS.has(word(to + 1))) return GROUP
  if (GROUPS.has(word(from - 1)) && FIGHTING.has(word(from - 2))) return GROUP
  if (OUTLETS.has(word(to)) || OUTLETS.has(`${word(to)} ${word(to + 1)}`)) return OUTLET
  const owned = /^['’]s$/.test(word(to)) ? to + 1 : to
  if (OF_FIRM.has(word(owned)) || OF_FIRM.has(`${word(owned)} ${word(owned + 1)}`) || (word(from - 1) === 'in' && word(from - 2) === 'shares')) return OUTLET
  if (AFTER_PLACE.has(word(to)) && !isCapitalised(word(to))) return PLACE
  if (word(from - 1) === 'of' && BEFORE_PLACE.has(word(from - 2))) return PLACE
  return BEFORE_PLACE.has(word(from - 1)) && kind !== 'organisation' ? PLACE : undefined
}

function isPlural(word: string): boolean {
  return word.endsWith('s')
}
