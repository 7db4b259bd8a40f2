import { expect, test } from 'vitest'
import type { Source } from '../../model/source.ts'
import { cleanSeed } from './clean-seed.ts'

function clean(text: string, format: 'text' | 'markdown' = 'text'): Source {
  const seed = {
    file: 'seeds/articles/a.txt',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format,
    text,
    sidecar: {},
  } as const
  return cleanSeed(seed, { language: 'en', rights: 'full' }).value
}

const told = ({ passages }: Source): string[] =>
  passages.map(({ kind, text }) => (kind === 'paragraph' ? text : `${kind}: ${text}`))

const FIRST = 'The council of Northport closed the harbour on Monday.'
const SECOND = 'It will open again in May, officials said.'

const passages: [what: string, text: string, expected: string[]][] = [
  ['paragraphs parted by blank lines', `${FIRST}\n\n${SECOND}`, [FIRST, SECOND]],
  ['a paragraph a line', `${FIRST}\n${SECOND}`, [FIRST, SECOND]],
  [
    'paragraphs wrapped at a width',
    'The council of Northport closed the harbour on Monday after a\nstorm sank two ships at the mouth of the river and left nine\npeople missing. Ada Vale\nspoke.\nNobody was found on the coast in the night that followed, and\nthe search went on.',
    [
      'The council of Northport closed the harbour on Monday after a storm sank two ships at the mouth of the river and left nine people missing. Ada Vale spoke.',
      'Nobody was found on the coast in the night that followed, and the search went on.',
    ],
  ],
  [
    'a sentence broken by a link',
    'The council closed\n\nthe harbour\n\non Monday.',
    ['The council closed the harbour on Monday.'],
  ],
  [
    'a name that was a link',
    `${FIRST}\n\nIt asked the\n\nPort Authority\n\nfor help.`,
    [FIRST, 'It asked the Port Authority for help.'],
  ],
  [
    'a comma after a link',
    `${FIRST}\n\nAda Vale\n\n, who leads it, agreed.`,
    [FIRST, 'Ada Vale, who leads it, agreed.'],
  ],
  [
    'a broken sentence around a related line',
    `The council met and\n\nRead more: Storm in pictures\n\nclosed the harbour.\n\n${SECOND}`,
    ['The council met and closed the harbour.', SECOND],
  ],
  [
    'a word written in lower case for its own sake',
    `${FIRST}\n\nSales of phones\n\niPhone prices rose in May.`,
    [FIRST, 'heading: Sales of phones', 'iPhone prices rose in May.'],
  ],
  [
    'no-break and thin spaces',
    `The\u00A0council\u2009met\u00A0 on Monday at the port.`,
    ['The council met on Monday at the port.'],
  ],
  ['soft hyphens', 'The coun\u00ADcil met on Mon\u00ADday at the port.', ['The council met on Monday at the port.']],
  [
    'tags and entities',
    '<p>The <b>council</b>&nbsp;met &amp; closed the port.</p>',
    ['The council met & closed the port.'],
  ],
  [
    'words in square brackets',
    'He said [the council] would close the port.',
    ['He said [the council] would close the port.'],
  ],
  [
    'less and more',
    'The port holds a < b and c > d ships, he said.',
    ['The port holds a < b and c > d ships, he said.'],
  ],
  ['a heading inside', `${FIRST}\n\nWHAT COMES NEXT\n\n${SECOND}`, [FIRST, 'heading: WHAT COMES NEXT', SECOND]],
  [
    'a list after a colon',
    `${FIRST} It named three ships:\n\nthe Lund\n\nthe Vale\n\n${SECOND}`,
    [`${FIRST} It named three ships:`, 'the Lund', 'the Vale', SECOND],
  ],
  ['an editor’s credit at the end', `${FIRST} (Writing by Ada Vale; Editing by Femi Okafor)`, [FIRST]],
  [
    'work that is not a credit',
    'Editing by hand took years, the council of Northport said.',
    ['Editing by hand took years, the council of Northport said.'],
  ],
  [
    'a bracket at the end that is text',
    `${FIRST.slice(0, -1)} (the second time this year).`,
    [`${FIRST.slice(0, -1)} (the second time this year).`],
  ],
  [
    'related headlines at the end, below a button',
    `${FIRST}\n\n${SECOND}\n\nShare this article\n\nStorm shuts the coast road\nShips wait outside Northport`,
    [FIRST, SECOND],
  ],
  [
    'one last line without a full stop',
    `${FIRST}\n\n${SECOND}\n\nNobody knows why`,
    [FIRST, SECOND, 'Nobody knows why'],
  ],
]
test.each(passages)('%s', (_, text, expected) => expect(told(clean(text))).toEqual(expected))

const datelines: [text: string, dateline: string | undefined, credits?: string[]][] = [
  ['NORTHPORT, May 4 (Reuters) - The council closed the harbour.', 'NORTHPORT, May 4 (Reuters)', ['Reuters']],
  ['NORTHPORT/LUND (AP) — The council closed the harbour.', 'NORTHPORT/LUND (AP)', ['AP']],
  ['NORTHPORT — The council closed the harbour.', 'NORTHPORT'],
  ['Northport, Estmere – The council closed the harbour.', 'Northport, Estmere'],
  ['Northport, 4 May 2019 - The council closed the harbour.', 'Northport, 4 May 2019'],
  ['LUND, Estmere (AP) _\n\nThe council closed the harbour.', 'LUND, Estmere (AP)', ['AP']],
  ['Ada Vale - The mayor of the town - closed the harbour.', undefined],
  ['Vale: The harbour will stay closed all year.', undefined],
  ['The council (AP) closed the harbour on Monday.', undefined],
]
test.each(datelines)('dateline of %j', (text, dateline, credits) => {
  const {
    metadata,
    passages: [first],
  } = clean(text)
  expect(metadata.dateline?.value).toBe(dateline)
  expect(metadata.credits?.value).toEqual(credits)
  expect(first!.text).toMatch(dateline ? /^The council closed/ : text.slice(0, 8))
})

const publishers: [text: string, publisher: string | undefined][] = [
  [`Northport TV - ${FIRST}`, 'Northport TV'],
  [`${FIRST}\n\n© 2021 Lund Gazette. All rights reserved.`, 'Lund Gazette'],
  [`Northport Gazette\n\nHarbour of Northport closed\n\n${FIRST}`, 'Northport Gazette'],
  [`Harbour of Northport closed | Lund News\n\n${FIRST}`, 'Lund News'],
  [`Harbour of Northport closed | Lund Line\n\nHarbour of Northport closed\n\n${FIRST}`, 'Lund Line'],
  [`${FIRST} He told Northport TV - the local station - of it.`, undefined],
  [`by Reuters\n\n${FIRST}`, undefined],
  [`© REUTERS / POOL\n\n${FIRST}`, undefined],
]
test.each(publishers)('publisher of %j', (text, publisher) =>
  expect(clean(text).metadata.publisher?.value).toBe(publisher),
)

const headlines: [text: string, headline: string | undefined, standfirst?: string][] = [
  [`Harbour of Northport closed\n\n${FIRST}`, 'Harbour of Northport closed'],
  [
    `Our reporting has moved to a new home\n\nHarbour of Northport closed\n\nBy Ada Vale\n\n${FIRST}`,
    'Harbour of Northport closed',
  ],
  [`Will the harbour of Northport close?\n\n${FIRST}\n\n${SECOND}`, 'Will the harbour of Northport close?'],
  [
    `Harbour closed\n\nBy Ada Vale\n\nTwo ships sink at the river mouth as a storm hits the coast\n\n${FIRST}`,
    'Harbour closed',
    'Two ships sink at the river mouth as a storm hits the coast',
  ],
  [`${FIRST}\n\n${SECOND}`, undefined],
]
test.each(headlines)('headline of %j', (text, headline, standfirst) => {
  const { metadata } = clean(text)
  expect([metadata.headline?.value, metadata.standfirst?.value]).toEqual([headline, standfirst])
})

const dates: [text: string, date: string | undefined, certainty?: string][] = [
  [`4 May 2019\n\n${FIRST}`, '2019-05-04', 'stated'],
  [`Ships wait near Lund, May 2, 2019. (AP photo)\n\nLUND, May 4 (AP) - ${FIRST}`, '2019-05-04', 'inferred'],
  [`Ships wait near Lund, May 2, 2016. (AP photo)\n\nLUND, April 4 (AP) - ${FIRST}`, undefined],
  [`LUND, May 4 (AP) - ${FIRST}`, undefined],
  [
    `The two sides will meet in Lund next month.\n\nThe talks in Lund are to begin on January 9.\n\nShips wait near Lund, December 14, 2018. (AP photo)`,
    '2018-12',
    'inferred',
  ],
  [
    `The two sides will meet in Estmere next month.\n\nThe talks in Lund are to begin on January 9.\n\nShips wait near Lund, December 14, 2018. (AP photo)`,
    undefined,
  ],
  [`The truce of May 4, 2016 failed on Monday, the council of Northport said.`, undefined],
  [`Updated 5 May 2019\n\n${FIRST}`, '2019-05-05', 'inferred'],
]
test.each(dates)('date of %j', (text, date, certainty) => {
  const { metadata } = clean(text)
  expect([metadata.date?.value, metadata.date?.certainty]).toEqual([date, certainty])
  if (certainty === 'inferred') expect(metadata.date?.reason).toMatch(/picture|change/)
})
