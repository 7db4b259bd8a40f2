import { expect, test } from 'vitest'
import type { EntityEntry } from '../../model/entry.ts'
import { byText } from './text.ts'
import { listByLetter } from '../entity/index-names.ts'

test('sorts by folded text, then by code point', () => {
  const names = ['vale', 'Çelik', 'Vale', 'Celik', 'the Union', 'Tomas', 'Zorn', 'Ügur']
  expect(names.sort(byText((name) => name))).toEqual([
    'Celik',
    'Çelik',
    'Tomas',
    'Ügur',
    'the Union',
    'Vale',
    'vale',
    'Zorn',
  ])
})

const entity = (name: string, ...others: string[]) =>
  ({ name, names: others.map((words) => ({ words, form: 'name' })), mentions: [] }) as unknown as EntityEntry

test('every spelling of a name is under its own letter', () => {
  const index = listByLetter([entity('Mohammed Vale', 'Vale', 'Mohammed Vale'), entity('7 October Group')])
  expect(index.map(({ letter, names }) => [letter, names.map(({ words }) => words)])).toEqual([
    ['0-9', ['7 October Group']],
    ['M', ['Mohammed Vale']],
    ['V', ['Vale']],
  ])
})
