import { expect, test } from 'vitest'
import { cleanSeed } from '../clean-seed.ts'

const check = (text: string) => {
  const seed = {
    file: 'seeds/articles/x.txt',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'text',
    text,
    sidecar: {},
  } as const
  return cleanSeed(seed, { language: 'en', rights: 'full' })
}
const rulesOf = (text: string) => check(text).problems.map(({ rule }) => rule)

test.each<[string, string, string[]]>([
  ['ordinary text', 'Ines Okafor signed the contract in Northport.', []],
  ['a text in Cyrillic with a Latin name', 'Инес Окафор (Ines Okafor) подписала договор.', []],
  [
    'a Latin word with a Cyrillic letter',
    'Ines Ok\u0430for signed the contract in Northport.',
    ['source/mixed-scripts'],
  ],
  ['a unit with a Greek letter', 'The dose was 5 µg and 3 Ω, not more.', []],
  ['a turn of direction', 'Ines \u202Erofako\u202C signed the contract.', ['source/invisible']],
  ['a terminal command', 'Ines Okafor \x1B[2Jsigned the contract.', ['source/invisible']],
  ['nothing but boilerplate', 'Share this article', ['source/no-text']],
  ['too many passages', 'Ines Okafor signed the contract in Northport.\n\n'.repeat(5001), ['source/too-many-passages']],
])('%s', (_, text, rules) => expect(rulesOf(text)).toEqual(rules))

test('invisible characters are not shown, and are reported as left out', () => {
  const { value } = check('Ines \u202EOka\u200Bfor\u202C \u{E0041}signed\uFEFF the con\u2066tract.')
  expect(value.passages.map(({ text }) => text)).toEqual(['Ines Okafor signed the contract.'])
  expect(value.setAside.every(({ kind }) => kind === 'invisible')).toBe(true)
  expect(value.setAside).toHaveLength(5)
})

test('a joiner stays where a script needs it', () => {
  expect(
    check('The word می\u200Cخواهم and \u{1F468}\u200D\u{1F33E} stay, Oka\u200Dfor does not.').value.passages[0]!.text,
  ).toBe('The word می\u200Cخواهم and \u{1F468}\u200D\u{1F33E} stay, Okafor does not.')
})
