import { expect, test } from 'vitest'
import { boilerplate as ENGLISH } from '../../../lang/en/index.ts'
import { readByline } from './read-byline.ts'

const rows: [line: string, authors: string[] | undefined, credits?: string[]][] = [
  ['By Ada Vale', ['Ada Vale']],
  ['By Ada Vale and Femi al-Okafor', ['Ada Vale', 'Femi al-Okafor']],
  ['By Ada Vale, Femi Okafor and Jun Ito', ['Ada Vale', 'Femi Okafor', 'Jun Ito']],
  ['by Reuters', [], ['Reuters']],
  ['By ADA VALE, Associated Press', ['ADA VALE'], ['Associated Press']],
  ['By Ada Vale in Northport', ['Ada Vale']],
  ['By Ada Vale, Staff Writer', ['Ada Vale']],
  ['By Ada Vale Crime Correspondent', ['Ada Vale']],
  ['By Femi al-Okafor Reporter', ['Femi al-Okafor']],
  ['Ada Vale, crime correspondent', ['Ada Vale']],
  ['By Staff Reporter', []],
  ['By Friday the water had gone.', undefined],
  ['By the River', undefined],
  ['By Dunmore Harbour', undefined],
  ['By Army Pilots', undefined],
  ['By Ada Church', ['Ada Church']],
  ['By Ada Vale for the Daily Beacon', ['Ada Vale']],
  ['By 2019', undefined],
  ['Ada Vale, 58, of Northport', undefined],
  ['By Ada Vale said nothing of it.', undefined],
]

test.each(rows)('%j', (line, authors, credits = []) => {
  expect(readByline(line, ENGLISH)).toEqual(authors && { authors, credits })
})
