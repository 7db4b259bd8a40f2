import { expect, test } from 'vitest'
import type { Mention } from '../../../model/entity.ts'
import type { Source } from '../../../model/source.ts'
import { findGenders } from './find-antecedent.ts'
import { findQuotations } from './find-quotations.ts'
import { isContradicted } from './resolve-speaker.ts'

const PEOPLE = ['Anna Vale', 'Omar Lund', 'Ms Okafor', 'Okafor', 'Vale', 'Lund']

/** The persons of a text, found by their spelling. */
function mentionsOf(lines: readonly string[]): Mention[] {
  return lines.flatMap((line, index) =>
    PEOPLE.flatMap((name) =>
      [...line.matchAll(new RegExp(`(?<![\\p{L}] |\\p{L})${name}(?!\\p{L})`, 'gu'))].map(
        ({ index: start }): Mention => ({
          span: { passage: index + 1, start, end: start + name.length },
          kind: 'person',
          form: 'name',
          certainty: 'stated',
          rule: 'name/test',
        }),
      ),
    ),
  )
}

function speakersOf(text: string, mentions?: readonly Mention[]): (string | undefined)[] {
  const lines = text.split('\n')
  const passages = lines.map((line, index) => ({ ordinal: index + 1, kind: 'paragraph', text: line, segments: [] }))
  const found = findQuotations({ passages } as unknown as Source, mentions ?? mentionsOf(lines))
  return found.filter(({ mode }) => mode !== 'reported').map(({ speaker }) => speaker?.words)
}

test.each<[text: string, speakers: (string | undefined)[]]>([
  ['Omar Lund lost his boat in the storm.\n“I have nothing,” she said.', [undefined]],
  ['Omar Lund lost his boat in the storm.\n“I have nothing,” he said.', ['Omar Lund']],
  ['Anna Vale asked Omar Lund about the money.\n“I do not remember,” he replied.', [undefined]],
  ['Anna Vale told Omar Lund about the money.\n“I do not remember,” she added.', ['Anna Vale']],
  ['Omar Lund told Anna Vale, who replied: “It is on its way to the port.”', ['Anna Vale']],
  ['Omar Lund turned to a guard, who replied: “It is on its way to the port.”', [undefined]],
  ['Omar Lund rejected claims that the plan was “a gift to the polluters”.', []],
  ['Omar Lund rejected the plan as “a gift to the polluters”.', ['Omar Lund']],
  ['Fishermen have long said the dam is “a disaster foretold”.', ['Fishermen']],
  ['Beijing said the visit was “a serious provocation”.', ['Beijing']],
  ['Speaking on Monday, Omar Lund said the visit was “a serious provocation”.', ['Omar Lund']],
  ['In a statement from the port the party said it was “a serious provocation”.', ['the party']],
  ['At the door an old woman, who gave no name, said it was “a serious provocation”.', ['an old woman']],
  ['On behalf of the party Omar Lund said it was “a serious provocation”.', ['Omar Lund']],
  ['Omar Lund left. One of them, a designer, shouted at her. “We go,” he said.', ['a designer']],
  ['Omar Lund left. One of the boats, the Haabet, was sold. “We go,” he said.', ['Omar Lund']],
  ['“We go,” Omar Lund said. Asked about the price, Anna Vale smiled. “Next question.”', ['Omar Lund', 'Anna Vale']],
  ['“We go,” Omar Lund said. Anna Vale left. “Next question.”', ['Omar Lund', 'Omar Lund']],
  ['Anna Vale, 52, runs the bakery. “We go,” the baker said.', ['Anna Vale']],
  ['Anna Vale signed it on Monday.\n“We go,” the 52-year-old told reporters.', ['Anna Vale']],
  ['Anna Vale came; Omar Lund left. “We go,” the baker said.', ['the baker']],
  ['A baker came. Anna Vale left. “We go,” the baker said.', ['the baker']],
  ['Anna Vale, a doctor, left. “We go,” the baker said.', ['the baker']],
  ['The bakers came.\nAnna Vale left. “We go,” the baker said.', ['the baker']],
  ['Omar Lund left. “We go,” the spokeswoman said.', ['the spokeswoman']],
  ['Omar Lund came. Anna Vale shook her head. “We go home now.”', ['Anna Vale']],
  ['Omar Lund came. Anna Vale laughed at the thought of going home in such a boat. “We go home now.”', [undefined]],
  ['Anna Vale was unimpressed: “We go home now.”', ['Anna Vale']],
  ['The sign at the port was clear: “We go home now.”', [undefined]],
  ['Okafor’s verdict: “Too little, too late.”', ['Okafor']],
  ['“We have lost everything,” sobbed Anna Vale.', ['Anna Vale']],
  ['Omar Lund offered her a job. What did Anna Vale answer? “I sent a heart to him.”', ['Anna Vale']],
  ['Omar Lund said it was over. What did the plan cost? “I sent a heart to him.”', [undefined]],
  ['A report seen by Okafor speaks of “fractures of the ribs”.', ['A report']],
  ['Anna Vale spoke. Four clerks and a judge had testified. “We go,” she said.', ['Anna Vale']],
  [
    'Anna Vale spoke. The founder and judge of the court had testified. “We go,” she said.',
    ['The founder and judge of the court'],
  ],
  ['The captain, Anna Vale, came.\nIt rained.\nIt rained.\nIt rained.\n“We go,” said the captain.', ['Anna Vale']],
  [
    'Two captains met. The captain, Anna Vale, left.\nIt rained.\nIt rained.\nIt rained.\n“We go,” said the captain.',
    ['the captain'],
  ],
])('who is credited in %j', (text, speakers) => {
  expect(speakersOf(text)).toEqual(speakers)
})

test('the comma that closes “according to” opens no apposition', () => {
  const line = 'According to court documents, Vale “knowingly falsified” the books.'
  expect(speakersOf(line, mentionsOf([line]))).toEqual(['court documents'])
  const named = 'According to a harbour official, Omar Lund, the books were “knowingly falsified”.'
  expect(
    speakersOf(named, [
      {
        span: { passage: 1, start: 33, end: 42 },
        kind: 'person',
        form: 'name',
        certainty: 'stated',
        rule: 'name/test',
      },
    ]),
  ).toEqual(['Omar Lund'])
})

test('the person behind an office is the speaker, not the office', () => {
  const line = 'The Commissioner for Health, Mrs Anna Vale, said it was too early. “We have nine deaths,” she said.'
  const at = (name: string, kind: Mention['kind']): Mention => {
    const start = line.indexOf(name)
    return {
      span: { passage: 1, start, end: start + name.length },
      kind,
      form: 'name',
      certainty: 'stated',
      rule: 'name/test',
    }
  }
  expect(speakersOf(line, [at('Commissioner for Health', 'organisation'), at('Anna Vale', 'person')])).toEqual([
    'Mrs Anna Vale',
  ])
})

test.each<[pronoun: string, cue: string, rest: string, isDoubtful: boolean]>([
  ['she', 'said', ' lost his boat.', true],
  ['he', 'said', ' lost his boat.', false],
  ['she', 'said', ' met Omar Lund and his brother.', false],
  ['he', 'replied', ' asked about the money.', true],
  ['he', 'said', ' asked about the money.', false],
  ['he', 'replied', ' was at sea.', false],
])('%s %s after “…%s”', (pronoun, cue, rest, isDoubtful) => {
  expect(isContradicted(pronoun, cue, rest)).toBe(isDoubtful)
})

test('gender follows the word before a name, and stays open where two words differ', () => {
  const text = 'Ms Okafor met spokesman Lund. Mr Vale left; Mrs Vale stayed.'
  const at = (name: string, from = 0): Mention => {
    const start = text.indexOf(name, from)
    return {
      span: { passage: 1, start, end: start + name.length },
      kind: 'person',
      form: 'name',
      certainty: 'stated',
      rule: 'name/test',
    }
  }
  const genders = findGenders(new Map([[1, text]]), [at('Okafor'), at('Lund'), at('Vale'), at('Vale', 45)])
  expect([...genders]).toEqual([
    ['okafor', 'f'],
    ['lund', 'm'],
  ])
})
