import { expect, test } from 'vitest'
import type { SourceEntry } from '../../model/entry.ts'
import { addressOfContainer, listContainers } from './describe-source.ts'

const source = (id: string, file?: string, title?: string) =>
  ({ id, ...(file && { container: { file, sha256: 'f', locator: id, ...(title && { title }) } }) }) as SourceEntry

test('each file of several articles is listed once, with its articles in order', () => {
  const listed = listContainers([
    source('a', 'seeds/articles/b.mbox'),
    source('b'),
    source('c', 'seeds/articles/a.epub', 'Review 44'),
    source('d', 'seeds/articles/b.mbox'),
  ])
  expect(listed.map(({ name, sources }) => [name, sources.map(({ id }) => id)])).toEqual([
    ['Review 44', ['c']],
    ['b.mbox', ['a', 'd']],
  ])
})

test.each([
  ['seeds/articles/list.mbox', /^\/sources\/of\/list-mbox-[0-9a-f]{8}\/$/],
  ['seeds/articles/Ü/Архив.warc', /^\/sources\/of\/warc-[0-9a-f]{8}\/$/],
  ['seeds/articles/дело', /^\/sources\/of\/[0-9a-f]{8}\/$/],
])('%s has an address of its own', (file, address) => expect(addressOfContainer(file)).toMatch(address))

test('files of one name in two folders have two addresses', () => {
  expect(addressOfContainer('seeds/articles/a/list.mbox')).not.toBe(addressOfContainer('seeds/articles/b/list.mbox'))
})
