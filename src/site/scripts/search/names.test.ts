import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { SearchName, SearchNames } from '../../../model/search-index.ts'
import { replaceWords } from './describe-answer.ts'
import { namesWithAll, openNames, readNames } from './names.ts'
import { parseQuery } from './query.ts'

const name = (id: string, wordings: readonly string[]): SearchName => ({
  id,
  name: wordings[0]!,
  kind: '',
  url: '',
  mentions: 1,
  sources: 1,
  wordings,
  printed: wordings.length,
})
const OKAFOR = name('1', ['Ines Okafor', 'Okafor', 'Inès Okaffor'])
const PORT = name('2', ['Port Authority', 'PA'])
const STATE = name('3', ['Pennsylvania', 'PA'])
const PIECES: readonly SearchNames[] = [
  { names: [OKAFOR, PORT], words: { authority: [1], ines: [0], okaffor: [0], okafor: [0] } },
  { names: [PORT, STATE], words: { pa: [0, 1], pennsylvania: [1], port: [0] } },
]
const asked: string[] = []
vi.stubGlobal('fetch', async (address: string) => {
  asked.push(address)
  return { json: async () => PIECES[Number(/\d+/.exec(address)![0])] }
})
afterAll(() => vi.unstubAllGlobals())
const names = openNames('/names/', ['authority', 'pa'])
const groups = (typed: string) => parseQuery(typed, 'en').groups
afterEach(() => void asked.splice(0))

test.each([
  ['okafor', ['0+1 Ines Okafor']],
  ['Ines Okaffor crane', ['0+2 Ines Okafor']],
  ['crane port authority', ['1+2 Port Authority']],
  ['PA', ['0+1 Port Authority/Pennsylvania']],
  ['port', []],
  ['"Okafor"', []],
  ['Okafor OR crane', []],
])('%s is read as %j', async (typed, expected) => {
  const runs = await readNames(groups(typed), names)
  expect(runs.map((run) => `${run.at}+${run.length} ${run.names.map((one) => one.name).join('/')}`)).toEqual(expected)
})

test.each([
  ['ines', ['Ines Okafor']],
  ['okafor ines', ['Ines Okafor']],
  ['okafor crane', []],
])('every word of %s is in the names %j', async (typed, expected) =>
  expect((await namesWithAll(groups(typed), names)).map((one) => one.name)).toEqual(expected),
)

test.each([
  ['okaforr', ['okafor', 'okaffor']],
  ['pensilvania', ['pennsylvania']],
  ['zebra', []],
  ['x'.repeat(64), []],
])('near %s stand %j', async (typed, expected) =>
  expect((await names.near(typed)).map(({ word }) => word)).toEqual(expected),
)

test('only the piece of a word is loaded, and only once', async () => {
  const fresh = openNames('/fresh/', ['authority', 'pa'])
  await fresh.with('port')
  await fresh.with('pa')
  await fresh.with('0')
  expect(asked).toEqual(['/fresh/1.json'])
})

test.each([
  ['lorry Okaffor', ['okaffor'], 'lorry Ines Okafor'],
  ['Ines Okaffor lorry', ['okaffor'], 'Ines Okafor lorry'],
  ['Innes Okaffor', ['innes', 'okaffor'], 'Ines Okafor'],
])('%s with %j mended', (typed, wrong, expected) => expect(replaceWords(typed, wrong, OKAFOR)).toBe(expected))
