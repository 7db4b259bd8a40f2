import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mention } from '../../../model/entity.ts'
import type { QuotationMention } from '../../../model/quotation.ts'
import type { Source } from '../../../model/source.ts'
import { findQuotations } from './find-quotations.ts'

const sourceOf = (text: string) =>
  ({
    passages: text
      .split('\n')
      .map((line, index) => ({ ordinal: index + 1, kind: 'paragraph', text: line, segments: [] })),
  }) as unknown as Source

function show(text: string, { spans, mode, speaker }: QuotationMention): string {
  const lines = text.split('\n')
  const words = spans.map(({ passage, start, end }) => lines[passage - 1]!.slice(start, end)).join(' // ')
  return `${mode}: ${words} — ${speaker ? `${speaker.words} (${speaker.form}, ${speaker.certainty})` : 'nobody'}`
}

const showAll = (text: string, mentions: readonly Mention[] = []) =>
  findQuotations(sourceOf(text), mentions).map((one) => show(text, one))

const direct: [string, string[]][] = [
  // The speaker behind the words.
  [
    '"We will rebuild the port," said Anna Vale of the dockers’ union.',
    ['direct: We will rebuild the port, — Anna Vale (named, stated)'],
  ],
  [
    '“We will rebuild the port,” the mayor of Northport said.',
    ['direct: We will rebuild the port, — the mayor of Northport (described, stated)'],
  ],
  ['“Who pays?” asked Mr Okafor.', ['direct: Who pays? — Mr Okafor (named, stated)']],
  [
    '«The road is open», Anna Vale, a former judge, said on Monday.',
    ['direct: The road is open — Anna Vale (named, stated)'],
  ],
  [
    '‘We will not go back,’ said harbour spokesman Omar Vale.',
    ['direct: We will not go back, — Omar Vale (named, stated)'],
  ],
  [
    '“The miners’ demand is clear,” Vale later told the Northport Herald.',
    ['direct: The miners’ demand is clear, — Vale (named, stated)'],
  ],
  // The speaker before the words.
  [
    'Anna Vale said: "The bridge will hold through the winter."',
    ['direct: The bridge will hold through the winter. — Anna Vale (named, inferred)'],
  ],
  [
    'A clerk at the court, Omar Vale, wrote: “Nobody came to the hearing.”',
    ['direct: Nobody came to the hearing. — Omar Vale (named, inferred)'],
  ],
  [
    'In Northport, the envoy, Anna Vale, said, “Talks go on as planned.”',
    ['direct: Talks go on as planned. — Anna Vale (named, inferred)'],
  ],
  [
    'An officer in the river police told Reuters: "Nobody was on board."',
    ['direct: Nobody was on board. — An officer in the river police (described, inferred)'],
  ],
  [
    'According to Anna Vale, “the dam was never inspected at all”.',
    ['direct: the dam was never inspected at all — Anna Vale (named, inferred)'],
  ],
  // Nested marks, inserted brackets, marks that never close, several paragraphs.
  [
    '“He told me ‘go home’ and [the guards] laughed,” said Anna Vale.',
    ['direct: He told me ‘go home’ and [the guards] laughed, — Anna Vale (named, stated)'],
  ],
  [
    'Anna Vale said: “The bridge will hold.\nShe left.',
    ['direct: The bridge will hold. — Anna Vale (named, inferred)'],
  ],
  [
    'Anna Vale said: “The bridge will hold.\n“And the road too.”',
    ['direct: The bridge will hold. // And the road too. — Anna Vale (named, inferred)'],
  ],
  // Carried on.
  [
    '“We stay,” said Anna Vale. “We have food for a week.”',
    ['direct: We stay, — Anna Vale (named, stated)', 'direct: We have food for a week. — Anna Vale (named, inferred)'],
  ],
  [
    'Anna Vale wrote on Monday:\n“The bridge will hold through the winter.”',
    ['direct: The bridge will hold through the winter. — Anna Vale (named, inferred)'],
  ],
  [
    '“The bridge will hold through the winter.” — Anna Vale',
    ['direct: The bridge will hold through the winter. — Anna Vale (named, inferred)'],
  ],
  ['VALE: “The bridge will hold.”', ['direct: The bridge will hold. — VALE (named, inferred)']],
  // Nobody named: the words are kept.
  ['“The bridge will hold through the winter.”', ['direct: The bridge will hold through the winter. — nobody']],
]

const fragments: [string, string[]][] = [
  ['The ministry called the report “empty of fact”.', ['fragment: empty of fact — The ministry (described, inferred)']],
  ['Mr Okafor quit in May, saying the inquiry was “a farce”.', ['fragment: a farce — Mr Okafor (named, inferred)']],
  [
    'The Harbour Board issued a letter on Friday stressing its “trust in the crew” and expressing its “hope of a settlement”.',
    [
      'fragment: trust in the crew — Harbour Board (named, inferred)',
      'fragment: hope of a settlement — Harbour Board (named, inferred)',
    ],
  ],
  [
    'State radio cited a senior judge as saying the law was “long overdue”.',
    ['fragment: long overdue — a senior judge (described, inferred)'],
  ],
  [
    'Anna Vale was quoted as telling visitors that she is “ready to talk”.',
    ['fragment: ready to talk — Anna Vale (named, inferred)'],
  ],
  [
    'Farmers and fishing crews welcomed the plan, calling it their “right”.',
    ['fragment: right — Farmers and fishing crews (described, inferred)'],
  ],
  ['The plan was “a disgrace”, Omar Okafor said on Monday.', ['fragment: a disgrace — Omar Okafor (named, stated)']],
]

const pronouns: [string, string[]][] = [
  [
    'Eastport was calm.\nNorthport, it went on, is “a first step for the next round”.',
    ['fragment: a first step for the next round — nobody'],
  ],
  // Words put into a sentence: what the sentence is about is not who says it.
  [
    'The Port Board met on Monday. Northport, it went on, is “a first step for the next round”.',
    ['fragment: a first step for the next round — Port Board (named, inferred)'],
  ],
  [
    'Anna Vale met the board. Omar Okafor, she said, is “a friend of nobody here”.',
    ['fragment: a friend of nobody here — Anna Vale (named, inferred)'],
  ],
  [
    '“We go,” said Anna Vale. “It was no use,” she added.',
    ['direct: We go, — Anna Vale (named, stated)', 'direct: It was no use, — Anna Vale (named, inferred)'],
  ],
  [
    'Anna Vale left the talks on Monday. “It was no use,” she said.',
    ['direct: It was no use, — Anna Vale (named, inferred)'],
  ],
  ['The harbour spokeswoman left. “It was no use,” he said.', ['direct: It was no use, — nobody']],
  ['The strike goes on. “It was no use,” he said.', ['direct: It was no use, — nobody']],
  [
    'A clerk in the tax office took the file. “I was told to,” the clerk said.',
    ['direct: I was told to, — A clerk in the tax office (described, inferred)'],
  ],
  [
    'Anna Vale resigned.\nThe strike ended.\nThe ships left.\nThe rain fell.\n“It was no use,” she said.',
    ['direct: It was no use, — nobody'],
  ],
]

const reported: [string, string[]][] = [
  ['Anna Vale said that the port was closed.', ['reported: the port was closed — Anna Vale (named, inferred)']],
  [
    'The ministry said on Friday it had lost the file.',
    ['reported: it had lost the file — The ministry (described, inferred)'],
  ],
  [
    'The port was closed at noon, Anna Vale said.',
    ['reported: The port was closed at noon — Anna Vale (named, inferred)'],
  ],
  [
    'According to the harbour office, the port was closed.',
    ['reported: the port was closed — the harbour office (described, inferred)'],
  ],
  ['According to plan, the port was closed.', []],
  ['The boats are sorted according to size, and “the harbour is full of them”.', []],
  // A verb that does not assert its clause is part of the reported words.
  [
    'Anna Vale denied that the port was closed.',
    ['reported: denied that the port was closed — Anna Vale (named, inferred)'],
  ],
  [
    'Anna Vale has hoped that the port would open.',
    ['reported: hoped that the port would open — Anna Vale (named, inferred)'],
  ],
  ['Anna Vale warned that the port was closed.', ['reported: the port was closed — Anna Vale (named, inferred)']],
  // Near misses: no clause is reported.
  ['Anna Vale did not say that the port was closed.', []],
  ['Anna Vale thought of the men who were lost.', []],
  ['If the port was closed by night, the crew said.', []],
  ['Anna Vale announced a plan last week.', []],
  ['Anna Vale was told that the port was closed.', []],
  ['Its claims that the port was closed are old.', []],
]

const none: [string, string[]][] = [
  ['The so-called “people’s guard” withdrew.', []],
  ['A group known as “the harbour boys” left.', []],
  ['They plan to hold a “Congress of Free Towns” in May.', []],
  ['Ten “independent” unions left the hall.', []],
  ['The ship “Northern Star” sank.', []],
  [
    'On the show “Face the Harbour,” Anna Vale said she was ill all week.',
    ['reported: she was ill all week — Anna Vale (named, inferred)'],
  ],
  ['Vale’s men don’t know the miners’ leader.', []],
  ['', []],
]

test.each([...direct, ...fragments, ...pronouns, ...reported, ...none])('%j', (text, expected) => {
  expect(showAll(text)).toEqual(expected)
})

const toldRows: [string, string | undefined][] = [
  ['“We go,” Vale told Reuters.', 'Reuters'],
  ['“We go,” Vale told AFP news agency.', 'AFP'],
  ['“We go,” Vale told the Northport Herald on Monday.', 'Northport Herald'],
  ['“We go,” Vale told reporters.', undefined],
  ['“We go,” Vale told Parliament.', undefined],
  ['“We go,” Vale told French lawmakers.', undefined],
  ['“We go,” Vale said in Northport.', undefined],
]

test.each(toldRows)('told to: %j', (text, expected) => {
  expect(findQuotations(sourceOf(text), [])[0]?.toldTo).toBe(expected)
})

const mentionAt = (text: string, words: string, kind: Mention['kind']): Mention => {
  const start = text.indexOf(words)
  return {
    span: { passage: 1, start, end: start + words.length },
    kind,
    form: 'name',
    certainty: 'stated',
    rule: 'name/test',
  }
}

test('a name in the description of an unnamed speaker does not name the speaker', () => {
  const text = '“We go,” said an official in the Free River Army.'
  expect(showAll(text, [mentionAt(text, 'Free River Army', 'organisation')])).toEqual([
    'direct: We go, — an official in the Free River Army (described, stated)',
  ])
})

test('a mention decides the bounds of a name and whether it is a person', () => {
  const text = 'Northport voted on Sunday. The Board of Free Towns met. “We go,” she said.'
  const mentions = [mentionAt(text, 'Northport', 'place'), mentionAt(text, 'Board of Free Towns', 'organisation')]
  expect(showAll(text, mentions)).toEqual(['direct: We go, — nobody'])
  const board = '“We go,” said the Board of Free Towns.'
  expect(showAll(board, [mentionAt(board, 'Board of Free Towns', 'organisation')])).toEqual([
    'direct: We go, — Board of Free Towns (named, stated)',
  ])
  const told = '“We go,” Vale told Okafor.'
  expect(findQuotations(sourceOf(told), [mentionAt(told, 'Okafor', 'person')])[0]?.toldTo).toBeUndefined()
})

test('a pronoun keeps its place', () => {
  const text = 'Anna Vale left. “It was no use,” she said.'
  const { speaker } = findQuotations(sourceOf(text), [])[0]!
  expect(text.slice(speaker!.as!.start, speaker!.as!.end)).toBe('she')
})

test('spans lie in their passages and in order', () => {
  const word = fc.constantFrom(
    '“',
    '”',
    '"',
    '‘',
    '’',
    'Vale',
    'said',
    'that',
    'he',
    'the official',
    'told',
    'Reuters',
    'was',
    'shut',
    ',',
    '.',
    '\n',
    'according',
    'to',
    '(',
    ')',
    'and',
    'saying',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join(' ')
      const lines = text.split('\n')
      let last = [0, 0]
      for (const { spans, speaker } of findQuotations(sourceOf(text), [])) {
        for (const { passage, start, end } of [...spans, ...(speaker ? [speaker.span] : [])]) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(lines[passage - 1]!.length)
        }
        const { passage, start } = spans[0]!
        expect(passage > last[0]! || (passage === last[0] && start >= last[1]!)).toBe(true)
        last = [passage, start]
      }
    }),
    { examples: [[['told', ',', 'saying']]] },
  )
})

test.each(['The council wrote: ``````````````` and nothing else.', 'Vale said: “…” on Monday.', '“?!” Vale said.'])(
  'marks without words between them are no quotation: %s',
  (text) => {
    expect(showAll(text)).toEqual([])
  },
)

const roles: [string, string][] = [
  ['Transport Minister Anna Vale ordered a search. “It was no use,” the minister said.', 'Anna Vale (named, inferred)'],
  [
    'The Minister, Ms Anna Vale, ordered a search. “It was no use,” the Minister said.',
    'Ms Anna Vale (named, inferred)',
  ],
  ['Anna Vale, the company’s lawyer, left the court. “It was no use,” the lawyer said.', 'Anna Vale (named, inferred)'],
  [
    'Minister Anna Vale met Minister Omar Okafor. “It was no use,” the minister said.',
    'the minister (described, stated)',
  ],
  [
    'Minister Anna Vale left.\nMinister Omar Okafor came.\n“It was no use,” the minister said.',
    'the minister (described, stated)',
  ],
  [
    'A minister left early. Minister Anna Vale came. “It was no use,” the minister said.',
    'the minister (described, stated)',
  ],
  [
    'Port official Anna Vale left.\nSome may go, said a second port official. He spoke of rain.\n“It was no use,” said the official.',
    'the official (described, stated)',
  ],
  ['Mayor Anna Vale came. “It was no use,” the minister said.', 'the minister (described, stated)'],
]

test.each(roles)('a role stands for the one person it was put to: %j', (text, expected) => {
  const mentions = text.split('\n').flatMap((line, index) =>
    ['Anna Vale', 'Omar Okafor']
      .filter((name) => line.includes(name))
      .map((name) => {
        const { span, ...mention } = mentionAt(line, name, 'person')
        return { ...mention, span: { ...span, passage: index + 1 } }
      }),
  )
  expect(showAll(text, mentions)).toEqual([`direct: It was no use, — ${expected}`])
})
