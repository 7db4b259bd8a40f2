import type { Findings } from '../../model/dossier.ts'
import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { Edit } from '../../model/evidence.ts'
import type { Span } from '../../model/passage.ts'
import type { Problem } from '../../model/problem.ts'
import type { Register, RegisteredEntity } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { foldName } from '../../text/characters.ts'
import { nearestName } from '../../text/compare.ts'
import { findExact } from '../../text/locate-quote.ts'
import { findNamed, correctionProblem } from '../../text/quoted-place.ts'
import { isDecided } from './group.ts'
import { claimsOf } from './name-forms.ts'

/** Finds names that two entries claim and entries that contradict themselves. */
export function checkRegister(register: Register): Problem[] {
  const owners = new Map<string, { entry: RegisteredEntity; name: string }>()
  const problems: Problem[] = []
  for (const entry of register) {
    for (const name of claimsOf(entry)) {
      const key = foldName(name)
      const owner = owners.get(key)
      if (owner && owner.entry !== entry) problems.push(reportClaim(name, entry, owner.entry))
      else owners.set(key, { entry, name })
    }
    problems.push(...reportContradictions(entry))
  }
  return problems
}

function reportClaim(name: string, entry: RegisteredEntity, owner: RegisteredEntity): Problem {
  return {
    file: entry.file,
    line: entry.line,
    severity: 'error',
    rule: 'register/claimed-twice',
    reason: `Unexpected “${name}” in the entry “${entry.name}”, already claimed by “${owner.name}” (${owner.file}:${owner.line}), expected one owner for each name`,
    hint:
      foldName(name) === foldName(entry.name)
        ? `give this entry a name of its own, or join the two; in “${owner.name}” the name could be a label:\n${toYaml(owner, name)}`
        : `take it from this entry, or make it a label, which is never matched by itself:\n${toYaml(entry, name)}`,
  }
}

/** The entry's names with the contested one among the labels. */
function toYaml(entry: RegisteredEntity, contested: string): string {
  const isOther = (name: string): boolean => foldName(name) !== foldName(contested)
  const rows: [string, readonly string[]][] = [
    ['aliases', entry.aliases.filter(isOther)],
    ['demonyms', entry.demonyms.filter(isOther)],
    ['labels', [...entry.labels, contested]],
  ]
  const lists = rows
    .filter(([, names]) => names.length > 0)
    .map(([field, names]) => `  ${field}: [${names.map(quote).join(', ')}]`)
  return [`- name: ${quote(entry.name)}`, `  kind: ${entry.kind}`, ...lists].join('\n')
}

function quote(name: string): string {
  return /^[\p{L}][\p{L}\p{N} .’-]*$/u.test(name) ? name : JSON.stringify(name)
}

function reportContradictions(entry: RegisteredEntity): Problem[] {
  const claimed = new Set(claimsOf(entry).map(foldName))
  return entry.notSame
    .filter(({ name }) => claimed.has(foldName(name)))
    .map(({ name }) => ({
      file: entry.file,
      line: entry.line,
      severity: 'error' as const,
      rule: 'register/contradiction',
      reason: `Unexpected “${name}” under notSame of “${entry.name}”, which also claims that name, expected one or the other`,
      hint: `remove “${name}” from notSame or from the names of the entry`,
    }))
}

/**
 * Finds decisions of the register with a misspelt name: nobody is called so, and another entry or source almost so. One
 * about somebody who is not in the sources is valid, as it keeps namesakes distinct.
 */
export function checkMisspelt(register: Register, entities: readonly Entity[], sources: readonly Source[]): Problem[] {
  const names = [...register, ...entities.filter(({ isRegistered }) => !isRegistered)].map(({ name }) => name)
  const isNamed = (entry: RegisteredEntity, name: string) =>
    register.some((other) => other !== entry && [...claimsOf(other), ...other.labels].some(isAlike(name))) ||
    sources.some(({ passages }) => passages.some((passage) => findExact(passage, name).length > 0))
  return register.flatMap((entry) => {
    const others = names.filter((name) => name !== entry.name)
    return (['same', 'notSame', 'possiblySame'] as const).flatMap((field) =>
      entry[field].flatMap(({ name }) => {
        const near = nearestName(name, others)
        if (near === undefined || others.some(isAlike(name)) || isNamed(entry, name)) return []
        const reason = `${field}: Unexpected name “${name}”, which neither another entry nor any source has`
        return [correctionProblem(entry, 'unmatched', reason, `name: ${JSON.stringify(near)}`, 'warning')]
      }),
    )
  })
}

const isAlike = (name: string) => (other: string) => foldName(other) === foldName(name)

/** Finds corrections that refer to an entity or speaker whom neither the register nor any source names in full. */
export function checkDecided(
  found: readonly Findings[],
  entities: readonly Entity[],
  mentions: readonly ResolvedMention[],
): Problem[] {
  const known = new Set(entities.filter(({ isRegistered }) => isRegistered).map(({ key }) => key))
  for (const mention of mentions) if (!isDecided(mention)) known.add(mention.entity)
  const named = entities.filter(({ key }) => known.has(key))
  const editsOf = new Map(found.map(({ file, edits = [] }) => [file, edits]))
  const problemsOf = (file: string, kind: 'name' | 'speaker', { passage, start }: Span, unknown: string): Problem[] =>
    (editsOf.get(file) ?? [])
      .filter((one) => one.kind === kind && one.span.passage === passage && one.span.start === start)
      .map((edit) => unknownNameProblem(edit, unknown, named))
  return [
    ...mentions
      .filter((mention) => isDecided(mention) && !known.has(mention.entity))
      .flatMap(({ file, span, refersTo }) => problemsOf(file, 'name', span, refersTo!)),
    ...found.flatMap(({ file, quotations }) =>
      quotations.flatMap(({ spans, speaker }) =>
        speaker?.refersTo === undefined || findNamed(named, speaker.refersTo)
          ? []
          : spans.flatMap((span) => problemsOf(file, 'speaker', span, speaker.refersTo!)),
      ),
    ),
  ]
}

function unknownNameProblem(edit: Edit, unknown: string, named: readonly Entity[]): Problem {
  const near = nearestName(
    unknown,
    named.map(({ name }) => name),
  )
  const reason = `entity: Unexpected name “${unknown}”, expected one of the register or of a source`
  const name = JSON.stringify(near ?? unknown)
  const hint = near ? `entity: ${name}` : `Add it to the register:\n- name: ${name}`
  return correctionProblem(edit, 'unknown-entity', reason, hint)
}
