import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noCache } from '../cache/result-cache.ts'
import { buildDossier } from '../pipeline/build-dossier.ts'
import { migrate } from './migrate.ts'

const FILES = {
  'dossier.yml': 'title: Harbour\ndescription: Invented.\n',
  'articles/a.txt': `Storm closes harbour

The storm closed the harbour of Northport on Monday.

Read more: Storm in pictures

The harbour master had nothing to add to it.

It opens again in May, the town said.
`,
  'articles/a.yml': `# Mine
date: 2023-03-15 # from the print
keep:
  - { from: 5, text: Read more }
drop:
  - { from: 7, to: 9, text: The harbour master }
note: A note.
`,
  'register/settlements.yml': '# Settled\n- figure: death | people\n  status: unresolved\n  note: Nobody knows.\n',
}

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'migrate-'))
  for (const folder of ['articles', 'register']) mkdirSync(join(root, 'seeds', folder), { recursive: true })
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(root, 'seeds', path), text)
})
afterEach(() => rmSync(root, { recursive: true }))

const run = () => migrate({ root, out: '', json: false, strict: false, verify: false })
const read = (path: string) => readFileSync(join(root, 'seeds', path), 'utf8')
const passages = async () =>
  (await buildDossier(root, { cache: noCache, engine: '', report: () => {} })).dossier.sources[0]!.passages.map(
    ({ text }) => text,
  )

test('older forms become corrections that say the same; comments and order stay', async () => {
  const before = await passages()
  const { text } = await run()
  expect(text).toContain('seeds/articles/a.yml: keep is now corrections of kind line (1)')
  expect(text).toContain('seeds/register/settlements.yml is now seeds/register/adjudications.yml')
  expect(await passages()).toEqual(before)
  expect(read('articles/a.yml')).toBe(`# Mine
date: 2023-03-15 # from the print
note: A note.
corrections:
  - kind: line
    at:
      exact: "Read more: Storm in pictures"
    is: text
    reason: No reason was written down.
  - kind: line
    at:
      exact: The harbour master had nothing to add to it.
    through: It opens again in May, the town said.
    is: left-out
    reason: No reason was written down.
`)
  expect(read('register/adjudications.yml')).toBe(FILES['register/settlements.yml'])
  expect(existsSync(join(root, 'seeds/register/settlements.yml'))).toBe(false)
})

test('a second run finds nothing', async () => {
  await run()
  expect((await run()).text).toBe('Nothing is written in an older form.\n')
})

test('words that are not at their line stay where they are and are reported', async () => {
  const sidecar = 'drop:\n  - { from: 3, text: Something else }\n'
  writeFileSync(join(root, 'seeds/articles/a.yml'), sidecar)
  expect((await run()).text).toContain('drop stays')
  expect(read('articles/a.yml')).toBe(sidecar)
})
