import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writePage } from '../pipeline/7-compose/write-page.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { sha256Of } from '../text/hash.ts'
import { keepPages, MDX_RECORD } from './kept-pages.ts'
import { checkWritten } from './write-files.ts'
import { readStep } from './last-build.ts'

const root = mkdtempSync(join(tmpdir(), 'dossier-kept-'))
const record = join(root, MDX_RECORD)
const staged = join(root, 'staged')
afterAll(() => rmSync(root, { recursive: true }))

const pageOf = (words: string) => ({
  entry: { id: 'a1b2c3d4', slug: 'harbour', title: 'Harbour' },
  passages: [{ id: 'p-000001', words: [{ text: words }] }],
})
const CLOSES = pageOf('The harbour closes.')

/** Hash of what the page is composed from. */
const KEY = 'harbour'

const TEXTS = new Map([['p-000001', { text: 'The harbour closes.', isFull: true }]])

/** Writes a page as the last build did, with its record. */
function build(): string {
  const last = keepPages(root, root, 'one', root)
  const { mdx } = last.write('sources', CLOSES, KEY)
  last.keep(root, TEXTS)
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
  const pages = keepPages(root, root, program, staged)
  const { mdx, tree } = pages.write('sources', pageOf(words))
  const show = ({ path: file, text }: WrittenFile) => ({ path: file, text })
  expect({ mdx: show(mdx), tree: show(tree) }).toEqual(writePage('sources', pageOf(words)))
  expect(mdx.from).toBe(join(isKept ? root : staged, path))
  expect(pages.passagesOf(path) !== undefined).toBe(isKept)
})

test('a page that is taken over stays in the record', () => {
  build()
  const pages = keepPages(root, root, 'one', staged)
  pages.write('sources', CLOSES)
  pages.keep(root, TEXTS)
  expect(Object.keys(readStep({ last: record, program: 'one' }))).toEqual([writePage('sources', CLOSES).mdx.path])
})

test.each<[what: string, text: string, isFull: boolean, rules: readonly string[]]>([
  ['the same text', 'The harbour closes.', true, []],
  ['another text', 'The harbour opens.', true, ['page/text-changed']],
  ['a text that may no longer be shown', 'The harbour closes. It rains.', false, []],
])('a page that is taken over is checked again unless its passages have %s', (what, text, isFull, rules) => {
  const path = build()
  const pages = keepPages(root, root, 'one', staged)
  const { mdx } = pages.write('sources', CLOSES)
  const texts = new Map([['p-000001', { text, isFull }]])
  expect(pages.isChecked(path, texts)).toBe(what === 'the same text')
  expect(checkWritten(staged, [mdx], texts, pages).map(({ rule }) => rule)).toEqual(rules)
})

const treeOf = (path: string) => join(root, path.replace('content/', 'trees/').replace('mdx', 'json'))

test.each<[what: string, program: string, key: string, touch: (path: string) => void, isTaken: boolean]>([
  ['composed from the same', 'one', KEY, () => {}, true],
  ['composed from something else', 'one', 'harbour 2', () => {}, false],
  ['by another program', 'two', KEY, () => {}, false],
  ['that somebody edited', 'one', KEY, (path) => writeFileSync(join(root, path), 'edited'), false],
  ['that is gone', 'one', KEY, (path) => rmSync(join(root, path)), false],
  ['whose tree somebody edited', 'one', KEY, (path) => writeFileSync(treeOf(path), 'edited'), false],
  ['whose tree is gone', 'one', KEY, (path) => rmSync(treeOf(path)), false],
])('a page %s', (_, program, key, touch, isTaken) => {
  const path = build()
  touch(path)
  const target = mkdtempSync(join(root, 'staged-'))
  const pages = keepPages(root, root, program, target)
  const taken = pages.take(path, key, ['p-000001'])
  expect(taken !== undefined).toBe(isTaken)
  if (!taken) return
  const written = writePage('sources', CLOSES)
  expect([taken.mdx.text, taken.tree.text]).toEqual([written.mdx.text, written.tree.text])
  expect(taken.tree.sha256).toBe(sha256Of(written.tree.text))
  expect(pages.isChecked(path, TEXTS)).toBe(true)
  expect(pages.isChecked(path, new Map([['p-000001', { text: 'The harbour opens.', isFull: true }]]))).toBe(false)
})

test('a page that was never composed is not there to be taken', () => {
  build()
  expect(keepPages(root, root, 'one', staged).take('content/sources/x-00000000.mdx', KEY, [])).toBeUndefined()
})
