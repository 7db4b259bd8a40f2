import { expect, test } from 'vitest'
import type { WordingUse } from '../../model/comparison.ts'
import { inventDossier, locate } from './invent-dossier.fixture.ts'
import { LABEL_SETS } from '../../lang/en/comparison/find-labels.ts'
import { relateLabels } from './relate-labels.ts'

const FRONT = '{River Front=organisation:river-front}'
const NORLAND = '{Norlandish=place:norland}'

function labelsOf(text: string, entity: string): string[] {
  const { sources, findings, mentions } = inventDossier([['', text]])
  const rows = relateLabels(sources, findings, mentions).entities.find((one) => one.entity === entity)!.rows
  return rows.filter(({ form }) => form === 'label').map(({ wording }) => wording)
}

test.each<[string, string, string[]]>([
  [`The so-called ${FRONT} left.`, 'organisation:river-front', ['so-called']],
  [`The “so-called” ${FRONT} left.`, 'organisation:river-front', ['so-called']],
  [`The so called ${FRONT} left.`, 'organisation:river-front', ['so-called']],
  [`A fighter of the ${FRONT} spoke.`, 'organisation:river-front', ['fighter']],
  [`The rebel group ${FRONT} left.`, 'organisation:river-front', ['rebel group']],
  [`The ${FRONT} rebel group left.`, 'organisation:river-front', ['rebel group']],
  [`The ${NORLAND} regime fell.`, 'place:norland', ['regime']],
  ['{Vale=person:vale}’s government fell.', 'person:vale', ['government']],
  [`The rebels met the ${FRONT}.`, 'organisation:river-front', []],
  [`The rebels, the ${FRONT} said, left.`, 'organisation:river-front', []],
  [`The regime in ${NORLAND} fell.`, 'place:norland', []],
  [`${NORLAND} rebels left.`, 'place:norland', []],
  ['{Norland=place:norland}-backed authorities left.', 'place:norland', []],
  [`The so-called ${NORLAND} envoy left.`, 'place:norland', ['so-called']],
  [`A government ${FRONT} office.`, 'organisation:river-front', []],
])('labels of %j for %s', (text, entity, expected) => expect(labelsOf(text, entity)).toEqual(expected))

test.each<[string, string, string[]]>([
  ['The army captured the town of {Ardo=place:ardo}.', 'taking', ['capture']],
  ['Three villages captured by rebels burned.', 'taking', ['capture']],
  ['The army seized control of {Ardo=place:ardo}.', 'taking', ['seize']],
  ['The navy captured 12 pirates off {Ardo=place:ardo}.', 'taking', []],
  ['Police seized a car in the town.', 'taking', []],
  ['The {Ardo Liberation Army=organisation:ala} left.', 'taking', []],
  ['They executed two prisoners.', 'killing', ['execute']],
  ['They executed the plan.', 'killing', []],
  ['It was a professionally executed raid.', 'killing', []],
  ['The conflict went on.', 'fighting', ['conflict']],
  ['There were conflicting reports of war crimes.', 'fighting', []],
  ['Previous conflicts and any war were talked of.', 'fighting', []],
  ['The authorities spoke in government offices.', 'government', []],
  ['Hundreds of government and private buildings fell; governments learn.', 'government', []],
  ['The government and the private banks spoke.', 'government', ['government']],
  ['A refugee camp and the top refugee official.', 'people-on-the-move', []],
  ['Two suspects fled.', 'accused', ['suspect']],
  ['Two suspected thieves fled.', 'accused', ['suspected']],
  ['The alleged raid was told.', 'distance', ['alleged']],
  ['Vale alleges that it was a raid.', 'distance', []],
])('words of %j in the set %s', (text, set, expected) => {
  const { sources, findings, mentions } = inventDossier([['', text]])
  const found = relateLabels(sources, findings, mentions).choices.find((one) => one.set === set)
  expect((found?.rows ?? []).map(({ wording }) => wording)).toEqual(expected)
})

test('spelling variants of a name are rows with their sources', () => {
  const { sources, findings, mentions } = inventDossier([
    ['2020-03-02', '{Adah Vale=person:vale} met {Vale=person:vale}.'],
    ['2020-03-01', '{Ada Vale=person:vale} and {Vale=person:vale}.'],
  ])
  const rows = relateLabels(sources, findings, mentions).entities[0]!.rows
  expect(rows.map(({ wording, sources: held }) => [wording, held.map(({ file }) => file.at(-5))])).toEqual([
    ['Vale', ['1', '0']],
    ['Ada Vale', ['1']],
    ['Adah Vale', ['0']],
  ])
})

test('a word inside quotation marks is not the source’s own', () => {
  const dossier = inventDossier([['', '“The regime lies,” he said. The government denied it.']])
  dossier.findings[0]!.quotations.push({
    spans: [locate(dossier, 0, 'The regime lies,')],
    mode: 'direct',
    rule: 'quotation/invented',
  })
  const [choice] = relateLabels(dossier.sources, dossier.findings, dossier.mentions).choices
  expect(choice).toMatchObject({ set: 'government', rule: 'wording/choice' })
  expect(choice!.rows.map(({ wording, sources }) => [wording, sources[0]!.uses[0]!.voice])).toEqual([
    ['government', 'source'],
    ['regime', 'quoted'],
  ])
})

test.each<[string, WordingUse['voice']]>([
  ['It spoke of a “pending invasion” there.', 'quoted'],
  ["Norland 'plans invasion' of an island", 'quoted'],
  ['“Sadly, [invasion plans] are made,” he said.', 'source'],
  ['The invasion of “Salt Island” began.', 'source'],
])('whose word a label is: %j', (text, voice) => {
  const { sources, findings, mentions } = inventDossier([['', text]])
  const [choice] = relateLabels(sources, findings, mentions).choices
  expect(choice!.rows.map(({ sources: [source] }) => source!.uses.map((use) => use.voice))).toEqual([[voice]])
})

test('the sets of labels are sorted and no word is in two', () => {
  const all = LABEL_SETS.flatMap(({ words }) => words)
  expect(new Set(all).size).toBe(all.length)
  for (const { set, words } of LABEL_SETS) expect([set, ...words]).toEqual([set, ...[...words].sort()])
})
