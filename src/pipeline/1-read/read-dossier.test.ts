import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Problem } from '../../model/problem.ts'
import { readDossier, readReviewed } from './read-dossier.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-read-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Reads a dossier of these files; a path that ends with a slash is a folder. */
function read(files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [path, content] of Object.entries(files)) {
    const folder = path.endsWith('/') ? path : dirname(path)
    mkdirSync(join(root, folder), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(join(root, path), content)
  }
  return readDossier(root)
}

const print = ({ severity, rule, file, line, column, reason, hint }: Problem) =>
  `${severity} ${rule} ${[file, line, column].filter((part) => part !== undefined).join(':')}\n  ${reason}\n  > ${hint}`

const SETTINGS = { 'seeds/dossier.yml': 'title: Harbour\ndescription: Who signed?\n' }
const ARTICLE = { 'seeds/articles/001.txt': 'Ines Okafor signed.\n' }

test('everything that people wrote is read', async () => {
  const { value, problems } = await read({
    ...SETTINGS,
    'seeds/articles/b.txt': 'Ines Okafor signed.\n',
    'seeds/articles/b.yml': 'publisher: Northport Gazette\n',
    'seeds/articles/a.md': '---\r\nheadline: Front\r\npublisher: Front\r\n---\r\nText\r\n',
    'seeds/articles/a.yaml': 'publisher: Own\n',
    'seeds/articles/c.markdown': '# Head\n',
    'seeds/articles/d.txt': '---\nheadline: no front matter\n---\n',
    'seeds/articles/\uFF5A.md': '---\nheadline: End\n---',
    'seeds/articles/\u{1F30D}.txt': 'Globe',
    'seeds/articles/.DS_Store': '',
    'seeds/register/b.yaml': '# people\n- name: Bruno Vale\n  kind: person\n',
    'seeds/register/a.yml': '- name: Ines Okafor\n  kind: person\n\n- name: Northport\n  kind: place\n',
    'seeds/register/\uFF5A.yml': '- name: Last\n  kind: work\n',
    'seeds/register/\u{1F30D}.yml': '- name: Globe\n  kind: work\n',
    'seeds/register/empty.yml': '# nobody yet\n',
    'seeds/register/notes.yml.txt': 'not read',
    'seeds/register/.a.yml': 'not read',
    'seeds/register/adjudications.yml': '- figure: death | people\n  status: accepted\n  note: counted twice\n',
    'seeds/register/answers.yml': '- key: a\n  reason: b\n  passages: 0123456789ab\n',
    'seeds/register/reviewed.yml': '- key: a\n  reason: b\n',
    'seeds/tombstones.yml': '- id: 3k9m2p7x\n  reason: asked for\n  date: 2023-02-13\n',
    'content/versions/3k9m2p7x/v2.json': '{"source":"3k9m2p7x","version":2,"hash":"b","passages":[]}',
    'content/versions/3k9m2p7x/v1.json':
      '{"source":"3k9m2p7x","version":1,"hash":"a","passages":[{"id":"p-bbbbbb","text":"x","hash":"y"}]}',
    'content/versions/notes.txt': 'not read',
    'content/permalinks.json': '{}',
  })
  expect(problems).toEqual([])
  expect(value.settings).toMatchObject({ title: 'Harbour', rights: 'full' })
  expect(value.seeds).toMatchObject([
    {
      file: 'seeds/articles/a.md',
      format: 'markdown',
      encoding: 'utf-8',
      sidecar: { headline: 'Front', publisher: 'Own' },
      text: expect.stringMatching(/^---\r\n.*Text\r\n$/s),
    },
    {
      file: 'seeds/articles/b.txt',
      format: 'text',
      sidecar: { publisher: 'Northport Gazette' },
      sha256: '1be26d64b9cd2729ff6b36a590d4aafe41c6c318c9853f696966f281d798cbdd',
    },
    { file: 'seeds/articles/c.markdown', format: 'markdown', sidecar: {} },
    { file: 'seeds/articles/d.txt', format: 'text' },
    { file: 'seeds/articles/\u{1F30D}.txt' },
    { file: 'seeds/articles/\uFF5A.md', sidecar: { headline: 'End' } },
  ])
  expect(value.seeds[3]!.sidecar).toEqual({})
  expect(Object.keys(value.seeds[0]!)).not.toContain('mended')
  expect(value.register).toMatchObject([
    { name: 'Ines Okafor', aliases: [], file: 'seeds/register/a.yml', line: 1 },
    { name: 'Northport', file: 'seeds/register/a.yml', line: 4 },
    { name: 'Bruno Vale', file: 'seeds/register/b.yaml', line: 2 },
    { name: 'Globe' },
    { name: 'Last' },
  ])
  expect(value.adjudications.map(({ item }) => item)).toEqual([
    { figure: 'death | people', status: 'accepted', note: 'counted twice' },
  ])
  expect(value.answers.map(({ item }) => item)).toEqual([{ key: 'a', reason: 'b', passages: '0123456789ab' }])
  expect(value.tombstones).toEqual([{ id: '3k9m2p7x', reason: 'asked for', date: '2023-02-13' }])
  expect(value.versions.map(({ version }) => version)).toEqual([1, 2])
  expect([...value.record!]).toEqual(['{}'])
  expect(readReviewed(root)).toEqual({ value: [{ key: 'a', reason: 'b' }], problems: [] })
})

test('a dossier needs settings and an article, and nothing else', async () => {
  const { value, problems } = await read({ ...SETTINGS, ...ARTICLE })
  expect(problems).toEqual([])
  expect(value).toMatchObject({
    register: [],
    adjudications: [],
    answers: [],
    tombstones: [],
    versions: [],
    record: undefined,
  })
})

test('an empty folder is reported, with the files it needs', async () => {
  const { value, problems } = await read({})
  expect(value).toMatchObject({ settings: { title: 'Dossier', description: 'Dossier' }, seeds: [] })
  expect(problems.map(print).join('\n')).toMatchInlineSnapshot(`
    "error file/no-settings seeds/dossier.yml
      Missing file, expected the title and description of the dossier
      > title: "The harbour contract"
    description: "Who signed what, and when? Clippings of 2023."
    error file/no-articles seeds/articles
      Unexpected empty folder, expected at least one article
      > Put a text file there: seeds/articles/001.txt"
  `)
})

test('a sidecar speaks to one article of a file of several, and to all of them', async () => {
  const mail = (id: number) =>
    `From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: Vote ${id}\nMessage-ID: <${id}@a.example>\n\nInes Okafor signed the lease.\n\n`
  const { value, problems } = await read({
    ...SETTINGS,
    'seeds/articles/list.mbox': mail(1) + mail(2),
    'seeds/articles/list.yml':
      'rights: excerpt\narticles:\n  <2@a.example>:\n    publisher: Gazette\n    corrections:\n      - kind: metadata\n        field: date\n        value: "2024-01-01"\n        reason: Printed.\n  <3@a.example>:\n    publisher: Post\n',
  })
  expect(value.seeds.map(({ file, sidecar, corrections = [] }) => [file, sidecar, corrections.length])).toEqual([
    ['seeds/articles/list.mbox#<1@a.example>', { rights: 'excerpt' }, 0],
    ['seeds/articles/list.mbox#<2@a.example>', expect.objectContaining({ rights: 'excerpt', publisher: 'Gazette' }), 1],
  ])
  expect(problems.map(({ rule, file }) => [rule, file])).toEqual([['file/stray-article', 'seeds/articles/list.yml']])
})

test('each error in the articles is reported with a hint, and hides no other', async () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))))
  const { value, problems } = await read({
    ...SETTINGS,
    ...ARTICLE,
    'seeds/articles/002.pdf': 'x',
    'seeds/articles/003': 'x',
    'seeds/articles/004.yml': 'publisher: x',
    'seeds/articles/005.txt': 'a',
    'seeds/articles/005.md': 'b',
    'seeds/articles/005.yaml': 'publisher: x',
    'seeds/articles/006.txt': ' \n',
    'seeds/articles/007.txt': 'a\0b',
    'seeds/articles/008.txt': ARTICLE['seeds/articles/001.txt'],
    'seeds/articles/009.txt': bytes('Zoë '.repeat(40), 0xff),
    'seeds/articles/009.yml': 'publisher: [x]\n',
    'seeds/articles/010.md': '---\nheadline: x\n',
    'seeds/articles/011.md': '--- \nheadline: x\n---\n',
    'seeds/articles/012.md': '---\nheadlin: x\n--- \t\ntext',
    'seeds/articles/013.txt': 'x'.repeat(1_000_001),
    'seeds/articles/014.txt': 'x'.repeat(1_000_000),
    'seeds/articles/015.txt/': '',
    'seeds/articles/016.txt': 'c',
    'seeds/articles/017.txt': ARTICLE['seeds/articles/001.txt'],
    'seeds/articles/016.yml': 'title: \u202Ex: y\n',
  })
  expect(value.seeds.map(({ file }) => file.slice(-7))).toEqual(
    ['001.txt', '005.md', '005.txt', '009.txt', '010.md', '011.md', '012.md', '014.txt', '016.txt'].map((name) =>
      name.padStart(7, '/'),
    ),
  )
  expect(problems.map(print).join('\n')).toMatchInlineSnapshot(`
    "warning file/invisible seeds/articles/016.yml
      Unexpected 1 invisible characters that control terminals or the direction of writing; they were left out
      > Save the file without them.
    error file/schema seeds/articles/009.yml:1
      publisher: Invalid input: expected string, received array
      > publisher: "x"
    error file/front-matter seeds/articles/010.md:1
      Unexpected front matter, expected YAML between two lines of exactly "---"
      > ---
    headline: "…"
    ---
    error file/front-matter seeds/articles/011.md:1
      Unexpected front matter, expected YAML between two lines of exactly "---"
      > ---
    headline: "…"
    ---
    error file/schema seeds/articles/012.md:2
      headlin: Unexpected key, expected one of those that are known here
      > headline: …
    error file/yaml seeds/articles/016.yml:1:8
      Nested mappings are not allowed in compact mappings
      > title: "x: y"
    warning file/mended seeds/articles/009.txt
      Unexpected damaged characters; 1 of them stand as U+FFFD
      > Clip the article again, or save it as UTF-8.
    warning file/damaged seeds/articles/002.pdf
      Unexpected contents under the ending .pdf: the file is damaged, or holds something else
      > Save or export it again, or put its text into a .txt file.
    warning file/unknown-format seeds/articles/003
      Unexpected contents under a name without ending, expected text, a web page or another format that is known
      > Save its text as seeds/articles/003.txt
    warning file/not-a-file seeds/articles/015.txt
      Unexpected link or folder, expected a regular file
      > Copy the file itself into the folder.
    warning file/empty seeds/articles/006.txt
      Unexpected empty file, expected the text of an article
      > Paste the text in, or delete seeds/articles/006.txt.
    warning file/not-text seeds/articles/007.txt
      Unexpected NUL characters, expected text
      > Save it as plain text in UTF-8, or take it out of the folder.
    warning file/too-long seeds/articles/013.txt
      Unexpected 1000001 characters, expected at most 1000000
      > Split it into one file an article.
    error file/stray-sidecar seeds/articles/004.yml
      Unexpected sidecar without an article, expected 004.txt, 004.html or another format beside it
      > Rename it after its article, or delete seeds/articles/004.yml.
    error file/shared-sidecar seeds/articles/005.yaml
      Unexpected second article for one sidecar: 005.md, 005.txt
      > Rename one: seeds/articles/005-2.txt"
  `)
})

test('settings that cannot be read', async () => {
  const { value, problems } = await read({ ...ARTICLE, 'seeds/dossier.yml/': '' })
  expect(value.settings.title).toBe('Dossier')
  expect(problems.map(({ file, rule }) => [file, rule])).toEqual([['seeds/dossier.yml', 'file/not-a-file']])
})

test('each error in the lists is reported with its line', async () => {
  const { value, problems } = await read({
    ...ARTICLE,
    'seeds/dossier.yml': 'titel: Harbour\ndescription: ""\nsite: ftp://x\nlicence: "half\n',
    'seeds/register/a.yml':
      '- name: Ines Okafor\n  kind: persn\n- name: Bruno Vale\n  kind: person\n  same:\n    - name: Vale\n      because: x\n  colour: red\n- 7\n',
    'seeds/register/b.yml': '\n\nname: Ines\nkind: person\n',
    'seeds/register/e.yml/': '',
    'seeds/register/c.yml': '- name: &a x\n  kind: *a\n',
    'seeds/register/d.yml': '- name: x\n\t kind: y\n',
    'seeds/tombstones.yml': '- id: x\n  reason: y\n  date: 13 February 2023\n  to: 3\n',
    'seeds/register/adjudications.yml/': '',
    'seeds/register/answers.yml': '- key: a\u202E\n',
    'content/versions/x/v1.json': '{"source":"x"}',
  })
  expect(value).toMatchObject({ register: [], tombstones: [], adjudications: [], answers: [], versions: [] })
  expect(problems.map(print).join('\n')).toMatchInlineSnapshot(`
    "error file/yaml seeds/dossier.yml:5:1
      Missing closing "quote
      > Write one "key: value" a line; put text with special characters in quotation marks.
    error file/schema seeds/register/a.yml:2
      kind: Invalid option: expected one of "person"|"organisation"|"place"|"event"|"work"|"object"
      > kind: person
    error file/schema seeds/register/a.yml:6
      same: 0: reason: Invalid input: expected string, received undefined
      > reason: "…"
    error file/schema seeds/register/a.yml:7
      same: 0: because: Unexpected key, expected one of those that are known here
      > Known keys: name, reason
    error file/schema seeds/register/a.yml:8
      colour: Unexpected key, expected one of those that are known here
      > Known keys: name, kind, subtype, aliases, labels, demonyms, description, sameAs, coordinates, capitals, same, notSame, possiblySame
    error file/schema seeds/register/a.yml:9
      Invalid input: expected object, received number
      > { name: …, kind: …, subtype: …, aliases: …, labels: …, demonyms: …, description: …, sameAs: …, coordinates: …, capitals: …, same: …, notSame: …, possiblySame: … }
    error file/schema seeds/register/b.yml:1
      Unexpected mapping, expected a list: "- " before each entry
      > - name: Ines
    error file/yaml seeds/register/c.yml:1
      Unexpected YAML, expected plain values: Alias resolution is disabled
      > undefined
    error file/yaml seeds/register/d.yml:2:3
      Unexpected scalar at node end
      >    kind: y
    error file/yaml seeds/register/d.yml:2:7
      Unexpected map-value-ind token in YAML stream: ":"
      >    kind: y
    error file/yaml seeds/register/d.yml:2:9
      Unexpected scalar token in YAML stream: "y"
      >    kind: y
    error file/not-a-file seeds/register/e.yml
      Unexpected link or folder, expected a regular file
      > Copy the file itself into the folder.
    error file/not-a-file seeds/register/adjudications.yml
      Unexpected link or folder, expected a regular file
      > Copy the file itself into the folder.
    warning file/invisible seeds/register/answers.yml
      Unexpected 1 invisible characters that control terminals or the direction of writing; they were left out
      > Save the file without them.
    error file/schema seeds/register/answers.yml:1
      reason: Invalid input: expected string, received undefined
      > reason: "…"
    error file/schema seeds/register/answers.yml:1
      passages: Invalid input: expected string, received undefined
      > passages: "…"
    error file/schema seeds/tombstones.yml:3
      date: expected YYYY, YYYY-MM or YYYY-MM-DD
      > date: 2023-02-13
    error file/schema seeds/tombstones.yml:4
      to: Invalid input: expected string, received number
      > to: "3"
    error file/schema content/versions/x/v1.json:1
      source: Invalid string: must match pattern /^[0-9a-z]{8}$/
      > undefined
    error file/schema content/versions/x/v1.json:1
      version: Invalid input: expected number, received undefined
      > version: "…"
    error file/schema content/versions/x/v1.json:1
      hash: Invalid input: expected string, received undefined
      > hash: "…"
    error file/schema content/versions/x/v1.json:1
      passages: Invalid input: expected array, received undefined
      > passages: "…""
  `)
})
