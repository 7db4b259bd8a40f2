import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readData } from '../../../../text/read-data.ts'
import { readVocabulary } from './vocabulary.ts'

const LISTS = ['event-heads', 'organisation-heads', 'persons', 'places', 'things', 'words', 'work-heads']

test.each(LISTS)('%s.yml holds lists of words without duplicates, in order', (name) => {
  for (const [list, words] of Object.entries(readVocabulary<Record<string, string[]>>(name))) {
    expect(
      words.every((word) => typeof word === 'string' && word.trim() === word && word !== ''),
      list,
    ).toBe(true)
    expect(new Set(words).size, `${name}: ${list}`).toBe(words.length)
    expect(words, `${name}: ${list}`).toEqual(
      words.toSorted((a, b) => (fold(a) < fold(b) ? -1 : fold(a) > fold(b) ? 1 : 0)),
    )
  }
})

test('bodies.yml gives every name and acronym to one body', () => {
  const bodies = Object.values(readVocabulary<Record<string, { name: string; aliases: string[] }[]>>('bodies')).flat()
  const names = bodies.flatMap(({ name, aliases }) => [name, ...aliases])
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('shared-places.yml gives every shared name meanings of their own', () => {
  const shared = readVocabulary<{ word: string; meanings: { name: string; cues: string[] }[] }[]>('shared-places')
  const names = shared.flatMap(({ meanings }) =>
    meanings.flatMap(({ name, cues }) => [name, ...cues.filter((cue) => cue !== name)]),
  )
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  expect(shared.filter(({ meanings }) => meanings.length < 2)).toEqual([])
})

test('every rule of the code is described, in order, and every described rule exists', () => {
  const names = new URL('../', import.meta.url)
  const files = readdirSync(names, { recursive: true, encoding: 'utf8' })
  const modules = files.filter((file) => /(?<!\.test)\.ts$/.test(file))
  const code = modules.map((file) => readFileSync(new URL(file, names), 'utf8')).join('\n')
  const used = new Set(Array.from(code.matchAll(/'(name\/[a-z-]+)'/g), ([, rule]) => rule!))
  used.delete('name/register') // Described in lang/names: it holds in every language.
  expect(Object.keys(readData<Record<string, string>>('./rules.yml', names))).toEqual([...used].toSorted())
})

test('seats of government name a country of the list', () => {
  const countries = new Set(readVocabulary<{ name: string }[]>('countries').map(({ name }) => name))
  const { seats } = readVocabulary<{ seats: { of: string }[] }>('bodies')
  expect(seats.filter(({ of }) => !countries.has(of))).toEqual([])
})

function fold(word: string): string {
  return word.toLowerCase()
}
