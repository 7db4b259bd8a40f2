import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatCount, formatList, formatNumber, t } from './text.ts'

test.each([
  [1, 'source', '1 source'],
  [0, 'source', '0 sources'],
  [6, 'person', '6 people'],
  [1, 'person', '1 person'],
  [1200, 'passage', '1,200 passages'],
])('%i %s', (count, noun, words) => expect(formatCount(count, noun)).toBe(words))
test.each([
  [7, '7'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%i', (count, words) => expect(formatNumber(count)).toBe(words))
test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j', (words, text) => expect(formatList(words)).toBe(text))

test('every measure has its words, and every one that has words is measured', () => {
  const measured: { part: string; command: string }[] = JSON.parse(
    readFileSync(new URL('measured.json', import.meta.url), 'utf8'),
  )
  expect(measured.map(({ part }) => part)).toEqual(Object.keys(t.method.measured.parts).toSorted())
  const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  for (const { command } of measured) expect(Object.keys(scripts)).toContain(command.replace('npm run ', ''))
})

/** What a reader had to read twice, in lower case; its plain wording stands in its place. */
const RETIRED = [
  'whose names these are',
  'why they are one',
  'one thing, dated',
  'a summary point says',
  'both speak of',
  'not settled',
  'exclude each other',
  'one statement only',
  'statements at odds',
  'no editor has answered',
  'left apart',
  'printed again',
  'printing',
  'what came of it',
  'as printed',
  'credited to: nobody',
  'told by',
  'date open',
  'beside the timeline',
  'speaker open',
  'described, not named',
  'words stand apart',
  'comes back here',
  'arrow keys walk',
  'begin so',
  'spelled nearly so',
  'no source holds',
  'hold the most',
  'other pages',
  'how it was read',
  'where these facts were read',
  'words it was read from',
  'set aside',
  'why as a plan',
  'but in the register',
  'standing in one sentence',
  'being silent',
  'those who fight',
  'rulers',
  'the stop of fighting',
  'people on the move',
  'at a distance',
  'under their year',
  'nothing stands at',
  'gave out this address',
  'left their mark',
  'is the present text',
  ' origins',
  ' choices',
  'displacement: number',
]

const ROOT = new URL('../../', import.meta.url)
const LITERAL = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g

/** The strings of a program with two words or more: what a reader can be shown. */
function listStrings(path: string): string[] {
  const text = readFileSync(new URL(path, ROOT), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\/|^import .*$/gm, '')
  return (path.endsWith('.yml') ? text.replace(/^\s*#.*$/gm, '').split('\n') : (code.match(LITERAL) ?? [])).filter(
    (words) => words.trim().includes(' '),
  )
}

const listFiles = (folder: string) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.(?:test|fixture)\.ts$/.test(name))
    .map((name) => folder + name)
    .sort()

test.each([
  'lang/en/comparison/labels.yml',
  ...listFiles('site/'),
  ...listFiles('figures/'),
  ...listFiles('commands/'),
  ...listFiles('pipeline/5-relate/'),
  ...listFiles('pipeline/4-resolve/'),
])('%s speaks plainly', (path) => {
  const found = listStrings(path).filter((words) => RETIRED.some((phrase) => words.toLowerCase().includes(phrase)))
  expect(found).toEqual([])
})

test('strings of a program are found, comments are not', () => {
  const strings = listStrings('site/text/en.ts').join('\n')
  expect(strings).toContain('Where the sources differ')
  expect(strings).not.toContain('Every string that the site shows')
})
