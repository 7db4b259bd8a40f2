import { expect, test } from 'vitest'
import type { DossierView } from '../dossier/dossier.ts'
import { listTimelineFilters } from './dated-events.ts'

/** A dossier of so many sources, each with one dated event that names `busy`; the first few name `quiet` too. */
function inventDossier(sources: number, ofQuiet: number): DossierView {
  const at = (index: number) => ({
    reports: [{ source: `s${index}` }],
    entities: [{ id: 'busy' }, ...(index < ofQuiet ? [{ id: 'quiet' }] : [])],
  })
  return {
    sources: Array.from({ length: sources }, (_, index) => ({
      id: `s${index}`,
      position: index + 1,
      title: 'A title',
      publisher: 'Post',
    })),
    entitiesWithPage: ['busy', 'quiet'].map((id) => ({ id, name: id })),
    datedEvents: Array.from({ length: sources }, (_, index) => at(index)),
  } as unknown as DossierView
}

const pagesOf = (dossier: DossierView) =>
  listTimelineFilters(dossier).flatMap(({ id, hasPage }) => (hasPage ? [id] : []))

test.each([
  [2, 2, ['s0', 's1', 'busy', 'quiet']],
  [101, 101, ['busy', 'quiet']],
  [101, 100, ['busy']],
  [61, 61, []],
])('of %i sources, %i tell of a quiet name: %j have a timeline of their own', (sources, ofQuiet, expected) =>
  expect(pagesOf(inventDossier(sources, ofQuiet))).toEqual(expected),
)
