import { expect, test } from 'vitest'
import type { Source } from '../../../model/source.ts'
import { findQuotations } from './find-quotations.ts'

/** Speakers of the marked words of a text, by the words; nobody's words are left out. The first line is no headline. */
function speakersOf(text: string, first: 'headline' | 'paragraph' = 'paragraph'): Record<string, string | undefined> {
  const lines = text.split('\n')
  const passages = lines.map((line, at) => ({
    ordinal: at + 1,
    kind: at === 0 ? first : 'paragraph',
    text: line,
    segments: [],
  }))
  const found = findQuotations({ passages } as unknown as Source, []).filter(({ mode }) => mode !== 'reported')
  return Object.fromEntries(
    found.map(({ spans: [span], speaker }) => [
      lines[span!.passage - 1]!.slice(span!.start, span!.end),
      speaker?.words,
    ]),
  )
}

const rows: [text: string, speakers: Record<string, string | undefined>][] = [
  // Verbs of attitude; their object may come before them.
  ['Anna Vale labelled the toll “absurd”.', { absurd: 'Anna Vale' }],
  ['The clinic rated the kit as “useless” or “worse”.', { useless: 'The clinic', worse: 'The clinic' }],
  ['The minister shot back that the crew was “asleep”.', { asleep: 'The minister' }],
  ['The dam, which Anna Vale called “a lifeline”, is dry.', { 'a lifeline': 'Anna Vale' }],
  ['The board left the ferry, whose end she called “overdue”.', { overdue: undefined }],
  ['The boat called “the old aunt” sank.', {}],
  ['The shot was “clean”.', {}],
  ['The toll, seen as “absurd”, was dropped.', {}],
  ['The toll, described as “absurd”, was dropped.', {}],
  ['The toll, which Anna Vale described as “absurd”, was dropped.', { absurd: 'Anna Vale' }],
  ['Buyers call it “a gift” and sellers “a theft”.', { 'a gift': 'Buyers', 'a theft': 'sellers' }],
  ['Anna Vale called the vote “a shame” and the count “a joke”.', { 'a shame': 'Anna Vale', 'a joke': 'Anna Vale' }],
  // A verb of speech reports an attitude, unless the attitude is somebody's words as well.
  ['Anna Vale said the board would defend its “good name”.', { 'good name': 'Anna Vale' }],
  ['Anna Vale said the board treats crews as “serfs”.', { serfs: 'Anna Vale' }],
  ['A clerk dismissed the memo as “alarmist”, the report says.', { alarmist: 'A clerk' }],
  ['The memo was “alarmist”, the report says.', { alarmist: 'the report' }],
  // Nouns for something said, and whose they are.
  ['The board studied Anna Vale’s claim that the pier was “rotten through”.', { 'rotten through': 'Anna Vale' }],
  [
    'Omar Lund spoke. The board studied his claim that the pier was “rotten through”.',
    { 'rotten through': 'Omar Lund' },
  ],
  ['Omar Lund dismissed the board’s promise of a pier as “a fairy tale”.', { 'a fairy tale': 'Omar Lund' }],
  ['The board studied a claim that the pier was “rotten through”.', {}],
  ['The board’s claim, and the pier’s “north side”, are old.', {}],
  // Subjects further away.
  ['The town, the oldest and the poorest of the coast, said it was “forgotten”.', { forgotten: 'The town' }],
  ['Two men holding a banner shouted “Shame on you”.', { 'Shame on you': 'Two men' }],
  ['Two men holding a banner wrote “Salt Roads”.', {}],
  ['A report released on Monday found “grave errors”.', { 'grave errors': 'A report' }],
  ['Police say they have “no lead”.', { 'no lead': 'Police' }],
  ['Anna Vale left after she met the crews and called them “brave”.', { brave: 'Anna Vale' }],
  ['The board noticed the pier and the “north side”.', {}],
  ['Troops on the coast have gone on shooting “at will”.', {}],
  ['Troops have gone on shooting, says the board, which speaks of “a dark day”.', { 'a dark day': 'the board' }],
  // Participles that open the sentence, or follow another's clause.
  ['Calling the toll “a robbery”, Anna Vale left the hall.', { 'a robbery': 'Anna Vale' }],
  ['After saying the toll was “a robbery,” the mayor of Northport left.', { 'a robbery,': 'the mayor of Northport' }],
  ['Walking past the “old pier”, Anna Vale fell.', {}],
  // Behind the words.
  ['There is “a fair chance” of rain in May, said Anna Vale.', { 'a fair chance': 'Anna Vale' }],
  ['There is “a fair chance” of rain in May, it seems to Anna Vale.', {}],
  // In whose words; announced.
  ['The talks, in the words of Anna Vale, were “a dialogue of the deaf”.', { 'a dialogue of the deaf': 'Anna Vale' }],
  ['The talks were “useless”, per Anna Vale.', { useless: 'Anna Vale' }],
  ['The talks cost “ten crowns” per head.', {}],
  ['Anna Vale has a new message: “It is me.”', { 'It is me.': 'Anna Vale' }],
  ['A letter from Anna Vale: “It is late.”', { 'It is late.': 'Anna Vale' }],
  ['The pier has a new lamp: “It is me.”', { 'It is me.': undefined }],
  ['Said Anna Vale: “It is late for the whole port.”', { 'It is late for the whole port.': 'Anna Vale' }],
  // Nicknames and names in marks are not quotations, and do not block others.
  ['Omar “Red” Lund called the toll “absurd”.', { absurd: 'Lund' }],
  [
    'The skipper of the yacht “Kia Kaha” accused his rival of “reckless sailing”.',
    { 'reckless sailing': 'The skipper of the yacht “Kia Kaha”' },
  ],
]

test.each(rows)('who is quoted with some words in %j', (text, speakers) => {
  expect(speakersOf(text)).toEqual(speakers)
})

const headlines: [text: string, speakers: Record<string, string | undefined>][] = [
  ['Anna Vale Calls Harbour Toll ‘A Robbery’ After Vote', { 'A Robbery': 'Anna Vale' }],
  ['Anna Vale Says New Pier Will Be ‘Joy and Pride’', { 'Joy and Pride': 'Anna Vale' }],
  ['Anna Vale: the toll is ‘a robbery’', { 'a robbery': 'Anna Vale' }],
  ['Anna Vale on Tolls: The Plans Are ‘Terrifying’', { Terrifying: 'Anna Vale' }],
  // Capitals show nothing here, and neither does a verb behind which a work is named.
  ['Harbour Board Slams ‘Face the Nation’ Over Toll', {}],
  ['Ferry ‘Northern Star’ Leaves Old Harbour Again', {}],
  ['The toll is ‘a robbery’', {}],
]

test.each(headlines)('who is quoted in the headline %j', (text, speakers) => {
  expect(speakersOf(text, 'headline')).toEqual(speakers)
})

const pronouns: [text: string, speaker: string | undefined][] = [
  ['Anna Vale scolded him: “You called it ‘a gift,’” she said.', 'Anna Vale'],
  ['Although the fund named nobody, it spoke of “grave unrest in the port”.', 'the fund'],
  ['The fund warned the towns.\nIt also spoke of “grave unrest in the port”.', 'The fund'],
  ['Eastport, he said, had been empty.\nNorthport, it went on, is “a first step for the next round”.', undefined],
  ['A letter that the board sent is short. Northport, it went on, is “a first step for all”.', 'A letter'],
  ['The fund warned the board. The bank left.\nIt also spoke of “grave unrest in the port”.', undefined],
  [
    'Anna Vale said no.\nThe strike ended.\nThe ships left.\nThe rain fell.\n“It was no use to me,” she said.',
    'Anna Vale',
  ],
  ['Anna Vale said no.\nOmi Lund left.\nThe ships left.\nThe rain fell.\n“It was no use to me,” she said.', undefined],
  ['Anna Vale said she recalled the crew as “quite brave people”.', 'Anna Vale'],
]

test.each(pronouns)('whom the pronoun means in %j', (text, speaker) => {
  expect(Object.values(speakersOf(text)).at(-1)).toBe(speaker)
})
