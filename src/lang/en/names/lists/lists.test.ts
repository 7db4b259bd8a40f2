import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { tokenise } from '../../../../text/tokens.ts'
import type { ListName } from '../../../tagger/lexicon.ts'
import { decodeLexicon, hashPhrase, LISTS, LONGEST_PHRASE } from '../../../tagger/lexicon.ts'
import { hashLower } from '../../../tagger/word.ts'

interface Place {
  readonly name: string
  readonly aliases: string[]
  readonly demonyms: string[]
  readonly kind?: string
  readonly capital?: string
}

const read = <T>(file: string): T => parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
const inOrder = (words: readonly string[]): string[] => words.toSorted((a, b) => (a < b ? -1 : 1))

test.each(['./known-organisations.yml', './known-events.yml', '../../../../train/harmonise.yml'])(
  '%s is sorted',
  (file) => {
    for (const words of Object.values(read<Record<string, string[]>>(file))) {
      expect(words).toEqual(inOrder([...new Set(words)]))
      expect(words.every((word) => typeof word === 'string' && word === word.trim() && word !== '')).toBe(true)
    }
  },
)

test('no two countries share a name, an alias or a demonym', () => {
  const words = read<Place[]>('./countries.yml').flatMap(({ name, aliases, demonyms }) => [
    name,
    ...aliases,
    ...demonyms,
  ])
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})

test('every country has a capital, every region a kind', () => {
  expect(read<Place[]>('./countries.yml').filter(({ capital }) => !capital)).toEqual([])
  const kinds = new Set(read<Place[]>('./regions.yml').map(({ kind }) => kind))
  expect([...kinds]).toEqual(['continent', 'region', 'province', 'us-state', 'city'])
})

test('the shipped lexicon was made from these lists', () => {
  const { listsOf } = decodeLexicon(gunzipSync(readFileSync(new URL('../tagger/lexicon.bin.gz', import.meta.url))))
  const missing = (list: ListName, phrases: readonly string[]): string[] =>
    phrases.filter((phrase) => {
      const words = tokenise(phrase).map(({ text }) => ({ lower: hashLower(text) }))
      const isKept = /^\p{Lu}/u.test(phrase) && phrase.length > 1 && words.length <= LONGEST_PHRASE
      return isKept && !((listsOf(hashPhrase(words)) >> LISTS.indexOf(list)) & 1)
    })
  const groups = (file: string): string[] => Object.values(read<Record<string, string[]>>(file)).flat()
  expect(missing('known-organisation', groups('./known-organisations.yml'))).toEqual([])
  expect(missing('known-event', groups('./known-events.yml'))).toEqual([])
  expect(
    missing(
      'country',
      read<Place[]>('./countries.yml').map(({ name }) => name),
    ),
  ).toEqual([])
  expect(
    missing(
      'region',
      read<Place[]>('./regions.yml').map(({ name }) => name),
    ),
  ).toEqual([])
})
