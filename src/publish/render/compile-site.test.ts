import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashSite } from './compile-site.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-compile-'))
  write('content/dossier.json', '{"title":"Harbour"}')
  write('seeds/pages/findings.mdx', "import rows from '../rows.json'\n\nOne\n")
  write('seeds/rows.json', '[1]')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const hash = () => hashSite({ root, content: join(root, 'content') })

test.each([
  ['an edited page', 'seeds/pages/findings.mdx', 'Two\n', true],
  ['a new page', 'seeds/pages/method.mdx', 'One\n', true],
  ['a file that a page imports', 'seeds/rows.json', '[2]', true],
  ['another host', 'content/dossier.json', '{"title":"Harbour","site":"https://example.org/"}', true],
  ['another title', 'content/dossier.json', '{"title":"Port"}', false],
  ['an article', 'seeds/articles/000.txt', 'Two', false],
])('what is compiled after %s', (_, path, text, isOther) => {
  const before = hash()
  write(path, text)
  expect(hash() !== before).toBe(isOther)
})
