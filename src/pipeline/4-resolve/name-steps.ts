import type { PersonFacts } from '../../lang/en/roles/person-facts.ts'
import type { IdentityStep, Mention } from '../../model/entity.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/characters.ts'

/** A mention as the register and the lists know it. */
export interface Named {
  readonly mention: Mention
  readonly words: string
  readonly key: string
  readonly entry: RegisteredEntity | undefined
  /** True when the register lists not these words but a spelling of them. */
  readonly isSpelling: boolean
  /** The full name that the text around gives, where the words are a part of it or in another order. */
  readonly full?: string
  readonly facts: PersonFacts
}

/** Whether a person said whom or what the words name at this place; an entry of the register says it of a name. */
export function isDecided({ rule, refersTo }: Mention): boolean {
  return rule === 'editor/name' && refersTo !== undefined
}

/**
 * Why a mention belongs to the group of its own name, in a sentence a reader sees.
 *
 * @param isFirst whether it is the source's first mention by that name
 */
export function explainName({ mention, words, entry, isSpelling }: Named, isFirst: boolean): IdentityStep {
  const { form, refersTo } = mention
  if (isDecided(mention)) return step('decided', 'editor', `An editor says that “${words}” means “${refersTo}” here.`)
  if (entry && isSpelling)
    return step(
      'register-spelling',
      'inferred',
      `“${words}” is a spelling of “${entry.name}”, which the register lists.`,
    )
  if (entry) return step('register', 'editor', `The register lists “${words}” as a name of “${entry.name}”.`)
  if (form === 'demonym')
    return step('demonym', 'stated', `“${words}” is the adjective or the people's name of “${refersTo}”.`)
  if (refersTo && foldName(refersTo) !== foldName(words))
    return step('known-alias', 'stated', `“${words}” is another name of “${refersTo}”.`)
  return isFirst
    ? step('name', 'stated', `The source names “${words}”.`)
    : step('same-name', 'stated', `The source repeats the name “${words}”.`)
}

/** Why a mention without a name belongs to a named group. */
export function explainNominal(words: string, antecedent: string): IdentityStep {
  return step('sole-antecedent', 'inferred', `“${words}” takes up “${antecedent}”, the only such name in the source.`)
}

function step(rule: string, certainty: IdentityStep['certainty'], reason: string): IdentityStep {
  return { rule: `identity/${rule}`, certainty, reason }
}
