import { expect, test } from 'vitest'
import { citeOriginal, citePage, citeSource } from './cite-source.ts'
import { cleanText, cleanUrl, isoDate, parseDate, parseName } from './csl.ts'
import { embedMetadata, writeCoins } from './embed-metadata.ts'
import { formatCitations, loadStyle } from './format-citations.ts'
import { writeBiblatex, writeBibtex, writePlain, writeRis, writeWikipedia } from './write-references.ts'

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
const item = () =>
  citeSource(source, dossier, '/sources/board-votes-3k9m2p7x/', {
    id: 'p-4x7k2m',
    ordinal: 3,
    text: 'Nine members voted.',
  })

test('a passage is cited with version, place and hash', () => {
  expect(
    citeSource({ ...source, accessed: '2024-11' }, dossier, '/sources/board-votes-3k9m2p7x/', {
      id: 'p-4x7k2m',
      ordinal: 3,
      text: 'Nine\tmembers\n voted.',
    }),
  ).toEqual({
    id: '3k9m2p7x-p-4x7k2m',
    type: 'article-newspaper',
    title: 'Board <b>votes</b> & waits',
    author: [{ family: 'van der Vale', given: 'Amina' }, { literal: 'Northport News Agency' }],
    'container-title': 'Northport Gazette',
    issued: { 'date-parts': [[2023, 2, 13]] },
    accessed: { 'date-parts': [[2024, 11]] },
    URL: 'https://dossier.example/sources/board-votes-3k9m2p7x/v2/#p-4x7k2m',
    language: 'en',
    abstract: 'Nine members voted.',
    archive: 'The harbour contract',
    note: `Original: https://paper.example/crane; Version 2; Paragraph 3; SHA-256 ${source.sha256}`,
  })
})

test('a source with little metadata is cited without the missing fields', () => {
  const known = { id: 'x', title: 'A\u2028title', sha256: 'ab', language: 'ar', authors: [], version: 1, date: 'May' }
  const citation = {
    id: 'x',
    type: 'article-newspaper',
    title: 'A title',
    URL: 'https://dossier.example/x/v1/',
    language: 'ar',
    archive: dossier.title,
  }
  expect(citeSource(known, dossier, '/x/')).toEqual({ ...citation, note: 'Version 1; SHA-256 ab' })
  expect(citeSource({ ...known, publisher: ' ' }, dossier, '/x/', { id: 'p-bbbbbb', ordinal: 0 })).toEqual({
    ...citation,
    id: 'x-p-bbbbbb',
    URL: 'https://dossier.example/x/v1/#p-bbbbbb',
    note: 'Version 1; Headline; SHA-256 ab',
  })
})

test('a page of the dossier’s own', () => {
  const page = {
    id: 'x',
    type: 'webpage',
    title: 'Amina Vale',
    'container-title': dossier.title,
    URL: 'https://dossier.example/people/amina-vale-x/',
  }
  expect(citePage('x', 'Amina \tVale', dossier, '/people/amina-vale-x/')).toEqual(page)
  expect(citePage('x', 'Amina Vale', dossier, '/people/amina-vale-x/', 'It\nwaits.')).toEqual({
    ...page,
    abstract: 'It waits.',
  })
})

test.each([
  ['  a \u0007b\u2029c\u200Fd\uFEFFe\uFFFFf\uD800g  ', 'a b c d e f g'],
  ['whole \u{1F30D}', 'whole \u{1F30D}'],
])('%j is cleaned', (text, expected) => expect(cleanText(text)).toBe(expected))

test.each([
  ['https://a.example/{b}?c=[d]#|`^\\\'"<>', 'https://a.example/%7Bb%7D?c=%5Bd%5D#%7C%60%5E%5C%27%22%3C%3E'],
  ['HTTP://A.example/\tb', 'http://a.example/%20b'],
  ['https-x://a.example/', undefined],
  ['xhttp://a.example/', undefined],
  ['ftp://a.example/', undefined],
  ['/a', undefined],
])('the address %j', (address, expected) => expect(cleanUrl(address)).toBe(expected))

test.each([
  ['2023', [2023], '2023'],
  ['2023-02', [2023, 2], '2023-02'],
  ['0987-02-13', [987, 2, 13], '0987-02-13'],
])('the date %s', (text, parts, written) => {
  expect(parseDate(text)).toEqual({ 'date-parts': [parts] })
  expect(isoDate(parseDate(text)!)).toBe(written)
})

test.each([
  undefined,
  '',
  '202',
  '20231',
  '2023-2',
  '2023-021',
  '2023-02-1',
  '2023-02-131',
  'x2023',
  '2023-x2',
  '2023-2x',
  '2023-02-x1',
  '2023-02-1x',
  '2023x',
  '2023-02-13T10',
])('no date: %s', (text) => expect(parseDate(text)).toBeUndefined())

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
  ['Bruno de Okafor Jr.', { family: 'de Okafor', given: 'Bruno', suffix: 'Jr.' }],
  ['Vale ,Amina', { family: 'Vale', given: 'Amina' }],
  ['Vale , Amina, Ines', { family: 'Ines', given: 'Vale Amina' }],
  ['Amina Vale,', { family: 'Vale', given: 'Amina' }],
  ['de la Vale', { family: 'la Vale', given: 'de' }],
  ['Amina\nVale', { family: 'Vale', given: 'Amina' }],
  ['Reuters', { literal: 'Reuters' }],
  ['News Desk,Northport', { literal: 'News Desk · Northport' }],
  ['Amina Vale,Ines,Bruno', { family: 'Bruno', given: 'Amina Vale Ines' }],
  ['Gazette Staff', { literal: 'Gazette Staff' }],
  ['Human Rights Watch', { literal: 'Human Rights Watch' }],
  ['Barnes and Noble', { literal: 'Barnes and Noble' }],
  ['Smith & Sons', { literal: 'Smith & Sons' }],
  ['Agence France-Presse', { literal: 'Agence France-Presse' }],
  ['Centre for Harbour Law', { literal: 'Centre for Harbour Law' }],
  ['Ana Lund (Reuters)', { family: 'Lund', given: 'Ana' }],
  ['By Ana Lund', { family: 'Lund', given: 'Ana' }],
  ['By Lund', { literal: 'Lund' }],
  ['Ana Lund, AFP', { family: 'Lund', given: 'Ana' }],
  ['Lund, Ana', { family: 'Lund', given: 'Ana' }],
  ['Ana Lund in Northport', { family: 'Lund', given: 'Ana' }],
  ['Ana LUND', { family: 'LUND', given: 'Ana' }],
  ['ANA LUND', { family: 'LUND', given: 'ANA' }],
  ['BBC Monitoring', { literal: 'BBC Monitoring' }],
  ['CNN Wire', { literal: 'CNN Wire' }],
  ['NPA Correspondent Pool', { literal: 'NPA Correspondent Pool' }],
  ['Médecins Sans Frontières', { literal: 'Médecins Sans Frontières' }],
  ['Doctors Without Borders', { literal: 'Doctors Without Borders' }],
  ['Deutsche Welle', { literal: 'Deutsche Welle' }],
  ['Greenpeace UK', { literal: 'Greenpeace UK' }],
  ['Save the Children', { literal: 'Save the Children' }],
  ['Ana Watchman', { family: 'Watchman', given: 'Ana' }],
  ['Ana Lund-Presse', { family: 'Lund-Presse', given: 'Ana' }],
  ['Ines STAFF, Vale', { literal: 'Ines STAFF · Vale' }],
  ['Ines Staffer', { family: 'Staffer', given: 'Ines' }],
  ['Staff, Northport Gazette', { literal: 'Staff · Northport Gazette' }],
])('%s', (printed, expected) => {
  expect(parseName(printed)).toEqual(expected)
})

test('the original in place of ours, which the note keeps', () => {
  const { id, URL, note, ...rest } = item()
  expect(citeOriginal(item(), 'https://paper.example/crane')).toEqual({
    ...rest,
    id: `${id}-original`,
    URL: 'https://paper.example/crane',
    note: `Copy: ${URL}; ${note!.replace('Original: https://paper.example/crane; ', '')}`,
  })
  expect(citeOriginal(item(), undefined)).toBeUndefined()
  expect(citeOriginal(item(), 'javascript:alert(1)')).toBeUndefined()
})

test.each([
  ['a paper and a day', {}, '@article{'],
  ['no day', { date: undefined }, '@online{'],
  ['no paper', { publisher: undefined }, '@online{'],
])('an article with %s in BibLaTeX', (_, more, expected) => {
  expect(writeBiblatex(citeSource({ ...source, ...more }, dossier, '/sources/x-3k9m2p7x/')).startsWith(expected)).toBe(
    true,
  )
})

test('an article without a day and an address', () => {
  const { URL: _, issued: __, ...bare } = item()
  expect(writeBiblatex(bare)).toMatch(/^@misc\{/)
})

test('a style that is not in csl/', () => expect(() => loadStyle('no-such-style')).toThrow('csl/no-such-style.json'))

test('five styles, with our address and without markup of the title', () => {
  const formatted = formatCitations(item())
  expect(formatted.map(({ style }) => style)).toEqual(['APA', 'Chicago', 'MLA', 'Harvard', 'IEEE'])
  for (const { html, text } of formatted) {
    expect(text).toMatch(/2023.*https:\/\/dossier\.example\/sources\/board-votes-3k9m2p7x\/v2\/#p-4x7k2m/)
    expect(text).toMatch(/<b>votes<\/b> & waits/i)
    expect(html).toMatch(/&lt;b&gt;votes&lt;\/b&gt; &#38; waits/i)
  }
  expect(formatted[0]!.html).toContain('<i>Northport Gazette</i>')
  expect(formatCitations({ ...item(), title: 'Another' })[0]!.text).toContain('Another')
})

test('a suffix has its place in every format', () => {
  const suffixed = { ...item(), author: [parseName('Bruno Okafor, Jr.')] }
  expect(formatCitations(suffixed)[0]!.text).toMatch(/^Okafor, B\., Jr\. /)
  expect(writeBibtex(suffixed)).toContain('author = {Okafor, Jr., Bruno}')
  expect(writeRis(suffixed)).toContain('AU  - Okafor, Bruno, Jr.')
  expect(writeWikipedia(suffixed)).toContain('|last1=Okafor |first1=Bruno Jr. ')
  expect(writePlain(suffixed)).toMatch(/^Bruno Okafor Jr\., “/)
  expect(new URLSearchParams(writeCoins(suffixed)).get('rft.au')).toBe('Okafor, Bruno Jr.')
  expect(embedMetadata(suffixed)).toContainEqual({ name: 'citation_author', content: 'Okafor, Bruno Jr.' })
})

test('templates and plain text', () => {
  expect(writeWikipedia(item())).toMatch(
    /^\{\{cite news \|last1=van der Vale \|first1=Amina \|author2=Northport News Agency \|title=Board &lt;b&gt;.* \|quote=Nine members voted\.\}\}$/,
  )
  expect(writeBibtex(item())).toContain(
    '  note = {The harbour contract; Original: https://paper.example/crane; Version 2; Paragraph 3;',
  )
  expect(writePlain(item())).toBe(
    `Amina van der Vale, Northport News Agency, “Board <b>votes</b> & waits”, Northport Gazette, 2023-02-13. “Nine members voted.” The harbour contract, ${item().URL}. ${item().note}.`,
  )
})
