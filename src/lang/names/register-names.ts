import type { Register, RegisteredEntity } from '../../model/register.ts'
import { RANK } from './candidate.ts'
import type { Candidate } from './candidate.ts'

/** What a list or the register says of a name. */
export type Known = Pick<Candidate, 'kind' | 'form' | 'certainty' | 'rule' | 'rank'> & {
  readonly subtype?: string
  readonly refersTo?: string
}

/**
 * Every name of the register with what it says of it.
 *
 * @param inflect the forms in which a text of the language may print a demonym; as registered when it is not given
 */
export function namesOfRegister(
  register: Register,
  inflect = (demonym: string): readonly string[] => [demonym],
): (readonly [string, Known])[] {
  return register.flatMap((entry) => namesOf(entry, inflect))
}

function namesOf(
  entry: RegisteredEntity,
  inflect: (demonym: string) => readonly string[],
): (readonly [string, Known])[] {
  const known: Known = {
    kind: entry.kind,
    refersTo: entry.name,
    form: 'name',
    certainty: 'editor',
    rule: 'name/register',
    rank: RANK.register,
    ...(entry.subtype ? { subtype: entry.subtype } : {}),
  }
  const names = [entry.name, ...entry.aliases, ...entry.same.map(({ name }) => name)]
  return [
    ...names.map((name) => [name, known] as const),
    ...entry.demonyms.flatMap(inflect).map((name) => [name, { ...known, form: 'demonym' }] as const),
  ]
}
