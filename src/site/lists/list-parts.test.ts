import { expect, test } from 'vitest'
import type { DossierView } from '../dossier/dossier.ts'
import { MOST_DATED_EVENTS } from './periods.ts'
import { divideDatedEvents, listPartPages, listPartPaths } from './list-parts.ts'

const datedEvent = (day: string | undefined) => ({ lo: day, hi: day, isPlaced: day !== undefined })
const dossierOf = (...days: (string | undefined)[]) =>
  ({ sources: [], quotations: [], listedFigures: [], datedEvents: days.map(datedEvent) }) as unknown as DossierView
const many = (day: string) => Array.from({ length: MOST_DATED_EVENTS }, () => day)

test('a list that fits on one page has no parts', () => {
  const dossier = dossierOf(...many('2016-05-01'))
  expect(divideDatedEvents(dossier.datedEvents)).toEqual([])
  expect(listPartPages(dossier)).toEqual([])
})

test('a long list has a page for each year, for each month of a long year, and for undated items', () => {
  const dossier = dossierOf(...many('2016-05-01'), '2016-04-02', '2014-01-01', undefined)
  expect(listPartPages(dossier)).toEqual([
    '/timeline/in/2014/',
    '/timeline/in/2016/',
    '/timeline/in/2016-04/',
    '/timeline/in/2016-05/',
    '/timeline/in/undated/',
  ])
  expect(
    listPartPaths(divideDatedEvents(dossier.datedEvents), '/timeline/').map(({ params, props }) => [
      params.period,
      props.period.count,
    ]),
  ).toContainEqual(['2016-04', 1])
})
