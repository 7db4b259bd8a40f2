import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { LoaderContext } from 'astro/loaders'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashMdx, nameTree, writeTree } from '../../markup/page-file.ts'
import { renderHtml } from '../../markup/render-html.ts'
import { writeMdx } from '../../markup/write-mdx.ts'
import { loadEntries, loadLines } from './load-entries.ts'
import { readEntry, readPassages } from './read-page.ts'

const FILE = 'people/ada-vale-aaaaaaaa.mdx'
const entry = { id: 'aaaaaaaa', slug: 'ada-vale', names: ['Ada Vale', 'Vale "the Elder"'] }
const passages = [
  {
    id: 'p-bbbbbb',
    words: [
      { text: '<b> {1} & ' },
      {
        tag: 'Quote' as const,
        attributes: { by: 'aaaaaaaa' },
        children: [
          { tag: 'Entity' as const, attributes: { to: 'aaaaaaaa' }, children: [{ text: 'Vale' }] },
          { text: ' met ' },
          { tag: 'Entity' as const, attributes: { to: 'aaaaaaaa' }, children: [{ text: 'Vale' }] },
        ],
      },
    ],
  },
]
const mdx = writeMdx(entry, passages)

let folders: { content: string; trees: string }

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'dossier-loader-'))
  folders = { content: join(root, 'content'), trees: join(root, 'trees') }
})
afterEach(() => rmSync(dirname(folders.content), { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** What a loader puts into Astro's store, in its order. */
async function load(loader: { load: (context: LoaderContext) => Promise<void> }): Promise<unknown[]> {
  const stored: unknown[] = []
  const context = {
    store: { clear: () => stored.splice(0), set: (one: unknown) => stored.push(one) },
    parseData: ({ data }: { data: object }) => Promise.resolve(data),
    generateDigest: JSON.stringify,
  }
  await loader.load(context as unknown as LoaderContext)
  return stored
}

const htmlOf = () =>
  readPassages(FILE, folders).map(({ words }) =>
    renderHtml(words, (id) => ({ href: `/people/${id}/`, type: 'person' })),
  )

describe('a generated page', () => {
  test('gives the same bytes from its tree as from its MDX', () => {
    write(join(folders.content, FILE), mdx)
    const parsed = { entry: readEntry(FILE, folders), html: htmlOf() }
    write(join(folders.trees, nameTree(hashMdx(mdx))), writeTree({ entry, passages }))
    expect({ entry: readEntry(FILE, folders), html: htmlOf() }).toEqual(parsed)
    expect(parsed.entry.entry).toEqual(entry)
  })

  test('is read from the tree under its hash, without parsing', () => {
    write(join(folders.content, FILE), mdx)
    write(join(folders.trees, nameTree(hashMdx(mdx))), writeTree({ entry: { id: 'from-tree' }, passages: [] }))
    expect(readEntry(FILE, folders).entry).toEqual({ id: 'from-tree' })
    expect(readPassages(FILE, folders)).toEqual([])
  })

  test('is parsed when its text is not that of the tree', () => {
    write(join(folders.trees, nameTree(hashMdx(mdx))), writeTree({ entry, passages }))
    write(join(folders.content, FILE), mdx.replaceAll('Vale', 'Rowe'))
    expect(readEntry(FILE, folders).entry).toMatchObject({ names: ['Ada Rowe', 'Rowe "the Elder"'] })
    expect(htmlOf()[0]).toContain('>Rowe</a>')
  })

  test('with anything but the closed vocabulary is refused with file and line', () => {
    write(join(folders.content, FILE), `${mdx}\n<script>alert(1)</script>\n`)
    expect(() => readEntry(FILE, folders)).toThrow(
      /^content\/people\/ada-vale-aaaaaaaa\.mdx:\d+ page\/closed-vocabulary/,
    )
  })
})

describe('a collection', () => {
  test('of MDX has the front matter of its files, by name, under the hash of each', async () => {
    const other = writeMdx({ id: 'bbbbbbbb' }, [])
    write(join(folders.content, 'people/b.mdx'), other)
    write(join(folders.content, 'people/a.mdx'), mdx)
    write(join(folders.content, 'people/notes.txt'), 'x')
    expect(await load(loadEntries('people', folders))).toEqual([
      { id: 'aaaaaaaa', data: entry, digest: hashMdx(mdx) },
      { id: 'bbbbbbbb', data: { id: 'bbbbbbbb' }, digest: hashMdx(other) },
    ])
  })

  test('that the dossier does not have is empty', async () => {
    expect(await load(loadEntries('works', folders))).toEqual([])
  })

  test('of MDX without an id is refused', async () => {
    write(join(folders.content, 'people/a.mdx'), writeMdx({ slug: 'a' }, []))
    await expect(load(loadEntries('people', folders))).rejects.toThrow(/id/)
  })

  test('of lines has them in their order', async () => {
    const lines = [{ id: 'b', n: 1 }, { id: 'a' }]
    write(join(folders.content, 'figures.json'), JSON.stringify(lines))
    expect(await load(loadLines('figures.json', folders))).toEqual(
      lines.map((line) => ({ id: line.id, data: line, digest: JSON.stringify(line) })),
    )
  })
})
