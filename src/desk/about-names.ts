import type { Dossier } from '../model/dossier.ts'
import type { Entity } from '../model/entity.ts'
import { COLLECTION_OF, entityKind } from '../model/kind.ts'
import type { Register } from '../model/register.ts'
import { identityDecision, registerEntry } from '../model/register.ts'
import { decideIdentity } from '../review/ask-about-names.ts'
import type { Desk, Form, Statement } from './forms.ts'
import { checkItem, fieldsOf, readValues } from './forms.ts'

/** Whether names belong to one or to two. */
export function stateIdentity({ dossier, register }: Desk, key: string): Statement {
  const entity = dossier.entities.find((one) => one.key === key)!
  const known = [...new Set(dossier.entities.flatMap(({ name, aliases }) => [name, ...aliases]))]
  const fields = fieldsOf(identityDecision, [], { name: known.filter((name) => name !== entity.name) })
  const titles = {
    same: `Somebody else is “${entity.name}” too`,
    notSame: `Somebody is not “${entity.name}”`,
    possiblySame: `Somebody may be “${entity.name}”`,
  } as const
  const forms = (['same', 'notSame', 'possiblySame'] as const).map((field): Form => {
    return {
      id: `${field} ${key}`,
      title: entity.kind === 'person' ? titles[field] : titles[field].replace('Somebody', 'Something'),
      fields,
      decide: (values) => {
        const { holder, item } = placeIdentity(dossier, register, entity, readValues(fields, values))
        return checkItem(identityDecision, item, decideIdentity(holder, field, register))
      },
    }
  })
  forms.push(registerForm(`register ${key}`))
  const aliases = entity.aliases.length > 0 ? `, also ${entity.aliases.join(', ')}` : ''
  return { kind: entity.kind, words: entity.name, says: `${entity.kind}${aliases}`, forms }
}

/** A decision about two names that stands in the entry of the other one is changed there, so that no two contradict. */
function placeIdentity({ entities }: Dossier, register: Register, entity: Entity, item: Record<string, unknown>) {
  const entry = register.find(
    ({ name, same, notSame, possiblySame }) =>
      name === item['name'] && [...same, ...notSame, ...possiblySame].some((one) => one.name === entity.name),
  )
  const other = entry && entities.find(({ name }) => name === entry.name)
  return other ? { holder: other, item: { ...item, name: entity.name } } : { holder: entity, item }
}

/** What is written on a line of its own; lists are written in the file. */
const LISTS = ['aliases', 'labels', 'demonyms', 'sameAs', 'coordinates', 'capitals', 'same', 'notSame', 'possiblySame']

/** Adds somebody whom the register does not have, as another person of the same name. */
function registerForm(id: string): Form {
  const fields = fieldsOf(registerEntry, LISTS)
  return {
    id,
    title: 'Add to the register',
    fields,
    decide: (values) => {
      const kind = entityKind.safeParse(values['kind']).data ?? 'person'
      return checkItem(registerEntry, readValues(fields, values), { file: `seeds/register/${COLLECTION_OF[kind]}.yml` })
    },
  }
}
