import { expect, test } from 'vitest'
import type { Mention } from '../../../model/entity.ts'
import type { Source } from '../../../model/source.ts'
import { findRoles } from './persons.ts'

/** The roles in a text, each after its person; names are in square brackets. */
function rolesIn(marked: string): string[] {
  const text = marked.replaceAll(/[[\]]/g, '')
  const mentions = Array.from(marked.matchAll(/\[([^\]]+)\]/g), ({ index, 1: name }, at): Partial<Mention> => {
    const start = index - 2 * at
    return { kind: 'person', form: 'name', span: { passage: 1, start, end: start + name!.length } }
  })
  const source = { passages: [{ ordinal: 1, kind: 'paragraph', text, segments: [] }] } as unknown as Source
  return findRoles(source, mentions as Mention[]).map(
    ({ span, person }) => `${text.slice(person.start, person.end)}: ${text.slice(span.start, span.end)}`,
  )
}

test.each([
  ['Nothing moves, said [Ines Vale], the harbour master of Northport.', ['Ines Vale: the harbour master of Northport']],
  ['[Ines Vale], a dockers’ lawyer, denied it.', ['Ines Vale: a dockers’ lawyer']],
  ['Boats left. [Vale], the mediator, said so.', ['Vale: the mediator']],
  ['[Vale], an expert on trade at the port, spoke.', ['Vale: an expert on trade at the port']],
  ['[Okafor], the mayor, met [Vale], a geologist.', ['Okafor: the mayor', 'Vale: a geologist']],
])('%s', (text, roles) => expect(rolesIn(text)).toEqual(roles))

test.each([
  ['a list of three', 'They met [Vale], the harbour master, and two envoys.'],
  ['a list without a conjunction', 'They asked [Vale], the teacher, her brother, two envoys.'],
  ['two people in one phrase', 'They met [Vale], the harbour master and an envoy.'],
  ['a clause with a person', '[Vale], the lawyer who left, said so.'],
  ['a clause', 'According to [Vale], the agreement opened the door.'],
  ['a time', '[Vale], the same day, said no.'],
  ['no article', '[Vale], speaking in Northport, said no.'],
  ['no noun for a person', '[Vale], the reason for it, said no.'],
  ['several', 'Said [Vale], the lawyers.'],
  ['another’s name behind the words', 'After meeting [Vale], the president, [Omar Rowe], left.'],
  ['a name in another place', 'Northport, the largest town, was shut to [Vale].'],
  ['nothing that closes the words', '[Vale], the harbour master'],
])('no role from %s', (_, text) => expect(rolesIn(text)).toEqual([]))
