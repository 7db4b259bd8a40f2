import { expect, test } from 'vitest'
import { readMarked } from './marked.fixture.ts'
import { indexRegister } from './name-forms.ts'
import { settleKindsAcross } from './resolve-entities.ts'

/** Kinds of the mentions in order; a rule knows the kind of `{place! Vale}`, the others are guessed. */
function settle(...texts: string[]): string {
  const found = texts.map((text, index) => {
    const { source, findings } = readMarked(text.replaceAll('! ', ' '), `${index}.txt`)
    const isKnown = [...text.matchAll(/\{\w+(!?) /g)].map(([, mark]) => mark === '!')
    const mentions = findings.mentions.map((mention, at) => ({
      ...mention,
      rule: isKnown[at] ? 'name/known' : 'name/tagger',
    }))
    return { source, findings: { ...findings, mentions } }
  })
  return settleKindsAcross(found, indexRegister([]))
    .flatMap(({ mentions }) => mentions.map(({ kind }) => kind))
    .join(' ')
}

test.each<[string, string[], string]>([
  ['most often', ['{place Marisol} sank. {place Marisol} lies deep.', '{person Marisol} sank.'], 'place place place'],
  ['a tie', ['{place Marisol} sank.', '{person Marisol} sank.'], 'place person'],
  [
    'a kind that a rule knows',
    ['{place Marisol}, {place Marisol}', '{organisation! Marisol}'],
    'organisation organisation organisation',
  ],
  [
    'two kinds that rules know',
    ['{place! Marisol}, {place Marisol}', '{organisation! Marisol}'],
    'place place organisation',
  ],
  [
    'a company’s short name',
    ['{organisation Vale Foods} fell.', '{person Vale} rose, {place Vale} fell.'],
    'organisation organisation organisation',
  ],
  ['no place of a university', ['{organisation Vale University} fell.', '{place Vale} rose.'], 'organisation place'],
  ['a surname', ['{person Ada Vale} left.', '{place Vale}, {place Vale}, {person Vale}'], 'person place place person'],
  ['what a list knows', ['{place Georgia|Georgia}, {place Georgia|Georgia}', '{person Georgia}'], 'place place person'],
])('%s', (_, texts, expected) => expect(settle(...texts)).toBe(expected))
