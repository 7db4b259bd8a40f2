import { expect, test } from 'vitest'
import { comparePlaces } from './compare-scopes.ts'
import type { FigureStatement } from './figure-statement.ts'

/** A number low in its source; `areas` are those of its places that a noun makes an area, `sites` the places of its source. */
function state(low: number, entities: string[], areas: string[], sites: string[]): FigureStatement {
  const row = { unit: 'count', low, high: low } as FigureStatement['row']
  const sets = { entities: new Set(entities), areas: new Set(areas), sites: new Set(sites) }
  return {
    row,
    quantity: 'missing',
    isLeading: false,
    known: new Set([...entities, ...sites]),
    ...sets,
  } as unknown as FigureStatement
}

test.each<[string, FigureStatement, boolean]>([
  ['no place', state(130, [], [], ['dam']), true],
  ['the dam that the other names', state(130, ['dam'], [], ['dam']), true],
  ['the province of the dam', state(130, ['phon'], ['phon'], ['phon', 'dam']), true],
  ['a town beside the dam', state(130, ['phon'], [], ['phon', 'dam']), false],
  ['the province of another dam', state(130, ['phon'], ['phon'], ['phon', 'weir']), false],
  ['a town in the province of the dam', state(130, ['ardo', 'phon'], ['phon'], ['phon', 'dam', 'ardo']), false],
])('130 missing at %s and 200 at the dam are of one place: %s', (_, statement, expected) => {
  expect(comparePlaces(statement, state(200, [], [], ['dam'])) === undefined).toBe(expected)
})
