import type { EntityKind } from '../../../model/kind.ts'
import { type Candidate, RANK } from '../../names/candidate.ts'
import { isGivenName } from '../roles/person-facts.ts'

/** Words that take up a name by another one: "Ada Vale, nicknamed Okafor". */
const ALIAS = /^(?:.* )?(?:known as|nicknamed|dubbed)$/
/** Tokens between a name and its other name. */
const APPOSITION = 14

/** A kind that the names around a name speak for. */
export interface Hint {
  readonly name: Candidate
  readonly kind: EntityKind
}

/**
 * What the other names of its line say of a name that only the tagger vouches for: a list names things of one kind
 * ("Oslo, Okafor and Bergen"), another name is of the kind of the first ("Ada Vale, known as Okafor"), and "in Okafor" is a place.
 *
 * @param names names that do not overlap, in text order
 */
export function judgeAmong(names: readonly Candidate[]): Hint[] {
  return names.flatMap((name, index) => {
    if (name.rank > RANK.tagger || name.form !== 'name') return []
    const kind =
      kindOfAlias(name, names.slice(Math.max(0, index - 3), index)) ?? kindOfList(names, index) ?? kindOfWhere(name)
    return kind && kind !== name.kind ? [{ name, kind }] : []
  })
}

function between(a: Candidate | undefined, b: Candidate | undefined): string | undefined {
  if (!a || !b || a.line !== b.line || b.from - a.to > APPOSITION) return undefined
  return a.line.tokens
    .slice(a.to, b.from)
    .map((token) => token.text)
    .join(' ')
}

function kindOfAlias(name: Candidate, before: readonly Candidate[]): EntityKind | undefined {
  const called = before.findLast((one) => /^(?:,|also|better|known|nicknamed|\()/.test(between(one, name) ?? ''))
  return called && ALIAS.test(between(called, name)!) ? called.kind : undefined
}

/** The kind of both neighbours in a list, or of the two before or behind at its end. */
function kindOfList(names: readonly Candidate[], index: number): EntityKind | undefined {
  const name = names[index]!
  if (name.to - name.from > 1) return undefined
  const isTied = (at: number): boolean => /^(?:,|,? ?(?:and|or))$/.test(between(names[at], names[at + 1]) ?? '')
  const start = [index - 1, index - 2, index].find((at) => isTied(at) && isTied(at + 1))
  if (start === undefined) return undefined
  const [first, second] = [start, start + 1, start + 2].filter((at) => at !== index).map((at) => names[at]!.kind)
  return first === second ? first : undefined
}

/** "in Okafor", but not "in Okafor's view". */
function kindOfWhere({ line, from, to, kind }: Candidate): EntityKind | undefined {
  const isWhere =
    kind === 'person' &&
    /^(?:in|near|outside)$/.test(line.tokens[from - 1]?.text ?? '') &&
    (to === from + 1 ||
      (to === from + 2 &&
        !isGivenName(line.tokens[from]!.text) &&
        !/^(?:belie|confid|faith|interest|trust)/.test(line.tokens[from - 2]?.text ?? '')))
  return isWhere && !/^['’]s$/.test(line.tokens[to]?.text ?? '') ? 'place' : undefined
}
