import { expect, test } from 'vitest'
import { arrangeSentences } from '../../../../pipeline/5-relate/sentences.ts'
import { inventDossier, locate } from '../../../../pipeline/5-relate/invent-dossier.fixture.ts'
import { readScope } from './read-scope.ts'

function scopeOf(text: string, words: string) {
  const dossier = inventDossier([['2020-03-04', text]])
  const span = locate(dossier, 0, words)
  const all = [...arrangeSentences(dossier.sources, dossier.mentions).values()].flat()
  const at = all.findLastIndex(({ start }) => start <= span.start)
  const { cues, time } = readScope(span, all[at]!, all[at - 1], dossier.findings[0]!.dates, '2020-03-04')
  return [[...cues].sort().join(' '), time]
}

test.each<[string, string, string, string | undefined]>([
  ['The flood killed nine people on {Monday@2020-03-02}.', 'nine', '', undefined],
  ['In {2004@2004-01-01/2004-12-31}, a flood killed 400 people.', '400', '', '2004-01-01'],
  [
    'The flood on {Monday@2020-03-02} killed nine in a valley hit in {2004@2004-01-01/2004-12-31}.',
    'nine',
    '',
    undefined,
  ],
  ['In {2004@2004-01-01/2004-12-31} the dam broke. It killed 400 people.', '400', '', '2004-01-01'],
  ['Last year a flood killed 400 people.', '400', 'background', undefined],
  ['The strike has cost 12 jobs so far.', '12', 'total', undefined],
  ['Nine died, including four children.', 'four', 'part', undefined],
  ['Police held 30 of the 80 marchers.', '30', 'part', undefined],
  ['Some 40 people died, including four children.', '40', '', undefined],
  ['Watchmen, all of whom saw four planes, fled.', 'four', '', undefined],
  ['Of the hurt, 15 critically, most were children.', '15', 'severe', undefined],
  ['Some 55 people were hurt, 15 critically.', '55', '', undefined],
  ['The yard sold 14 boats and 31 masts during the five auctions.', '31', 'total', undefined],
  ['Northport, a city of 40,000 people, was flooded.', '40,000', 'population', undefined],
])('%s', (text, words, cues, time) => {
  expect(scopeOf(text, words)).toEqual([cues, time])
})
