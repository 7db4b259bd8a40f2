import { expect, test } from 'vitest'
import { readNameList, watchNames, toCsv } from './watch-names.ts'

test.each<[string, string[]]>([
  ['Ines Okafor\nMarta Vale\n', ['Ines Okafor', 'Marta Vale']],
  ['\uFEFFInes Okafor\r\n\r\n  Marta   Vale  \r\nInes Okafor', ['Ines Okafor', 'Marta Vale']],
  ['Okafor, Ines', ['Ines Okafor']],
  ['"Okafor, Ines"', ['Ines Okafor']],
  ['id,name,note\n1,Ines Okafor,"chair, board"\n2,"Vale, ""Red"" Marta",', ['Ines Okafor', '"Red" Marta Vale']],
  ['Name;Land\nInes Okafor;NP', ['Ines Okafor']],
  ['Full name\tNote\nInes Okafor\tx', ['Ines Okafor']],
  ['name\nOkafor', ['Okafor']],
  ['names of ships\nVale', ['names of ships', 'Vale']],
  ['', []],
  ['…\n--', []],
])('%j', (text, names) => expect(readNameList(text)).toEqual(names))

const known = [
  { name: 'Ines Okafor', wordings: ['Ines Okafor', 'Okafor'], sources: 3 },
  { name: 'Inés Okafor', wordings: ['Inés Okafor'], sources: 1 },
  { name: 'Ynez Okafor', wordings: ['Ynez Okafor'], sources: 1 },
  { name: 'Ivo Okafor', wordings: ['Ivo Okafor'], sources: 2 },
  { name: 'Northport Harbour Board', wordings: ['Northport Harbour Board', 'NHB'], sources: 2 },
]

test.each<[string, string[], string[]]>([
  ['Ines Okafor', ['Ines Okafor', 'Inés Okafor'], ['Ynez Okafor']],
  ['INES OKAFOR', ['Ines Okafor', 'Inés Okafor'], ['Ynez Okafor']],
  ['I. Okafor', [], ['Ivo Okafor', 'Inés Okafor', 'Ines Okafor']],
  ['Okafor', ['Ines Okafor'], ['Ivo Okafor', 'Inés Okafor', 'Ynez Okafor']],
  ['Ines Okaffor', [], ['Ines Okafor', 'Inés Okafor']],
  ['NHB', ['Northport Harbour Board'], []],
  ['Marta Vale', [], []],
  ['Harbour', [], []],
])('%s', (asked, found, possible) => {
  const [one] = watchNames([asked], known)
  expect(one!.found.map(({ name }) => name)).toEqual(found)
  expect(one!.possible.map(({ name }) => name).sort()).toEqual(expect.arrayContaining([...possible].sort()))
  if (possible.length === 0) expect(one!.possible).toEqual([])
})

test('a cell is no formula', () => expect(toCsv([['=1+1', 'a "b"', 3]])).toBe('\uFEFF"\'=1+1","a ""b""","3"\r\n'))
