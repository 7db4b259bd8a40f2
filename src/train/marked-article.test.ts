import { expect, test } from 'vitest'
import { readMarkedArticle } from './marked-article.ts'

test('markup is taken out and its ranges are over the plain paragraph', () => {
  const article = readMarkedArticle(
    [
      'H: Ferry sinks',
      'B: By Ada Vale => Ada Vale',
      '[Ada Vale|p:vale] spoke [on Friday|d:2018-05-04]. {vale:“I saw [Ruhn|l:ruhn],”} she said.',
      '~Share this',
    ].join('\n'),
  )
  expect(article.text).toBe(
    'Ferry sinks\n\nBy Ada Vale\n\nAda Vale spoke on Friday. “I saw Ruhn,” she said.\n\nShare this\n',
  )
  expect([article.headline, article.authors]).toEqual(['Ferry sinks', ['Ada Vale']])
  expect(article.paragraphs).toEqual([
    {
      text: 'Ada Vale spoke on Friday. “I saw Ruhn,” she said.',
      names: [
        { start: 0, end: 8, kind: 'p', id: 'vale' },
        { start: 33, end: 37, kind: 'l', id: 'ruhn' },
      ],
      dates: [{ start: 15, end: 24, lo: '2018-05-04', hi: '2018-05-04' }],
      quotations: [{ start: 26, end: 39, speaker: 'vale' }],
    },
  ])
})

test.each([
  ['2018', '2018-01-01', '2018-12-31'],
  ['2018-02', '2018-02-01', '2018-02-28'],
  ['2016..2017-06', '2016-01-01', '2017-06-30'],
  ['?', undefined, undefined],
])('the interval of %s', (value, lo, hi) => {
  const [date] = readMarkedArticle(`In [then|d:${value}].`).paragraphs[0]!.dates
  expect([date!.lo, date!.hi]).toEqual([lo, hi])
})
