import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dossiers } from './dossiers.ts'
import { copyBuilt } from './make-dossier.ts'
import { runHere } from './run-cli.ts'

const WITHHELD = { '000.txt': 'citation', '001.txt': 'excerpt', '004.txt': 'citation' } as const

let root: string
let before: string
let files: [string, string][]

beforeAll(async () => {
  /* The site that is already there shows every word, and the next build takes pages from it. */
  root = copyBuilt(dossiers.digests)
  before = readFileSync(join(root, 'content/permalinks.json'), 'utf8')
  for (const [name, rights] of Object.entries(WITHHELD)) {
    writeFileSync(join(root, 'seeds/articles', name.replace('.txt', '.yml')), `rights: ${rights}\n`)
  }
  expect(await runHere('build', '--root', root)).toMatchObject({ code: 0 })
  files = ['dist', 'content'].flatMap((folder) => readFolder(join(root, folder)))
}, 600_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Every file as text. */
function readFolder(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(root.length), readFileSync(path, 'utf8')]
    })
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const plain = (text: string) => text.replaceAll(/<[^<>]{0,2000}>/g, '').replaceAll(/&#x?\w+;|\\u\w{4}|\\"/g, ' ')
const runsOf = (text: string) => {
  const words = wordsOf(text)
  return words.slice(6).map((_, at) => words.slice(at, at + 7).join(' '))
}

test('no run of seven withheld words is in any file of the site or of content/', () => {
  const read = (name: string) => readFileSync(join(root, 'seeds/articles', name), 'utf8')
  const shown = new Set(['002.txt', '003.txt'].flatMap((name) => runsOf(read(name))))
  const runs = new Set(
    ['000.txt', '004.txt'].flatMap((name) =>
      read(name)
        .split('\n')
        .filter((line) => line.length > 80)
        .flatMap(runsOf),
    ),
  )
  const leaks = files.flatMap(([path, text]) =>
    runsOf(plain(text))
      .filter((run) => runs.has(run) && !shown.has(run))
      .map((run) => `${path}: ${run}`),
  )
  expect(runs.size).toBeGreaterThan(300)
  expect(leaks.slice(0, 10)).toEqual([])
})

test('an excerpt shows some sentences, not most of the text', () => {
  const [, page] = files.find(
    ([path]) => path.startsWith('/content/sources/') && readFileSync(join(root, path), 'utf8').includes('001.txt'),
  )!
  const body = page.slice(page.lastIndexOf('---\n'))
  expect(body).toContain('[withheld]')
  expect(body.replaceAll(/<[^>]*>/g, '').length).toBeGreaterThan(300)
  expect(body.replaceAll(/<[^>]*>/g, '').length).toBeLessThan(
    readFileSync(join(root, 'seeds/articles/001.txt'), 'utf8').length * 0.45,
  )
})

test('the addresses are the same', () => {
  const addresses = (record: string) =>
    [...record.matchAll(/"address":"([^"]+)"/g)].map(([, address]) => address).toSorted()
  expect(addresses(readFileSync(join(root, 'content/permalinks.json'), 'utf8'))).toEqual(
    expect.arrayContaining(addresses(before)),
  )
})
