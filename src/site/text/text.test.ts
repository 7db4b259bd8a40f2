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

/**
 * What a reader had to read twice, a line a label: a phrase in lower case that no string may hold, or between `^` and
 * `$` a whole string. Its plain wording stands in its place.
 */
const RETIRED: readonly (readonly string[])[] = [
  ['whose names these are', 'why they are one'],
  ['one thing, dated'],
  ['a summary point says'],
  ['both speak of'],
  ['statements that differ', 'not settled'],
  ['exclude each other'],
  ['one statement only'],
  ['statements at odds', 'unanswered', 'no editor has answered'],
  ['possibly the same', 'left apart'],
  ['printed again'],
  ['printing'],
  ['what came of it'],
  ['^allows$', '^of what$', 'as printed'],
  ['credited to: nobody', '^credited to$', '^nobody$'],
  ['told by', '^naming$'],
  ['date open', 'beside the timeline'],
  ['speaker open', 'described, not named'],
  ['words stand apart'],
  ['comes back here', 'arrow keys walk'],
  ['^tried:', 'begin so', 'spelled nearly so'],
  ['no source holds', 'hold the most'],
  ['other pages'],
  ['how it was read', 'where these facts were read', 'words it was read from'],
  ['set aside', 'blocks of the file'],
  ['as a plan'],
  ['in no source', 'but in the register'],
  ['standing in one sentence'],
  ['being silent'],
  ['those who fight', 'rulers', 'the stop of fighting', 'people on the move'],
  ['at a distance'],
  ['here those that', 'stated most', 'under their year'],
  ['nothing stands at', 'gave out this address'],
  ['left their mark'],
  ['is the present text', 'it stands at'],
  [' origins'],
  [' choices'],
  ['displacement: number'],
  ['^reject:'],
]

const ROOT = new URL('../../', import.meta.url)
const LITERAL = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g

/** The strings of a program that a reader can be shown: those of two words or more, and capitalised labels of one. */
function listStrings(path: string): string[] {
  const text = readFileSync(new URL(path, ROOT), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\/|^import .*$/gm, '')
  const literals = path.endsWith('.yml')
    ? text.replace(/^\s*#.*$/gm, '').split('\n')
    : (code.match(LITERAL) ?? []).map((literal) => literal.slice(1, -1))
  return literals.filter((words) => words.trim().includes(' ') || /^\p{Lu}\p{Ll}+$/u.test(words))
}

/** True when a string holds a retired phrase, or is a retired label. */
function isRetired(words: string): boolean {
  const lower = words.toLowerCase().trim()
  return RETIRED.flat().some((phrase) =>
    /[$^]/.test(phrase) ? new RegExp(phrase).test(lower) : ` ${lower}`.includes(phrase),
  )
}

const listFiles = (folder: string, ending = /\.(?:ts|astro)$/) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/\.(?:test|fixture)\.ts$/.test(name))
    .map((name) => folder + name)
    .sort()

test.each([
  'lang/en/comparison/labels.yml',
  'export/files.yml',
  ...listFiles('pipeline/', /rules\.yml$/),
  ...listFiles('site/'),
  ...listFiles('figures/'),
  ...listFiles('commands/'),
  ...listFiles('pipeline/'),
  ...listFiles('review/'),
  ...listFiles('desk/'),
  ...listFiles('publish/'),
  ...listFiles('diff/'),
  ...listFiles('pack/'),
])('%s speaks plainly', (path) => {
  expect(listStrings(path).filter(isRetired)).toEqual([])
})

test.each([
  ['Told by', true],
  ['Naming', true],
  ['Reject: Syrian "opposition" groups', true],
  ['2 origins', true],
  [', naming Ines Okafor', false],
  ['Credited to the Ledger', false],
  ['Tried: “crane”', true],
])('%s is retired: %s', (words, expected) => expect(isRetired(words)).toBe(expected))

/** Words of a template that come from no string of the text file: two words or more between tags. */
test.each(listFiles('site/').filter((name) => name.endsWith('.astro')))('%s has no words of its own', (path) => {
  const [, , template = ''] = readFileSync(new URL(path, ROOT), 'utf8').split(/^---$/m)
  const shown = template.replace(/<(style|script|code)[\s\S]*?<\/\1>|\{\/\*[\s\S]*?\*\/\}/g, '')
  expect(shown.match(/(?<=[>}])[^<>{}=;()]*\p{L}{2,} \p{L}{2,}[^<>{}=;()]*(?=[<{])/gu) ?? []).toEqual([])
})

test('strings of a program are found, comments are not', () => {
  const strings = listStrings('site/text/en.ts').join('\n')
  expect(strings).toContain('Where the sources differ')
  expect(strings).not.toContain('Every string that the site shows')
})
