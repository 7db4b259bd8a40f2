import { expect, test } from 'vitest'
import { MOST_TERMS, parseQuery } from './query.ts'

/** Groups between spaces, alternatives between bars, dates after "@", excluded words after "-". */
function read(typed: string): string {
  const { groups, excluded } = parseQuery(typed, 'en')
  const tell = ({ kind, words, dates }: (typeof excluded)[number]) =>
    dates ? `@${dates.join('/')}` : kind === 'phrase' ? `"${words.join(' ')}"` : words.join('+')
  return [...groups.map((group) => group.map(tell).join('|')), ...excluded.map((term) => `-${tell(term)}`)].join(' ')
}

test.each([
  ['crane harbour', 'crane harbour'],
  ['"crane driver"', '"crane driver"'],
  ['“crane driver” Northport', '"crane driver" northport'],
  ['«crane driver» „night shift“', '"crane driver" "night shift"'],
  ['"crane driver', 'crane driver'],
  ['crane "', 'crane'],
  ['cease-fire', 'cease+fire'],
  ['crane Crane CRANE', 'crane'],
  ['"" — !', ''],
  ['<img onerror=alert(1)>', 'img onerror+alert+1'],
  ['45% $3 million', '45 percent dollar 3 million'],
])('%s', (typed, expected) => expect(read(typed)).toBe(expected))

test.each([
  ['rebels -Russia', 'rebels -russia'],
  ['talks -"peace talks"', 'talks -"peace talks"'],
  ['-crane', '-crane'],
  ['crane - harbour', 'crane harbour'],
  ['crane -', 'crane'],
  ['night-shift', 'night+shift'],
])('left out: %s', (typed, expected) => expect(read(typed)).toBe(expected))

test.each([
  ['crane OR winch harbour', 'crane|winch harbour'],
  ['a OR b OR "c d"', 'a|b|"c d"'],
  ['crane or winch', 'crane or winch'],
  ['OR crane', 'or crane'],
  ['crane OR', 'crane or'],
  ['crane OR -winch', 'crane or -winch'],
  ['"crane OR winch"', '"crane or winch"'],
  ['crane AND winch', 'crane winch'],
  ['crane and winch', 'crane and winch'],
  ['AND', 'and'],
])('alternatives: %s', (typed, expected) => expect(read(typed)).toBe(expected))

test.each([
  ['2017-02-13', '@2017-02-13'],
  ['2017-02', '@2017-02'],
  ['13.2.2017', '@2017-02-13'],
  ['02/13/2017', '@2017-02-13'],
  ['3/4/2017', '@2017-04-03/2017-03-04'],
  ['13 February 2017', '@2017-02-13'],
  ['13th of February, 2017', '@2017-02-13'],
  ['February 13, 2017', '@2017-02-13'],
  ['Feb. 13', '@--02-13'],
  ['Sept 2017 crane', '@2017-09 crane'],
  ['crane 13 Feb 2017 harbour', 'crane @2017-02-13 harbour'],
  ['2017', '2017'],
  ['2017-13-40', '2017+13+40'],
  ['may fall', 'may fall'],
  ['May', 'may'],
  ['13 cranes', '13 cranes'],
  ['"13 February 2017"', '"13 february 2017"'],
  ['-13 February', '-@--02-13'],
])('a date: %s', (typed, expected) => expect(read(typed)).toBe(expected))

test('months in the language of the dossier', () =>
  expect(parseQuery('13 février 2017', 'fr').groups[0]![0]!.dates).toEqual(['2017-02-13']))

test('a very long query is cut', () => {
  const typed = Array.from({ length: 5000 }, (_, index) => `word${index}`).join(' ')
  expect(parseQuery(typed, 'en')).toMatchObject({ groups: { length: MOST_TERMS }, isCut: true })
})
