import { expect, test } from 'vitest'
import { readRole } from './read-role.ts'

const VALE = '<a class="entity" href="/people/vale-aaaaaaaa/" data-type="person" data-id="aaaaaaaa">Ines Vale</a>'
const PORT = '<a class="entity" href="/places/northport-bbbbbbbb/" data-type="place" data-id="bbbbbbbb">Northport</a>'

test.each([
  [`Nothing moves, said ${VALE}, the harbour master of ${PORT}.`, 'the harbour master of Northport'],
  [`${VALE}, a dockers’ lawyer, denied it.`, 'a dockers’ lawyer'],
  [`Boats left. ${VALE}, the mediator, said so.`, 'the mediator'],
])('%s', (html, role) => expect(readRole(html, 'aaaaaaaa')).toBe(role))

test.each([
  ['a list of three', `They met ${VALE}, the harbour master, and two envoys.`],
  ['two people in one phrase', `They met ${VALE}, the harbour master and an envoy.`],
  ['a clause', `${VALE}, the one who left, said so.`],
  ['a time', `${VALE}, the same day, said no.`],
  ['no article', `${VALE}, speaking in ${PORT}, said no.`],
  ['another name', `${PORT}, the largest port, was shut to ${VALE}.`],
  ['nothing closes it', `${VALE}, the harbour master`],
])('no role from %s', (_, html) => expect(readRole(html, 'aaaaaaaa')).toBeUndefined())
