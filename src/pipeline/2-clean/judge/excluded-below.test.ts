import { expect, test } from 'vitest'
import { cleanSeed } from '../clean-seed.ts'

const HEAD = 'Harbour of Northport closes after storm'
const FIRST = 'The council of Northport voted on Monday to close the harbour for a month.'
const SECOND = 'Two ships sank at the mouth of the river last week, and nine people were killed.'
const THIRD = 'Engineers will examine the walls of the harbour before the spring.'
const BODY = [FIRST, SECOND, THIRD]

const clean = (text: string) =>
  cleanSeed(
    { file: 'a.txt', sha256: '', encoding: 'utf-8', format: 'text', text, sidecar: {} },
    { language: 'en', rights: 'full' },
  ).value

const keptOf = (lines: readonly string[]): string[] =>
  clean([HEAD, ...lines].join('\n\n'))
    .passages.filter(({ kind }) => kind !== 'headline')
    .map(({ text }) => text)

test.each<[what: string, lines: string[], kept: string[]]>([
  [
    'comments with buttons to reply',
    [
      ...BODY,
      '12 Comments',
      'StormWatcher',
      '2 hours ago',
      'The council slept all winter while the sea rose.',
      'Reply',
      'Report',
    ],
    BODY,
  ],
  [
    'a button in the text, and other articles with their hours',
    [
      FIRST,
      'Comments',
      SECOND,
      THIRD,
      FIRST.replace('harbour', 'port'),
      SECOND.replace('river', 'canal'),
      THIRD.replace('harbour', 'port'),
      'Most read',
      'Storm over Lund',
      '2 hours ago',
      'Ship found',
      '3 hours ago',
      'Like',
    ],
    [
      FIRST,
      SECOND,
      THIRD,
      FIRST.replace('harbour', 'port'),
      SECOND.replace('river', 'canal'),
      THIRD.replace('harbour', 'port'),
    ],
  ],
  ['a button that leads to comments', [FIRST, SECOND, '12 Comments', THIRD], BODY],
  [
    'a reply in the text',
    [FIRST, SECOND, THIRD, 'The council published 12 comments.', 'The mayor did not reply.'],
    [FIRST, SECOND, THIRD, 'The council published 12 comments.', 'The mayor did not reply.'],
  ],
  [
    'how a release closes',
    [
      'FOR IMMEDIATE RELEASE',
      ...BODY,
      'About Lund Harbour Company',
      'Lund Harbour Company owns the docks of nine towns.',
      'Forward-Looking Statements',
      'This release contains statements that may turn out otherwise.',
      'Media Contacts:',
      'Ada Vale',
    ],
    BODY,
  ],
  [
    'a menu below an article that tells its source',
    [...BODY, 'Source: Northport News', 'About Us', 'Our code', 'Jobs'],
    BODY,
  ],
  [
    'a heading “About” in an article',
    [FIRST, SECOND, 'About the harbour', THIRD],
    [FIRST, SECOND, 'About the harbour', THIRD],
  ],
  ['the number of a page', [FIRST, '4', SECOND, 'Page 5', THIRD], BODY],
  ['a year as a heading', [FIRST, '1969', SECOND, THIRD], [FIRST, '1969', SECOND, THIRD]],
  ['a last short sentence', [...BODY, 'The inquiry continues.', 'Older', 'Newer'], [...BODY, 'The inquiry continues.']],
  ['a writer’s telephone', ['By Ada Vale', ...BODY, 'Ada Vale can be reached at 555-0100.'], BODY],
  [
    'a life of the writer below her name',
    ['By Ada Vale', ...BODY, 'Ada Vale', 'Senior Writer', 'Ada joined the Gazette in 2017. She likes boats.'],
    BODY,
  ],
  [
    '… and not one who bears her first name',
    ['By Ada Vale', FIRST, SECOND, 'Ada joined the council in 2017 and has sat on it since then.'],
    [FIRST, SECOND, 'Ada joined the council in 2017 and has sat on it since then.'],
  ],
  [
    'corrections',
    [
      ...BODY,
      'Corrections & Amplifications',
      'The harbour is in Northport. An earlier version of this article incorrectly said it is in Lund.',
    ],
    BODY,
  ],
  [
    'an earlier version of something else',
    [FIRST, SECOND, 'An earlier version of this harbour was built of wood in Lund.'],
    [FIRST, SECOND, 'An earlier version of this harbour was built of wood in Lund.'],
  ],
  [
    'a newsletter between its name and its button',
    [
      FIRST,
      'Newsletter Sign-up',
      'Harbour A.M.',
      'A short letter packed with tides and ships, before breakfast.',
      'Subscribe',
      SECOND,
      THIRD,
    ],
    BODY,
  ],
  [
    'the owner of the text',
    [
      ...BODY,
      'Copyright GAZETTE.',
      'All rights reserved. This material, and other digital content on this website, may not be reproduced without permission.',
    ],
    BODY,
  ],
  [
    'a sentence on copyright',
    [FIRST, SECOND, 'Copyright law is changing all over the coast.'],
    [FIRST, SECOND, 'Copyright law is changing all over the coast.'],
  ],
  ['the initials of the desk', [...BODY, 'bur-jg/sr'], BODY],
  [
    'what a picture shows below its owner',
    ['© Agency/Ada Vale', 'A mother and her son wait for water in the harbour of Northport.', ...BODY],
    BODY,
  ],
  [
    'a call for hints',
    [
      FIRST,
      SECOND,
      'Do you have information about ships in the harbour of Northport? We would like to hear from you. Email ada@example.org.',
      THIRD,
    ],
    BODY,
  ],
  ['addresses of the writer', [...BODY, 'ada@example.org @adavale'], BODY],
  [
    'a call for help',
    [
      ...BODY,
      'Protect Fearless Journalism',
      'Spread the word. We’re a nonprofit organization that produces nonpartisan, evidence-based journalism.',
    ],
    BODY,
  ],
  [
    '… and not a sentence on a nonprofit',
    [FIRST, SECOND, 'We are a nonprofit that feeds fishermen, the mayor told the council of Northport.'],
    [FIRST, SECOND, 'We are a nonprofit that feeds fishermen, the mayor told the council of Northport.'],
  ],
  [
    'a letter from the paper',
    [...BODY, 'While you are here: Every Tuesday, our editors round up what happened.'],
    BODY,
  ],
  [
    '… and not one to a reader in the text',
    [FIRST, SECOND, 'While you are asleep the tide rises by two metres in the old harbour.'],
    [FIRST, SECOND, 'While you are asleep the tide rises by two metres in the old harbour.'],
  ],
])('%s', (_, lines, kept) => {
  expect(keptOf(lines)).toEqual(kept)
})

test('a question is the last of a list where no blank line parts it from the list', () => {
  const lines = [
    FIRST,
    '',
    'Related Articles',
    'Storm breaks the sea wall',
    'Letters: Who watched the walls?',
    '',
    SECOND,
    '',
    'Who pays?',
    THIRD,
  ]
  expect(
    clean([HEAD, '', ...lines].join('\n'))
      .passages.slice(1)
      .map(({ text }) => text),
  ).toEqual([FIRST, SECOND, 'Who pays?', THIRD])
})

test('a report in entries keeps its headline and the headings of its entries', () => {
  const { passages } = clean(
    [
      HEAD,
      '4 May 2023',
      '18.42 BST',
      'Council votes on harbour',
      FIRST,
      '17.15 BST',
      'Ships sink at river mouth',
      SECOND,
      THIRD,
    ].join('\n\n'),
  )
  expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
    ['headline', HEAD],
    ['heading', 'Council votes on harbour'],
    ['paragraph', FIRST],
    ['heading', 'Ships sink at river mouth'],
    ['paragraph', SECOND],
    ['paragraph', THIRD],
  ])
})

test.each<[what: string, above: string[], standfirst: string | undefined]>([
  [
    'above the byline',
    ['Nine people died. The town had been warned of the sea.', 'By Ada Vale'],
    'Nine people died. The town had been warned of the sea.',
  ],
  ['below the byline', ['By Ada Vale', 'Nine people died. The town had been warned of the sea.'], undefined],
  ['two sentences of the text above a time', [THIRD, SECOND, '4 May 2023 10:00 GMT'], undefined],
])('standfirst with a full stop, %s', (_, above, standfirst) => {
  expect(clean([HEAD, ...above, FIRST, SECOND].join('\n\n')).metadata.standfirst?.value).toBe(standfirst)
})

test.each<[marked: string, plain: string]>([
  [
    'The [council](https://example.org/a) of **Northport** voted *at last* to close it.',
    'The council of Northport voted at last to close it.',
  ],
  ['> The council of Northport voted to close the harbour.', 'The council of Northport voted to close the harbour.'],
  [
    'The council [of Northport] voted 5*4 times (see https://example.org/a) for 2 ** 3 ships.',
    'The council [of Northport] voted 5*4 times (see https://example.org/a) for 2 ** 3 ships.',
  ],
  [
    'The council voted for ship #1 of C# and 3 > 2 to close the harbour.',
    'The council voted for ship #1 of C# and 3 > 2 to close the harbour.',
  ],
])('marks of Markdown in %j', (marked, plain) => {
  expect(keptOf([marked, SECOND])).toEqual([plain, SECOND])
})

test('a heading and a picture of Markdown in a plain file', () => {
  const { passages } = clean(
    ['# Harbour of Northport closes', '![A ship](https://example.org/a.jpg)', FIRST, '## Who pays', SECOND].join(
      '\n\n',
    ),
  )
  expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
    ['headline', 'Harbour of Northport closes'],
    ['paragraph', FIRST],
    ['heading', 'Who pays'],
    ['paragraph', SECOND],
  ])
})

test('the last point of a numbered list is no heading', () => {
  const points = ['1. Heat in winter', '2. A lift that works', '3. No rent for May']
  const { passages } = clean(
    ['Tenants strike', 'The tenants put three demands:', ...points, FIRST, SECOND].join('\n\n'),
  )
  expect(passages.filter(({ text }) => points.includes(text)).map(({ kind }) => kind)).toEqual(
    Array(3).fill('paragraph'),
  )
})

test('an address by itself above the text is that of the article', () => {
  const url = 'https://example.org/harbour'
  const { metadata, passages } = clean([url, 'Harbour of Northport closes', FIRST, SECOND].join('\n\n'))
  expect([metadata.url?.value, passages[0]!.text]).toEqual([url, 'Harbour of Northport closes'])
  expect(clean(['Harbour of Northport closes', FIRST, url, SECOND].join('\n\n')).metadata.url).toBeUndefined()
})
