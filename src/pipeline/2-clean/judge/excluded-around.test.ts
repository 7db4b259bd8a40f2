import { expect, test } from 'vitest'
import { cleanSeed } from '../clean-seed.ts'

const clean = (text: string) =>
  cleanSeed(
    { file: 'a.txt', sha256: '', encoding: 'utf-8', format: 'text', text, sidecar: {} },
    { language: 'en', rights: 'full' },
  ).value

const FIRST = 'The council of Northport voted on Monday to close the harbour for a month.'
const SECOND = 'Two ships sank at the mouth of the river last week, and nine people were killed.'
const THIRD = 'Engineers will examine the walls of the harbour before the spring.'
const QUOTE = 'Ada Vale said: “We will not leave the harbour to the sea this winter.” She left at once.'

test.each<[what: string, lines: string[], kept: string[]]>([
  [
    'headlines of other articles among paragraphs',
    [FIRST, 'The long night that broke the coast', 'Why are storms over the coast getting stronger?', SECOND],
    [FIRST, SECOND],
  ],
  [
    '… above a heading of the text',
    [
      FIRST,
      'The long night that broke the coast',
      'Why are storms over the coast getting stronger?',
      'Roads washed away',
      SECOND,
    ],
    [FIRST, 'Roads washed away', SECOND],
  ],
  ['one heading', [FIRST, 'Roads washed away', SECOND], [FIRST, 'Roads washed away', SECOND]],
  [
    'a list that a colon announces',
    [
      FIRST,
      'The council of Northport named them on Monday:',
      'Ines Okafor of the harbour company',
      'Femi Vale of the union of the port',
      SECOND,
    ],
    [
      FIRST,
      'The council of Northport named them on Monday:',
      'Ines Okafor of the harbour company',
      'Femi Vale of the union of the port',
      SECOND,
    ],
  ],
  ['a paragraph printed twice', [FIRST, SECOND, FIRST, THIRD], [FIRST, SECOND, THIRD]],
  [
    'a question asked again and again',
    [
      FIRST,
      'What do you remember of it all?',
      SECOND,
      'What do you remember of it all?',
      THIRD,
      'What do you remember of it all?',
      QUOTE,
    ],
    [
      FIRST,
      'What do you remember of it all?',
      SECOND,
      'What do you remember of it all?',
      THIRD,
      'What do you remember of it all?',
      QUOTE,
    ],
  ],
  [
    'a sentence pulled out of a paragraph',
    [FIRST, QUOTE, '“We will not leave the harbour to the sea this winter”', SECOND],
    [FIRST, QUOTE, SECOND],
  ],
  ['a heading that quotes the text', [FIRST, '‘We will not leave’', QUOTE], [FIRST, '‘We will not leave’', QUOTE]],
  [
    'main points under a label',
    [FIRST, 'Key points:', 'The harbour is closed', 'Two ships sank', SECOND],
    [FIRST, SECOND],
  ],
  [
    'what a newsletter offers',
    [
      FIRST,
      'Sign up to our newsletter',
      'Our morning letter tells you what matters and why.',
      'Enter your email address',
      SECOND,
    ],
    [FIRST, SECOND],
  ],
  [
    'words in place of a picture',
    [
      FIRST,
      'Two men in orange overalls hug relatives',
      'Relatives met the two men on the quay. (Northport News: Femi Vale)',
      SECOND,
    ],
    [FIRST, SECOND],
  ],
  [
    'what a label sells',
    [FIRST, 'SPONSORED CONTENT', 'Five mistakes that owners make', 'By Gutters Inc', SECOND],
    [FIRST, SECOND],
  ],
  [
    'a heading below an advertisement',
    [FIRST, 'ADVERTISEMENT', 'Roads washed away', SECOND],
    [FIRST, 'Roads washed away', SECOND],
  ],
  [
    'a bracket with a verse',
    [FIRST, 'The preacher read from the old book by the sea. (Mark: 5)', SECOND],
    [FIRST, 'The preacher read from the old book by the sea. (Mark: 5)', SECOND],
  ],
  [
    'a caption above its credit',
    [
      FIRST,
      'Ships at the mouth of the river on Monday. The council named nobody.',
      'Credit...Femi Vale for The Gazette',
      SECOND,
    ],
    [FIRST, SECOND],
  ],
  [
    'a sentence above a credit that tells what happened',
    [FIRST, 'The mayor closed the gate himself.', 'Femi Vale/Northport Radio', SECOND],
    [FIRST, 'The mayor closed the gate himself.', SECOND],
  ],
  [
    'a bracket glued to its caption',
    [FIRST, "Ships wait at the mouth of the river.(Sheriff's Office)", SECOND],
    [FIRST, SECOND],
  ],
  [
    'a heading below a list of links',
    [FIRST, 'Related stories', 'The long night that broke the coast', 'Roads washed away', SECOND],
    [FIRST, 'Roads washed away', SECOND],
  ],
  [
    'a heading in the words of the text',
    [
      FIRST,
      '‘We will not leave the harbour this winter’',
      'Ada Vale said: “We will not leave the harbour this winter, or ever.” She left.',
      SECOND,
    ],
    [
      FIRST,
      '‘We will not leave the harbour this winter’',
      'Ada Vale said: “We will not leave the harbour this winter, or ever.” She left.',
      SECOND,
    ],
  ],
  [
    'what stands below an advertisement',
    [FIRST, 'Advertisement', 'One cup before bed stops snoring for good (try it)', SECOND],
    [FIRST, SECOND],
  ],
  [
    'the title of a call to subscribe',
    [FIRST, 'Our best stories', 'Subscribe to the Sunday letter.', SECOND],
    [FIRST, SECOND],
  ],
  [
    'the foot of a page',
    [FIRST, SECOND, THIRD, '© 2023 Northport Gazette. All rights reserved.', 'Ships and storms are what we know best.'],
    [FIRST, SECOND, THIRD],
  ],
  [
    'a copyright in the middle of a text',
    [FIRST, '© 2023 Northport Gazette. All rights reserved.', SECOND, THIRD],
    [FIRST, SECOND, THIRD],
  ],
  [
    'what stands below a paywall',
    [
      FIRST,
      SECOND,
      THIRD,
      'You have 54% of this article left to read. The rest is for subscribers only.',
      'This message is shown on another device.',
    ],
    [FIRST, SECOND, THIRD],
  ],
  [
    'whom to ask in the middle of a text',
    [FIRST, SECOND, 'For more information, call the harbour office.', THIRD, QUOTE],
    [FIRST, SECOND, THIRD, QUOTE],
  ],
  [
    'a sentence broken after a comma',
    [
      FIRST,
      'The master of the old harbour,',
      'Ada Vale, asked the council of Northport for a report',
      'within three days.',
    ],
    [FIRST, 'The master of the old harbour, Ada Vale, asked the council of Northport for a report within three days.'],
  ],
  [
    'who said what was pulled out',
    [FIRST, QUOTE, '“We will not leave the harbour to the sea this winter”', 'Ada Vale, mayor', SECOND],
    [FIRST, QUOTE, SECOND],
  ],
  [
    'a line among boilerplate',
    [FIRST, 'Villas may be cheaper than you think', 'Advertisement', SECOND, 'Start a conversation', 'Share', THIRD],
    [FIRST, SECOND, THIRD],
  ],
  [
    'a heading above a picture',
    [FIRST, 'Roads washed away', 'Getty Images', SECOND],
    [FIRST, 'Roads washed away', SECOND],
  ],
  [
    'a list that a colon announces, above an advertisement',
    [FIRST, 'Those who died are:', 'Ines Okafor', 'Femi Vale', 'Advertisement', SECOND],
    [FIRST, 'Those who died are:', 'Ines Okafor', 'Femi Vale', SECOND],
  ],
  [
    'items of a list',
    [FIRST, 'The council knew three things:', '(1) the walls were old; and', '(2) nobody watched them.', SECOND],
    [FIRST, 'The council knew three things:', '(1) the walls were old; and', '(2) nobody watched them.', SECOND],
  ],
  [
    'a heading above the first sentence',
    ['What the council decided', FIRST, SECOND],
    ['What the council decided', FIRST, SECOND],
  ],
  ['a label above the first sentence', ['Harbour News', FIRST, SECOND], [FIRST, SECOND]],
  [
    'an appeal to readers',
    [
      FIRST,
      SECOND,
      THIRD,
      'Is our work worth something to you?',
      'If so, we ask for something.',
      'Your help is what keeps our newsroom on this coast alive.',
      'Thank you,',
      'Femi Vale',
    ],
    [FIRST, SECOND, THIRD],
  ],
  [
    'a text that ends with a word to the reader',
    [FIRST, SECOND, 'You should call the harbour office if you have seen one of the ships.'],
    [FIRST, SECOND, 'You should call the harbour office if you have seen one of the ships.'],
  ],
])('%s', (_, lines, kept) => {
  const { passages } = clean(['Council of Northport closes the harbour', ...lines].join('\n\n'))
  expect(passages.slice(1).map(({ text }) => text)).toEqual(kept)
})

test.each<[text: string, dateline: string | undefined]>([
  [`NORTHPORT: ${FIRST}\n\n${SECOND}`, 'NORTHPORT'],
  [`FILE PHOTO: A ship of Northport. REUTERS/Ada Vale\n\nNORTHPORT: ${FIRST}\n\n${SECOND}`, 'NORTHPORT'],
  [`NORTHPORT >> ${FIRST}\n\n${SECOND}`, 'NORTHPORT'],
  [`Port Lund (Estmere) (AFP) – ${FIRST}\n\n${SECOND}`, 'Port Lund (Estmere) (AFP)'],
  [`[NORTHPORT] ${FIRST}\n\n${SECOND}`, '[NORTHPORT]'],
  [`Northport: ${FIRST}\n\n${SECOND}`, 'Northport'],
  [`Mayor: ${FIRST}\n\n${SECOND}`, undefined],
  [`UPDATE: ${FIRST}\n\n${SECOND}`, undefined],
  [`HOST: ${FIRST}\n\nMAYOR: ${SECOND}`, undefined],
])('dateline of %j', (text, dateline) => {
  expect(clean(text).metadata.dateline?.value.replace(/:$/, '')).toBe(dateline)
})

test.each<[head: string, expected: Record<string, unknown>]>([
  [
    'Title: Harbour of Northport closes\nAuthor: Ada Vale\nSource: Northport Gazette\nDate: 2024-05-03',
    {
      headline: 'Harbour of Northport closes',
      authors: ['Ada Vale'],
      publisher: 'Northport Gazette',
      date: '2024-05-03',
    },
  ],
  [
    'Title: Harbour of Northport closes\nSource: https://gazette.example/harbour',
    { headline: 'Harbour of Northport closes', url: 'https://gazette.example/harbour' },
  ],
  ['Harbour of Northport closes\n\nSource: Reuters', { headline: 'Harbour of Northport closes', credits: ['Reuters'] }],
  [
    'Harbour of Northport closes\n\nAda Vale in Lund and Femi Okafor in Estmere\n\nUpdated: 4 May 2023 10:00 GMT',
    { headline: 'Harbour of Northport closes', authors: ['Ada Vale', 'Femi Okafor'], date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nbyAda Vale May 4, 2023 Reading Time: 3 mins read',
    { headline: 'Harbour of Northport closes', authors: ['Ada Vale'], date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nNew Lund | Posted: May 4, 2023 21:04 IST',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\nThe Northport Gazette\n4 May 2023',
    { headline: 'Harbour of Northport closes', publisher: 'The Northport Gazette', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nPort Vale, 4 May 2023',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nAda Vale   Published May 4, 2023',
    { headline: 'Harbour of Northport closes', authors: ['Ada Vale'], date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nBy ADA VALE Associated Press\n\nThursday 4 May 2023 16:47, UK',
    {
      headline: 'Harbour of Northport closes',
      authors: ['ADA VALE'],
      credits: ['Associated Press'],
      date: '2023-05-04',
    },
  ],
  [
    'Harbour of Northport closes\n\nBy Ada Vale, harbour correspondent',
    { headline: 'Harbour of Northport closes', authors: ['Ada Vale'] },
  ],
  [
    'Harbour of Northport closes\n\nAda Vale\n\nMay 4, 2023',
    { headline: 'Harbour of Northport closes', authors: ['Ada Vale'], date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nMiddle East\n\nMay 4, 2023',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nIn this article:\n\nAda Vale\n\nMay 4, 2023',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nSocial Sharing\n\nMay 4, 2023',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nAda Vale · Estmere News\n\nMay 4, 2023',
    { headline: 'Harbour of Northport closes', authors: ['Ada Vale'], date: '2023-05-04' },
  ],
  ['Harbour of Northport closes\n\nBy\n\nAda Vale', { headline: 'Harbour of Northport closes', authors: ['Ada Vale'] }],
  [
    'Harbour of Northport closes\n\nAda Vale Science correspondent',
    { headline: 'Harbour of Northport closes', authors: ['Ada Vale'] },
  ],
  [
    'Harbour of Northport closes\n\nBy ADA VALE FOR THE NORTHPORT GAZETTE',
    { headline: 'Harbour of Northport closes', authors: ['ADA VALE'] },
  ],
  [
    'Harbour of Northport closes\n\nUpdated - May 5, 2023 08:15 am IST\n\nPublished - May 4, 2023 10:22 pm IST',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nPublished On 4 May 20234 May 2023',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nPublished on May 4, 2023, at 5:30 am (Lund)',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes after storm\n\nHarbour of Northport closes',
    { headline: 'Harbour of Northport closes after storm' },
  ],
  [
    'Harbour of Northport closes\n\nPosted on May 4, 2023 by waterwatch',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nDunmore Harbour\n\n4 May 2023',
    { headline: 'Harbour of Northport closes', date: '2023-05-04' },
  ],
  [
    'Harbour of Northport closes\n\nBy Ada Vale on May 4, 2023',
    { headline: 'Harbour of Northport closes', authors: ['Ada Vale'], date: '2023-05-04' },
  ],
  ['Relief camp bombed, allegedly by army pilots', { headline: 'Relief camp bombed, allegedly by army pilots' }],
  ["Job cuts at the harbour 'wrong' - TUC", { headline: "Job cuts at the harbour 'wrong' - TUC" }],
  ['Something of the harbour – Kennedy', { headline: 'Something of the harbour – Kennedy' }],
  ['News Sport Weather Radio\n\nHarbour of Northport closes', { headline: 'Harbour of Northport closes' }],
])('metadata of %j', (head, expected) => {
  const { metadata } = clean(`${head}\n\n${FIRST}\n\n${SECOND}`)
  const told = Object.fromEntries(Object.entries(metadata).map(([field, fact]) => [field, fact?.value]))
  expect(told).toEqual(expected)
})
