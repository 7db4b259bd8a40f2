import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noCache, rememberResults, type ResultCache } from '../../cache/result-cache.ts'
import { inventCorpus } from '../bench/build/invent-corpus.ts'
import { writeSeeds } from '../bench/build/write-corpus.ts'
import type { BuiltDossier } from '../../pipeline/build-dossier.ts'
import { keepPages, keepTrees, MDX_RECORD } from '../../publish/kept-pages.ts'
import { writeFiles } from '../../publish/write-files.ts'
import { buildDossier } from '../../pipeline/build-dossier.ts'
import { extractHere } from '../../pipeline/extract-in-workers.ts'

/*
 * A build that uses what the last one left gives the bytes of one that has nothing. The dossier is large enough for its
 * data files to be packed.
 */

const root = mkdtempSync(join(tmpdir(), 'dossier-kept-'))
const corpus = inventCorpus(32)
const [extra, ...articles] = corpus.articles
const analyses = rememberResults(noCache)
const kept = new Map<string, string>()
let [found, made] = [0, 0]
let takenPages = 0
/** What a build leaves for the next one beside `content/`. */
const state = join(root, 'state')

const packs: ResultCache = {
  read: (key) => {
    const text = kept.get(key)
    if (text === undefined) return undefined
    found += 1
    return JSON.parse(text)
  },
  write: (key, value) => {
    made += 1
    kept.set(key, JSON.stringify(value))
  },
  sweep: () => {},
}

async function build(withKept: boolean, program = 'one'): Promise<Map<string, string>> {
  ;[found, made, takenPages] = [0, 0, 0]
  const tools = { cache: analyses, engine: 'engine', program, report: () => {}, extract: extractHere }
  if (!withKept) return textsOf(await buildDossier(root, tools))
  const staged = mkdtempSync(join(root, 'staged-'))
  const pages = keepPages(root, state, program, staged)
  const takePage: typeof pages.take = (...of) => {
    const taken = pages.take(...of)
    if (taken) takenPages += 1
    return taken
  }
  const built = await buildDossier(root, { ...tools, packs, writePage: pages.write, takePage })
  writeFiles(staged, built.content)
  const texts = textsOf(built)
  pages.keep(staged, new Map())
  keepTrees(staged, state)
  renameSync(join(staged, MDX_RECORD), join(state, MDX_RECORD))
  rmSync(join(root, 'content'), { recursive: true, force: true })
  renameSync(join(staged, 'content'), join(root, 'content'))
  return texts
}

const textsOf = ({ content, trees, data }: BuiltDossier): Map<string, string> =>
  new Map([...content, ...trees, ...data].map(({ path, text }) => [path, Buffer.from(text).toString('base64')]))

const write = (path: string, text: string) => {
  mkdirSync(join(root, 'seeds', path, '..'), { recursive: true })
  writeFileSync(join(root, 'seeds', path), text)
}
const nameOf = (at: number) => `articles/${articles[at]!.id}.txt`

beforeAll(async () => {
  writeSeeds({ ...corpus, articles }, root)
  mkdirSync(state)
  await build(true)
}, 300_000)
afterAll(() => rmSync(root, { recursive: true }))

const { name } = corpus.named[0]!
const WITHHELD = nameOf(3).replace('txt', 'yml')

test.each<[what: string, change: () => void, least: number, leastPages: number]>([
  ['nothing', () => {}, 1, 1],
  [
    'an article changed',
    () => appendFileSync(join(root, 'seeds', nameOf(20)), '\nCorrection: it was Monday.\n'),
    0.6,
    0.6,
  ],
  [
    'an article added',
    () =>
      write(
        'articles/new.txt',
        extra!.paragraphs
          .flat()
          .map((one) => one.text)
          .join('\n\n'),
      ),
    0.1,
    0.1,
  ],
  ['an article removed', () => rmSync(join(root, 'seeds', nameOf(7))), 0.1, 0.1],
  ['a sidecar added', () => write(nameOf(11).replace('txt', 'yml'), 'title: Another\ndate: "2019-03-04"\n'), 0.3, 0.1],
  [
    'the register changed',
    () => write('register/a.yml', `- id: a\n  kind: person\n  name: ${name} of the Bay\n  aliases: [${name}]\n`),
    0,
    0,
  ],
  [
    'a hosted dossier',
    () => write('dossier.yml', 'title: Bench\ndescription: x\nlanguage: en\nsite: https://x.example\n'),
    0,
    0,
  ],
  ['rights', () => write(WITHHELD, 'rights: citation\n'), 0, 0],
])('the bytes of a cold build: %s', { timeout: 300_000 }, async (_, change, least, leastPages) => {
  change()
  const cold = await build(false)
  const files = await build(true)
  expect(found / (found + made)).toBeGreaterThanOrEqual(least)
  const pages = [...files.keys()].filter((path) => path.endsWith('.mdx'))
  expect(takenPages / pages.length).toBeGreaterThanOrEqual(leastPages)
  expect([...files.keys()]).toEqual([...cold.keys()])
  expect([...files].filter(([path, text]) => text !== cold.get(path)).map(([path]) => path)).toEqual([])
  expect([...files.keys()]).toContain('data/annotations.jsonl.gz')
})

test('what another program made is made again', { timeout: 300_000 }, async () => {
  rmSync(join(root, 'seeds', WITHHELD))
  const files = await build(true)
  const again = await build(true, 'two')
  expect(made).toBeGreaterThan(0)
  expect(again).toEqual(files)
})
