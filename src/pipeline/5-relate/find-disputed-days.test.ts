import { expect, test } from 'vitest'
import type { FigureTable } from '../../model/figure.ts'
import { arrangeSentences } from './sentences.ts'
import { findDisputedDays } from './find-disputed-days.ts'
import { inventDossier, locate, oneStory } from './invent-dossier.fixture.ts'

const VALE = '{Ada Vale=person:ada vale}'
const DIED = `${VALE} died on {Friday@2020-03-06}.`

function daysOf(texts: readonly string[], figures: readonly FigureTable[] = []): string[][] {
  const dossier = inventDossier(texts.map((text) => ['2020-03-09', text] as const))
  const sentences = arrangeSentences(dossier.sources, dossier.mentions)
  return findDisputedDays(figures, dossier.findings, sentences, oneStory(dossier)).map(({ rows }) =>
    rows.map(({ date }) => date.lo!),
  )
}

test.each<[string, string, number]>([
  [DIED, `${VALE} died on {Thursday@2020-03-05}.`, 1],
  ['A 36-year-old died on {Friday@2020-03-06}.', '{Yesterday@2020-03-08}, a 36-year-old climber died.', 1],
  ['A 36-year-old died on {Friday@2020-03-06}.', '{Yesterday@2020-03-08}, a 37-year-old climber died.', 0],
  [DIED, `${VALE} died on {Friday@2020-03-06}, a friend said.`, 0],
  [DIED, `${VALE} died, a friend said on {Sunday@2020-03-08}.`, 0],
  [DIED, `The mayor mourned ${VALE}, who died, on {Sunday@2020-03-08}.`, 0],
  [DIED, `${VALE} died on {Tuesday@2020-02-11}.`, 0],
  [DIED, '{Ben Okafor=person:ben okafor} died on {Thursday@2020-03-05}.', 0],
])('%s / %s', (first, second, count) => {
  expect(daysOf([first, second])).toHaveLength(count)
})

function arrests(texts: readonly string[], low: number): string[][] {
  const dossier = inventDossier(texts.map((text) => ['2020-03-09', text] as const))
  const rows = texts.map((text, at) => {
    const file = dossier.sources[at]!.file
    const date = dossier.findings[at]!.dates[0]!.span
    const sentence = { file, passage: date.passage, start: 0, end: dossier.sources[at]!.passages[0]!.text.length }
    return {
      at: { ...locate(dossier, at, 'smugglers'), file },
      sentence,
      words: text,
      low,
      high: low,
      unit: 'count',
      period: { words: '', at: { ...date, file } },
      certainty: 'stated' as const,
      rule: 'amount/exact',
    }
  })
  const table = { key: 'x', quantity: 'detention', unit: 'count', rows, isCompatible: true, beside: [] }
  return daysOf(texts, [table])
}

test.each<[string, number, number]>([
  ['The navy caught the smugglers on {Wednesday@2020-03-04}.', 17, 1],
  ['The navy caught the smugglers on {Wednesday@2020-03-04}.', 3, 0],
  ['The navy caught the smugglers, the mayor said on {Wednesday@2020-03-04}.', 17, 0],
  ['The bishop condemned the arrest of the smugglers on {Wednesday@2020-03-04}.', 17, 0],
  ['The navy caught the smugglers on {Thursday@2020-03-05}.', 17, 0],
])('%s of %i', (second, low, count) => {
  expect(arrests(['The smugglers were caught on {Thursday@2020-03-05}.', second], low)).toHaveLength(count)
})
