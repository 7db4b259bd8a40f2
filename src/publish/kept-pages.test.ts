import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writePage } from '../pipeline/7-compose/write-page.ts'
import { keepPages, MDX_RECORD } from './write-files.ts'
import { readStep } from './last-build.ts'

const root = mkdtempSync(join(tmpdir(), 'dossier-kept-'))
const record = join(root, MDX_RECORD)
afterAll(() => rmSync(root, { recursive: true }))

const pageOf = (words: string) => ({
  entry: { id: 'a1b2c3d4', slug: 'harbour', title: 'Harbour' },
  passages: [{ id: 'p-000001', words: [{ text: words }] }],
})
const CLOSES = pageOf('The harbour closes.')

/** Writes a page as the last build did, with its record. */
function build(): string {
  const last = keepPages(root, record, 'one')
  const { mdx } = last.write('sources', CLOSES)
  mkdirSync(dirname(join(root, mdx.path)), { recursive: true })
  writeFileSync(join(root, mdx.path), mdx.text)
  last.keep(root)
  return mdx.path
}

test.each<[what: string, program: string, words: string, isTouched: boolean, isKept: boolean]>([
  ['the same page', 'one', 'The harbour closes.', false, true],
  ['a page with other words', 'one', 'The harbour opens.', false, false],
  ['a page that somebody edited', 'one', 'The harbour closes.', true, false],
  ['another program', 'two', 'The harbour closes.', false, false],
])('taken over from the last build: %s', (_, program, words, isTouched, isKept) => {
  const path = build()
  if (isTouched) writeFileSync(join(root, path), 'edited')
  const pages = keepPages(root, record, program)
  const { mdx, tree } = pages.write('sources', pageOf(words))
  expect({ mdx: { path: mdx.path, text: mdx.text }, tree }).toEqual(writePage('sources', pageOf(words)))
  expect(mdx.from).toBe(isKept ? join(root, path) : undefined)
  expect(pages.passagesOf(path) !== undefined).toBe(isKept)
})

test('a page that is taken over stays in the record', () => {
  build()
  const pages = keepPages(root, record, 'one')
  pages.write('sources', CLOSES)
  pages.keep(root)
  expect(Object.keys(readStep({ last: record, program: 'one' }))).toEqual([writePage('sources', CLOSES).mdx.path])
})
