import { expect, test } from 'vitest'
import { cleanSeed } from './clean-seed.ts'

const clean = (text: string, format: 'text' | 'markdown' = 'text') =>
  cleanSeed(
    { file: 'a.txt', sha256: '', encoding: 'utf-8', format, text, sidecar: { language: 'fr' } },
    { language: 'en', rights: 'full' },
  ).value

const HEAD = 'La grue du port de Lund est tombée'
const FIRST = 'La grue a coûté 3,5 millions d’euros et personne ne la regrette, selon la mairie.'
const SECOND = 'Le chantier doit reprendre le 4 mai 2023, a dit Ada Vale.'

test.each<[what: string, lines: string[], kept: string[]]>([
  [
    'a byline and a date',
    [HEAD, 'Par Ada Vale', 'Publié le 4 mai 2023', FIRST],
    [HEAD, 'Par Ada Vale', 'Publié le 4 mai 2023', FIRST],
  ],
  [
    'lines that English pages have',
    [HEAD, FIRST, 'Share this article', 'By Ada Vale', SECOND],
    [HEAD, FIRST, 'Share this article', 'By Ada Vale', SECOND],
  ],
  [
    'short lines at the end',
    [HEAD, FIRST, 'À lire aussi', 'Le port en images'],
    [HEAD, FIRST, 'À lire aussi', 'Le port en images'],
  ],
  ['a row of signs', [HEAD, FIRST, '* * *', SECOND], [HEAD, FIRST, SECOND]],
  ['a line of code', [HEAD, FIRST, '.ad-box { display: none; }', SECOND], [HEAD, FIRST, SECOND]],
  ['a paragraph that stands twice', [HEAD, FIRST, SECOND, FIRST], [HEAD, FIRST, SECOND]],
  [
    'a sentence that a link broke',
    [HEAD, 'La grue du', 'port est tombée dans la nuit.'],
    [HEAD, 'La grue du port est tombée dans la nuit.'],
  ],
])('in a language without a pack: %s', (_, lines, kept) => {
  expect(clean(lines.join('\n\n')).passages.map(({ text }) => text)).toEqual(kept)
})

test('in a language without a pack only the headline is read from the lines', () => {
  const { metadata } = clean([HEAD, FIRST, 'By Ada Vale', 'Published 4 May 2023', '(AFP)'].join('\n\n'))
  expect(Object.keys(metadata)).toEqual(['headline'])
})

test('front matter is read in any language', () => {
  const { metadata } = clean(`---\ntitle: La grue\nauthor: Ada Vale\ndate: 2023-05-04\n---\n\n${FIRST}\n`, 'markdown')
  expect(metadata.headline?.value).toBe('La grue')
  expect(metadata.authors?.value).toEqual(['Ada Vale'])
  expect(metadata.date?.value).toBe('2023-05-04')
})
