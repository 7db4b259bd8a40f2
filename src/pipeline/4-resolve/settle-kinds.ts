import type { Findings } from '../../model/dossier.ts'
import type { EntityKind } from '../../model/kind.ts'
import type { Mention } from '../../model/entity.ts'
import type { Source } from '../../model/source.ts'
import { foldName } from '../../text/characters.ts'
import { companyOf } from './group.ts'
import type { RegisterIndex } from './name-forms.ts'

/** The one rule of stage 3 that guesses a kind from the words around; all others know it. */
const GUESS = 'name/tagger'

interface Named {
  readonly key: string
  readonly mention: Mention
}

/**
 * Gives one name one kind where the tagger guessed several: that of the company it shortens, the kind that a rule knows
 * it to have elsewhere, else the one it was taken for most often. One sense for each discourse (Gale, Church and Yarowsky 1992); here the discourse is the dossier.
 * A person's surname is left as it is, and so is a tie.
 */
export function settleKindsAcross(
  found: readonly { source: Source; findings: Findings }[],
  register: RegisterIndex,
): Findings[] {
  const named = found.map(({ source, findings }) => readNames(source, findings))
  const kinds = decideKinds(named.flat(), register)
  return found.map(({ findings }, index) => {
    const keys = new Map(named[index]!.map(({ key, mention }) => [mention, key]))
    return {
      ...findings,
      mentions: findings.mentions.map((mention) => withKind(mention, kinds.get(keys.get(mention) ?? ''))),
    }
  })
}

function readNames({ passages }: Source, { mentions }: Findings): Named[] {
  const textOf = new Map(passages.map(({ ordinal, text }) => [ordinal, text]))
  return mentions
    .filter(({ form }) => form === 'name')
    .map((mention) => ({
      mention,
      key: foldName(textOf.get(mention.span.passage)!.slice(mention.span.start, mention.span.end)),
    }))
}

function withKind(mention: Mention, kind: EntityKind | undefined): Mention {
  return kind === undefined || kind === mention.kind || mention.rule !== GUESS
    ? mention
    : { ...mention, kind, certainty: 'inferred' }
}

function decideKinds(named: readonly Named[], register: RegisterIndex): Map<string, EntityKind> {
  const surnames = new Set(
    named.flatMap(({ key, mention }) => (mention.kind === 'person' && key.includes(' ') ? key.split(' ') : [])),
  )
  const companies = new Set(
    named.flatMap(({ key, mention }) => (mention.kind === 'organisation' ? (companyOf(key) ?? []) : [])),
  )
  const isOpen = ([key, held]: [string, Named[]]) =>
    !surnames.has(key) && !register.byName.has(key) && held.every(({ mention }) => mention.refersTo === undefined)
  const open = [...Map.groupBy(named, ({ key }) => key)].filter(isOpen)
  return new Map(
    open.flatMap(([key, held]) => {
      const kind = companies.has(key) ? 'organisation' : decideKind(held.map(({ mention }) => mention))
      return kind === undefined ? [] : [[key, kind]]
    }),
  )
}

/** The kind that a rule knows, else the one that was guessed most often. */
function decideKind(mentions: readonly Mention[]): EntityKind | undefined {
  const known = new Set(mentions.filter(({ rule }) => rule !== GUESS).map(({ kind }) => kind))
  if (known.size > 0) return known.size === 1 ? [...known][0] : undefined
  const [first, second] = [...Map.groupBy(mentions, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length)
  return first![1].length === second?.[1].length ? undefined : first![0]
}
