import { expect, test } from 'vitest'
import { citePage, citeSource } from './cite-source.ts'
import type { CslItem } from './csl.ts'
import { embedMetadata, writeCoins } from './embed-metadata.ts'

const dossier = { title: 'The harbour contract', site: 'https://dossier.example' }
const source = {
  id: '3k9m2p7x',
  title: 'Board votes',
  sha256: 'ab'.repeat(32),
  language: 'en',
  publisher: 'Northport Gazette',
  authors: ['Amina Vale', 'J. R. van der Okafor'],
  date: '2023-02-13',
  version: 1,
}
const item = () => citeSource(source, dossier, '/sources/board-votes-3k9m2p7x/')

const contents = (of: CslItem, key: string) =>
  embedMetadata(of)
    .filter((tag) => ('name' in tag ? tag.name : tag.property) === key)
    .map(({ content }) => content)

/** The type as the translator decides it: `z:itemType` first, then a journal title, then a guess from any title. */
function typeOf(of: CslItem): string | undefined {
  if (contents(of, 'z:itemType')[0]) return contents(of, 'z:itemType')[0]
  return (contents(of, 'citation_journal_title')[0] ?? contents(of, 'citation_title')[0]) ? 'journalArticle' : undefined
}

/** One author tag as the translator reads it: cut at semicolons; at commas too when both sides hold a space. */
function readAuthors(content: string): string[] {
  const people = content.split(/\s*;\s*/)
  const parts = content.split(/\s*,\s*/)
  return people.length === 1 && parts.length > 1 && parts[0]!.includes(' ') && parts[1]!.includes(' ') ? parts : people
}

const rows: [field: string, rule: string, read: () => unknown, expected: unknown][] = [
  ['itemType', 'z:itemType wins over every guess', () => typeOf(item()), 'newspaperArticle'],
  [
    'itemType',
    'a page of the dossier’s own is a web page',
    () => typeOf(citePage('x', 'Amina Vale', dossier, '/people/x/')),
    'webpage',
  ],
  ['title', 'citation_title before dc:title', () => contents(item(), 'citation_title'), ['Board votes']],
  [
    'creators',
    'one tag a person, family name first',
    () => contents(item(), 'citation_author'),
    ['Vale, Amina', 'van\u00a0der\u00a0Okafor, J. R.'],
  ],
  [
    'creators',
    'no tag is read as two people',
    () => contents(item(), 'citation_author').flatMap(readAuthors).length,
    2,
  ],
  [
    'creators',
    'a semicolon makes no second person',
    () => contents({ ...item(), author: [{ literal: 'Vale; Okafor' }] }, 'citation_author').flatMap(readAuthors),
    ['Vale · Okafor'],
  ],
  [
    'creators',
    'a family name of several words before one given name',
    () =>
      contents(
        { ...item(), author: [{ family: 'de Cruz', given: 'Ines' }, { literal: 'Vale;Okafor' }] },
        'citation_author',
      ),
    ['de Cruz, Ines', 'Vale · Okafor'],
  ],
  [
    'publicationTitle',
    'prism:publicationName, or our site’s name is taken',
    () => contents(item(), 'prism:publicationName'),
    ['Northport Gazette'],
  ],
  [
    'publicationTitle',
    'makes a sound regular expression',
    () => contents({ ...item(), 'container-title': '(Gazette)North[' }, 'prism:publicationName'),
    ['Gazette North'],
  ],
  [
    'publicationTitle',
    'no citation_journal_title: it forces journalArticle',
    () => contents(item(), 'citation_journal_title'),
    [],
  ],
  [
    'date',
    'citation_publication_date in ISO 8601',
    () => contents(item(), 'citation_publication_date'),
    ['2023-02-13'],
  ],
  [
    'url',
    'citation_public_url',
    () => contents(item(), 'citation_public_url'),
    [expect.stringContaining('/sources/board-votes-3k9m2p7x/')],
  ],
  ['language', 'citation_language', () => contents(item(), 'citation_language'), ['en']],
  ['type', 'og:type', () => contents(item(), 'og:type'), ['article']],
]

test.each(rows)('%s: %s', (_field, _rule, read, expected) => {
  expect(read()).toEqual(expected)
})

test('COinS holds the same as an OpenURL', () => {
  const fields = new URLSearchParams(writeCoins({ ...item(), title: 'A & B=<c>' }))
  expect([
    fields.get('rft.atitle'),
    fields.get('rft.jtitle'),
    fields.getAll('rft.au'),
    fields.get('rft.date'),
    fields.get('rft_id'),
  ]).toEqual(['A & B=<c>', 'Northport Gazette', ['Vale, Amina', 'van der Okafor, J. R.'], '2023-02-13', item().URL])
})
