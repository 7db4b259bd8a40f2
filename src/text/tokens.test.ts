import { expect, test } from 'vitest'
import { tokenise } from './tokens.ts'

const rows: [string, string][] = [
  ["Vale's UN-brokered plan", "Vale|'s|UN|-|brokered|plan"],
  ['the U.N. said', 'the|U.N.|said'],
  ["don't", "do|n't"],
  ['3,500.5 men.', '3,500.5|men|.'],
  ['al-Bab -- “so”', 'al|-|Bab|--|“|so|”'],
  ['O’Neill’s', 'O’Neill|’s'],
  ['see (https://a.example/b-c?d=1&e).', 'see|(|https://a.example/b-c?d=1&e|)|.'],
  ['“http://a.example/Vale/”, he', '“|http://a.example/Vale/|”|,|he'],
  ['the https: part', 'the|https|:|part'],
]

test.each(rows)('%j', (text, expected) => {
  const tokens = tokenise(text)
  expect(tokens.map((token) => token.text).join('|')).toBe(expected)
  for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text)
})
