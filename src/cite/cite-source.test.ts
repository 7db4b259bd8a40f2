import { expect, test } from 'vitest'
import { citePage, citeSource } from './cite-source.ts'
import { embedMetadata } from './embed-metadata.ts'
import { formatCitations } from './format-citations.ts'
import { parseName } from './parse-name.ts'
import { writeRis } from './ris.ts'
import { writeBibtex } from './write-bibtex.ts'
import { writeCoins } from './write-coins.ts'
import { writePlain } from './write-plain.ts'
import { writeWikipedia } from './write-wikipedia.ts'

const dossier = { title: 'The harbour contract', site: 'https://dossier.example' }
const source = {
  id: '3k9m2p7x',
  title: 'Board <b>votes</b> & waits',
  sha256: 'ab'.repeat(32),
  language: 'en',
  publisher: 'Northport Gazette',
  authors: ['Amina van der Vale', 'Northport News Agency'],
  date: '2023-02-13',
  url: 'https://paper.example/crane',
  version: 2,
}
const item = citeSource(source, dossier, '/sources/board-votes-3k9m2p7x/', { id: 'p-4x7k2m', ordinal: 3, text: 'Nine members voted.' })

test('a passage is cited with version, place and hash', () => {
  expect(item).toMatchObject({
    URL: 'https://dossier.example/sources/board-votes-3k9m2p7x/v2/#p-4x7k2m',
    issued: { 'date-parts': [[2023, 2, 13]] },
    author: [{ family: 'van der Vale', given: 'Amina' }, { literal: 'Northport News Agency' }],
    note: `Original: https://paper.example/crane; Version 2; Paragraph 3; SHA-256 ${source.sha256}`,
  })
  expect(citePage('x', 'Amina Vale', dossier, '/people/amina-vale-x/')).toEqual({ id: 'x', type: 'webpage', title: 'Amina Vale', 'container-title': dossier.title, URL: 'https://dossier.example/people/amina-vale-x/' })
})

test.each([['javascript:alert(1)'], ['data:text/html,x'], ['not an address']])('%s is no original', (url) => {
  expect(citeSource({ ...source, url }, dossier, '/sources/x-3k9m2p7x/').note).toMatch(/^Version 2/)
})

test.each([
  ['Amina Vale', { family: 'Vale', given: 'Amina' }],
  ['Vale, Amina', { family: 'Vale', given: 'Amina' }],
  ['J. R. Okafor', { family: 'Okafor', given: 'J. R.' }],
  ['Ines de la Cruz', { family: 'de la Cruz', given: 'Ines' }],
  ['Bruno Okafor, Jr.', { family: 'Okafor', given: 'Bruno', suffix: 'Jr.' }],
  ['Bruno de la Cruz III', { family: 'de la Cruz', given: 'Bruno', suffix: 'III' }],
  ['Okafor, Bruno, Jr.', { family: 'Okafor', given: 'Bruno', suffix: 'Jr.' }],
  ['Okafor, Jr., Bruno', { family: 'Okafor', given: 'Bruno', suffix: 'Jr.' }],
  ['Bruno Sr', { family: 'Sr', given: 'Bruno' }],
  ['Reuters', { literal: 'Reuters' }],
  ['Gazette Staff', { literal: 'Gazette Staff' }],
  ['Staff, Northport Gazette', { literal: 'Staff · Northport Gazette' }],
])('%s', (printed, expected) => {
  expect(parseName(printed)).toEqual(expected)
})

test('five styles, with our address and without markup of the title', () => {
  const formatted = formatCitations(item)
  expect(formatted.map(({ style }) => style)).toEqual(['APA', 'Chicago', 'MLA', 'Harvard', 'IEEE'])
  for (const { html, text } of formatted) {
    expect(text).toMatch(/2023.*https:\/\/dossier\.example\/sources\/board-votes-3k9m2p7x\/v2\/#p-4x7k2m/)
    expect(text).toMatch(/<b>votes<\/b> & waits/i)
    expect(html).toMatch(/&lt;b&gt;votes&lt;\/b&gt; &#38; waits/i)
  }
  expect(formatted[0]!.html).toContain('<i>Northport Gazette</i>')
  expect(formatCitations({ ...item, title: 'Another' })[0]!.text).toContain('Another')
})

test('a suffix has its place in every format', () => {
  const suffixed = { ...item, author: [parseName('Bruno Okafor, Jr.')] }
  expect(formatCitations(suffixed)[0]!.text).toMatch(/^Okafor, B\., Jr\. /)
  expect(writeBibtex(suffixed)).toContain('author = {Okafor, Jr., Bruno}')
  expect(writeRis(suffixed)).toContain('AU  - Okafor, Bruno, Jr.')
  expect(writeWikipedia(suffixed)).toContain('|last1=Okafor |first1=Bruno Jr. ')
  expect(writePlain(suffixed)).toMatch(/^Bruno Okafor Jr\., “/)
  expect(new URLSearchParams(writeCoins(suffixed)).get('rft.au')).toBe('Okafor, Bruno Jr.')
  expect(embedMetadata(suffixed)).toContainEqual({ name: 'citation_author', content: 'Okafor, Bruno Jr.' })
})

test('templates and plain text', () => {
  expect(writeWikipedia(item)).toMatch(/^\{\{cite news \|last1=van der Vale \|first1=Amina \|author2=Northport News Agency \|title=Board &lt;b&gt;.* \|quote=Nine members voted\.\}\}$/)
  expect(writeBibtex(item)).toContain('  note = {The harbour contract; Original: https://paper.example/crane; Version 2; Paragraph 3;')
  expect(writePlain(item)).toBe(`Amina van der Vale, Northport News Agency, “Board <b>votes</b> & waits”, Northport Gazette, 2023-02-13. “Nine members voted.” The harbour contract, ${item.URL}. ${item.note}.`)
})
