import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { transliterationKey } from './name-forms.ts'

const same: [string, string][] = [
  ['Mohammed al-Okaffor', 'Mohamad Okafour'],
  ['Sergei Valeyev', 'Sergey Valeyev'],
  ['Khaled Abboud', 'Khalid Aboud'],
  ['Dmitri Vale', 'Dmitry Vale'],
]
const different: [string, string][] = [
  ['Ada Vale', 'Ada Vane'],
  ['Mahmoud Vale', 'Mohammed Vale'],
  ['Hassan Okafor', 'Hussein Okafor'],
]

test.each(same)('%j is a spelling of %j', (a, b) => expect(transliterationKey(a)).toBe(transliterationKey(b)))
test.each(different)('%j is not %j', (a, b) => expect(transliterationKey(a)).not.toBe(transliterationKey(b)))

test('every spelling belongs to one name', () => {
  const { equal }: { equal: string[][] } = parse(
    readFileSync(new URL('./transliteration.yml', import.meta.url), 'utf8'),
  )
  const spellings = equal.flat()
  expect(spellings.filter((word, index) => spellings.indexOf(word) !== index)).toEqual([])
})
