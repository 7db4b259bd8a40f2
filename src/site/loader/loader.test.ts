import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { nameTree, writeTree } from '../../markup/page-file.ts'
import { renderHtml } from '../../markup/render-html.ts'
import { writeMdx } from '../../markup/write-mdx.ts'
import { writeEntries } from '../../text/entry-lines.ts'
import { loadEntries, loadLines, readEntry, readPassages } from './load-entries.ts'

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

const htmlOf = () =>
  readPassages(FILE, folders).map(({ words }) =>
    renderHtml(words, (id) => ({ href: `/people/${id}/`, type: 'person' })),
  )

describe('a generated page', () => {
  test('gives the same bytes from its tree as from its MDX', () => {
    write(join(folders.content, FILE), mdx)
    const parsed = { entry: readEntry(FILE, folders).entry, html: htmlOf() }
    write(join(folders.trees, nameTree(FILE)), writeTree({ entry, passages }))
    expect({ entry: readEntry(FILE, folders).entry, html: htmlOf() }).toEqual(parsed)
    expect(parsed.entry).toEqual(entry)
  })

  test('is read from its tree, without parsing', () => {
    write(join(folders.content, FILE), mdx)
    write(join(folders.trees, nameTree(FILE)), writeTree({ entry: { id: 'from-tree' }, passages: [] }))
    expect(readEntry(FILE, folders)).toEqual({ entry: { id: 'from-tree' }, json: '{"id":"from-tree"}' })
    expect(readPassages(FILE, folders)).toEqual([])
  })

  test('is parsed when no build left a tree', () => {
    write(join(folders.content, FILE), mdx.replaceAll('Vale', 'Rowe'))
    expect({ json: undefined, ...readEntry(FILE, folders) }).toMatchObject({
      entry: { names: ['Ada Rowe', 'Rowe "the Elder"'] },
      json: undefined,
    })
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
  const schema = z.looseObject({ id: z.string() })

  test('of MDX has the front matter of its files, by name', () => {
    write(join(folders.content, 'people/b.mdx'), writeMdx({ id: 'bbbbbbbb' }, []))
    write(join(folders.content, 'people/a.mdx'), mdx)
    write(join(folders.content, 'people/notes.txt'), 'x')
    expect(loadEntries('people', schema, folders)).toEqual([entry, { id: 'bbbbbbbb' }])
  })

  test('of a kind that the dossier does not have is empty', () => {
    expect(loadEntries('works', schema, folders)).toEqual([])
  })

  test('of MDX outside its schema is refused, unless a build has just composed it', () => {
    write(join(folders.content, 'people/a.mdx'), writeMdx({ slug: 'a' }, []))
    expect(() => loadEntries('people', schema, folders)).toThrow(/^content\/people\/a\.mdx: .*id/s)
    write(join(folders.trees, 'people/a.json'), writeTree({ entry: { slug: 'a' }, passages: [] }))
    expect(loadEntries('people', schema, folders)).toEqual([{ slug: 'a' }])
  })

  test('of lines has them in their order, and each is checked unless a build has just composed them', () => {
    const lines = [{ id: 'b', n: 1 }, { id: 'a' }]
    write(join(folders.content, 'figures.json'), [...writeEntries(lines)].join(''))
    expect(loadLines('figures.json', schema, folders)).toEqual(lines)
    const strict = z.strictObject({ id: z.string() })
    expect(() => loadLines('figures.json', strict, folders)).toThrow(/^content\/figures\.json: .*n/s)
    mkdirSync(folders.trees, { recursive: true })
    expect(loadLines('figures.json', strict, folders)).toEqual(lines)
  })
})
