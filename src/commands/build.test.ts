import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { build } from './build.ts'

const SETTINGS = 'title: Harbour\ndescription: Who signed what?\n'
const ARTICLE = 'Ines Okafor signed the harbour contract in Northport on 28 February 2023, the ministry said.\n'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-bad-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(files: Record<string, string | Uint8Array>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

async function refused(): Promise<string> {
  const { code, text } = await build({ root, out: join(root, 'dist'), json: false, strict: false, verify: false })
  expect(code).toBe(1)
  expect(readdirSync(root)).not.toContain('content')
  return text
}

test('an empty folder', async () => {
  mkdirSync(join(root, 'seeds/articles'), { recursive: true })
  expect(await refused()).toMatchInlineSnapshot(`
    "seeds/articles  error  file/no-articles
      Unexpected empty folder, expected at least one article
        Put a text file there: seeds/articles/001.txt
    seeds/dossier.yml  error  file/no-settings
      Missing file, expected the title and description of the dossier
        title: "The harbour contract"
        description: "Who signed what, and when? Clippings of 2023."

    2 problems. Nothing was published.
    "
  `)
})

test('every problem of a run is reported at once, and one bad article hides no other', async () => {
  write({
    'seeds/dossier.yml': 'title: Harbour\ndescrption: Who signed what?\n',
    'seeds/articles/000.txt': ARTICLE,
    'seeds/articles/001.txt': '\n \n',
    'seeds/articles/002.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    'seeds/articles/003.txt': 'Another article says that the vote was held in Northport.\n',
    'seeds/articles/003.yml': 'publisher: The Northport Ledger\nauthor: Ines Okafor\ndate: 14 March 2023\n',
    'seeds/articles/004.txt': 'A third article says that the vote was lost in Northport.\n',
    'seeds/articles/004.yml': 'headline: Harbour: the vote\n',
    'seeds/articles/005.txt': ARTICLE,
    'seeds/articles/006.docx': 'x',
    'seeds/articles/007.yml': 'publisher: x\n',
    'seeds/register/people.yml':
      '- name: Ines Okafor\n  kind: person\n- name: I. Okafor\n  kind: person\n  aliases: [Ines Okafor]\n- name: Vale\n  kind: human\n',
  })
  symlinkSync('/etc/hostname', join(root, 'seeds/articles/008.txt'))
  expect(await refused()).toMatchInlineSnapshot(`
    "seeds/articles/001.txt  warning  file/empty
      Unexpected empty file, expected the text of an article
        Paste the text in, or delete seeds/articles/001.txt.
    seeds/articles/002.txt  warning  file/not-text
      Unexpected NUL characters, expected text
        Save it as plain text in UTF-8, or take it out of the folder.
    seeds/articles/003.yml:2  error  file/schema
      author: Unexpected key, expected one of those that are known here
        authors: …
    seeds/articles/003.yml:3  error  file/schema
      date: expected YYYY, YYYY-MM or YYYY-MM-DD
        date: 2023-03-14
    seeds/articles/004.yml:1:11  error  file/yaml
      Nested mappings are not allowed in compact mappings
        headline: "Harbour: the vote"
    seeds/articles/006.docx  warning  file/damaged
      Unexpected contents under the ending .docx: the file is damaged, or holds something else
        Save or export it again, or put its text into a .txt file.
    seeds/articles/007.yml  error  file/stray-sidecar
      Unexpected sidecar without an article, expected 007.txt, 007.html or another format beside it
        Rename it after its article, or delete seeds/articles/007.yml.
    seeds/articles/008.txt  warning  file/not-a-file
      Unexpected link or folder, expected a regular file
        Copy the file itself into the folder.
    seeds/dossier.yml:1  error  file/schema
      description: Invalid input: expected string, received undefined
        description: "…"
    seeds/dossier.yml:2  error  file/schema
      descrption: Unexpected key, expected one of those that are known here
        description: …
    seeds/register/people.yml:3  error  register/claimed-twice
      Unexpected “Ines Okafor” in the entry “I. Okafor”, already claimed by “Ines Okafor” (seeds/register/people.yml:1), expected one owner for each name
        take it from this entry, or make it a label, which is never matched by itself:
        - name: I. Okafor
          kind: person
          labels: [Ines Okafor]
    seeds/register/people.yml:7  error  file/schema
      kind: Invalid option: expected one of "person"|"organisation"|"place"|"event"|"work"|"object"
        kind: person
        kind: organisation
        kind: place
        kind: event
        kind: work
        kind: object

    12 problems. Nothing was published.
    "
  `)
})

test('a name that two entries of the register claim', async () => {
  write({
    'seeds/dossier.yml': SETTINGS,
    'seeds/articles/000.txt': ARTICLE,
    'seeds/register/people.yml':
      '- name: Ines Okafor\n  kind: person\n- name: I. Okafor\n  kind: person\n  aliases: [Ines Okafor]\n',
  })
  expect(await refused()).toMatchInlineSnapshot(`
    "seeds/register/people.yml:3  error  register/claimed-twice
      Unexpected “Ines Okafor” in the entry “I. Okafor”, already claimed by “Ines Okafor” (seeds/register/people.yml:1), expected one owner for each name
        take it from this entry, or make it a label, which is never matched by itself:
        - name: I. Okafor
          kind: person
          labels: [Ines Okafor]

    1 problem. Nothing was published.
    "
  `)
})

test('nothing of a file is left after cleaning', async () => {
  write({
    'seeds/dossier.yml': SETTINGS,
    'seeds/articles/000.txt': ARTICLE,
    'seeds/articles/001.txt': 'Accessibility links\n\nShare this article\n',
  })
  expect(await refused()).toMatchInlineSnapshot(`
    "seeds/articles/001.txt  error  source/no-text
      Unexpected article without text: every line was left out
        Name the lines that are text in the sidecar:
        corrections:
          - kind: line
            at: { exact: "words of the first line" }
            through: "words of the last line"
            is: text
            reason: "…"

    1 problem. Nothing was published.
    "
  `)
})

test('a correction of the cleaning that does not fit the file', async () => {
  write({
    'seeds/dossier.yml': SETTINGS,
    'seeds/articles/000.txt': ARTICLE,
    'seeds/articles/000.yml': 'drop:\n  - from: 1\n    text: Tomas Reyes signed\n',
  })
  expect(await refused()).toMatchInlineSnapshot(`
    "seeds/articles/000.txt:1  error  source/correction-misplaced
      Unexpected “Ines Okafor signed the harbour contract in Northport on 28 F”, expected “Tomas Reyes signed” as the sidecar's drop says
        Write in the sidecar:
        drop:
          - { from: 1, text: "Ines Okafor signed the harbour contract" }

    1 problem. Nothing was published.
    "
  `)
})
