import { expect, test } from 'vitest'
import { cutTreeEntry } from '../../markup/page-file.ts'
import { sourceOf } from '../../model/source-of.fixture.ts'
import type { Rights, Source } from '../../model/source.ts'
import { sha256Of } from '../../text/hash.ts'
import type { Composition } from './composition.ts'
import { composeExtractedTexts, extractedFile, mdxPath, writePage, writeTreeAlone } from './write-page.ts'

const page = {
  entry: { id: '3k9m2p7x', slug: 'ada-vale' },
  passages: [{ id: 'p-4x7k2m', words: [{ text: 'Vale left.' }] }],
}

test('a page is an MDX file and the tree it was written from', () => {
  const { mdx, tree } = writePage('people', page)
  expect(mdx.path).toBe(mdxPath('people', page.entry))
  expect(mdx.text).toContain('Vale left.')
  expect(JSON.parse(cutTreeEntry(String(tree.text)))).toEqual(page.entry)
})

test('with its tree alone, the MDX is an empty file at the same path', () => {
  const { mdx, tree } = writeTreeAlone('people', page)
  expect(mdx).toEqual({ path: mdxPath('people', page.entry), text: '' })
  expect(tree).toEqual(writePage('people', page).tree)
})

const blocks = [{ start: 0, end: 8, place: { page: 2 } }]
const extracted = (rights: Rights): Source =>
  ({ ...sourceOf(['Two left.']), sha256: 'aa', rights, extraction: { by: 'pdf 1', blocks } }) as unknown as Source
const compose = (source: Source) =>
  composeExtractedTexts({ sourcesByDate: [source], pageOfSource: () => ({ id: 'x' }) } as unknown as Composition)

test.each<[Rights, string[]]>([
  ['full', ['content/extracted/x.txt', 'content/extracted/x.json']],
  ['excerpt', ['content/extracted/x.json']],
  ['citation', ['content/extracted/x.json']],
])('with the rights "%s", the extracted text is written as %j', (rights, paths) => {
  const files = compose(extracted(rights))
  expect(files.map(({ path }) => path)).toEqual(paths)
  expect(JSON.parse(String(files.at(-1)!.text))).toEqual({
    of: { file: 'seeds/articles/a.txt', sha256: 'aa', by: 'pdf 1', text: sha256Of('Two left.') },
    blocks,
  })
  expect(String(files.at(-1)!.text)).not.toContain('Two left.')
})

test('plain text has no extracted text', () => {
  expect(compose(sourceOf(['Two left.']))).toEqual([])
  expect(extractedFile(sourceOf(['Two left.']), 'x')).toBeUndefined()
})
