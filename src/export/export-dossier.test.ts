import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Published } from '../markup/vocabulary.ts'
import { anyText } from '../text/any-text.fixture.ts'
import { sha256Of } from '../text/hash.ts'
import type { MadeFile } from '../model/published-file.ts'
import { holdFile } from '../model/published-file.ts'
import { describeFiles, exportDossier } from './export-dossier.ts'
import type { Packing } from './pack-blocks.ts'
import { listFileParts, publishFiles } from './cut-large.ts'
import { inventVaried } from './invent-varied.fixture.ts'
import { inventView } from './invent-view.fixture.ts'
import { judgeExports } from './judge-exports.fixture.ts'
import { judgeTei } from './tei/judge-tei.fixture.ts'

const write = (view: Published) =>
  new Map(exportDossier(view).map((file) => [file.path.slice('data/'.length), holdFile(file).text]))

const WORDS: readonly (readonly [what: string, words: string])[] = [
  ['plain words', 'Ines Okafor of Northport'],
  ['a formula', '=HYPERLINK("http://trap.example";"open")'],
  ['a formula behind a tab', '\t=1+1'],
  ['a formula behind a carriage return', '\r+1'],
  ['a formula behind a semicolon', 'calm;=1+1;@SUM(A1)'],
  ['a minus', '-2+3'],
  ['the end of a script', '</script><script>alert(1)</script><!--'],
  ['markup', 'a < b && c > "d" \'e\' ]]> <![CDATA[ &amp; &#0;'],
  ['control characters', 'a\u0000b\u0007c\u001bd\u0085e\u009ff'],
  ['characters that XML forbids', 'a\ufffeb\uffffc\ud800d'],
  ['marks of direction and separators', 'a\u202eb\u2066c\u2028d\u2029e'],
  ['another record', 'x\r\nER  - \r\nTY  - JOUR\r\nTI  - y\n}\n@book{z, title={w}}'],
  ['quotation marks and commas', '"a","b",\r\n"c"'],
  ['letters of other scripts', 'Łódź, 東京, صحيفة 🗺'],
]
const EMPTY = { sources: [], entities: [], quotations: [], datedEvents: [], figures: [], annotations: [] }
const SITED = inventView('Okafor', 'https://dossier.example/harbour/')

describe('every export is read by a reader of its format', () => {
  test.each(WORDS)('with %s', (_, words) => {
    expect(judgeExports(write(inventView(words)))).toEqual([])
  })

  test('with a site and its folder', () => {
    expect(judgeExports(write(SITED))).toEqual([])
  })

  test('with little known', async () => {
    const texts = write(inventVaried())
    expect(judgeExports(texts)).toEqual([])
    expect(await judgeTei([texts.get('dossier.tei.xml')!])).toEqual([])
  })

  test('with nothing found', () => {
    expect(judgeExports(write({ ...SITED, ...EMPTY }))).toEqual([])
  })

  test('whatever the words', () => {
    const words = fc
      .array(anyText({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 20 })
      .map((parts) => `${parts.join(' ')} end`)
    fc.assert(
      fc.property(words, (text) => void expect(judgeExports(write(inventView(text)))).toEqual([])),
      { numRuns: 15 },
    )
  })

  test('and so is the TEI', async () => {
    const random = fc.sample(anyText({ minLength: 1, maxLength: 200 }), 12)
    const views = [
      ...WORDS.map(([, words]) => inventView(words)),
      ...random.map((words) => inventView(words)),
      SITED,
      { ...SITED, ...EMPTY },
    ]
    expect(await judgeTei(views.map((view) => write(view).get('dossier.tei.xml')!))).toEqual([])
  })
})

test('addresses are whole where the site is known', () => {
  const texts = write(SITED)
  for (const name of [
    'sources.csv',
    'entities.ftm.json',
    'annotations.jsonl',
    'dossier.tei.xml',
    'places.geojson',
    'co-mentions.graphml',
    'timeline.timelinejs.json',
    'bibliography.csl.json',
  ]) {
    expect(texts.get(name), name).toMatch(/https:\/\/dossier\.example\/harbour\/\w+\//)
    expect(texts.get(name), name).not.toMatch(/"\/(?:sources|places|timeline)\//)
  }
})

test('the same dossier gives the same bytes', () => {
  expect(write(inventView('Okafor'))).toEqual(write(inventView('Okafor')))
})

test('files.yml describes the exported files, in order', () => {
  const names = Object.keys(parse(readFileSync(new URL('./files.yml', import.meta.url), 'utf8')))
  expect(names).toEqual([...names].sort())
  const own = ['entities.json', 'parts.json', 'permalinks.json', 'sources.json']
  expect(names).toEqual([...write(inventView('Okafor')).keys(), ...own].sort())
  expect(() => describeFiles([{ path: 'data/unknown.txt', text: '' }])).toThrow('files.yml')
})

const publish = (files: readonly MadeFile[], packing?: Packing) =>
  Array.from(publishFiles(files, packing), (file) => holdFile(file))
const publishOne = (file: MadeFile, packing?: Packing) => publish([file], packing)[0]!

const long = 'Okafor said so. '.repeat(100_000)

test.each([
  ['data/annotations.jsonl', 'Okafor', 'annotations.jsonl'],
  ['data/annotations.jsonl', long, 'annotations.jsonl.gz'],
  ['data/sources.json', long, 'sources.json.gz'],
  ['data/mentions.csv', long, 'mentions.csv'],
])('%s is published as gzip where it is large and files.yml says so', (path, text, name) => {
  const published = publishOne({ path, text })
  expect(published.path).toBe(`data/${name}`)
  expect(name.endsWith('.gz') ? String(gunzipSync(published.text)) : published.text).toBe(text)
  expect(describeFiles([published])).toMatchObject([{ name, bytes: published.text.length }])
  expect(publishOne({ path, text })).toEqual(published)
})

test.each([
  ['lines that begin unlike', ''],
  ['lines that begin alike', '"@context":["http://www.w3.org/ns/anno.jsonld"],'],
])('a change of one of %s packs one block of a file again', (_, beginning) => {
  const lines = Array.from(
    { length: 4000 },
    (__, at) => `{${beginning}"id":${at},"words":"${'The ferry sailed. '.repeat(at % 40)}"}`,
  )
  const packs = new Map<string, unknown>()
  const made: string[] = []
  const cache = {
    read: (key: string) => packs.get(key),
    write: (key: string, value: unknown) => {
      made.push(key)
      packs.set(key, value)
    },
  }
  const packWith = (packs?: typeof cache) =>
    publishOne({ path: 'data/annotations.jsonl', text: lines.join('\n') }, { packs }).text
  const pack = () => packWith(cache)
  pack()
  expect(made.length).toBeGreaterThan(3)
  for (const [at, line] of [
    [2000, 'other'],
    [2000, 'longer '.repeat(99)],
    [0, ''],
  ] as const) {
    made.length = 0
    lines[at] = line
    const packed = pack()
    expect(made.length).toBeLessThan(4)
    expect(gunzipSync(packed).toString()).toBe(lines.join('\n'))
    expect(packed).toEqual(packWith())
  }
})

describe('a file that is too large for one', () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => `{"id":${at},"of":"${sha256Of(`${at}`)}"}\n`)
  const most = 400_000

  test.each([
    ['data/annotations.jsonl', 'annotations-001.jsonl.gz', 'annotations.jsonl.gz'],
    ['data/entities.ftm.json', 'entities-001.ftm.json.gz', 'entities.ftm.json.gz'],
    ['data/mentions.csv', 'mentions-001.csv', 'mentions.csv'],
  ])('%s is published in parts that are it together, with a list of them', (path, first, name) => {
    const files = publish(
      [
        { path, text: rows.join('') },
        { path: 'data/sources.csv', text: 'short' },
      ],
      { most },
    )
    const [list, ...others] = files.toReversed()
    const parts = others.filter(({ path: of }) => of !== 'data/sources.csv').toReversed()
    expect(parts.length).toBeGreaterThan(2)
    expect(parts[0]!.path).toBe(`data/${first}`)
    const whole = Buffer.concat(parts.map(({ text }) => Buffer.from(text)))
    const texts = parts.map(({ text }) => String(name.endsWith('.gz') ? gunzipSync(text) : text))
    expect(String(name.endsWith('.gz') ? gunzipSync(whole) : whole)).toBe(rows.join(''))
    expect(list!.path).toBe('data/parts.json')
    expect(JSON.parse(String(list!.text))).toEqual([
      {
        name,
        bytes: whole.length,
        sha256: sha256Of(whole),
        parts: parts.map(({ path: of, text }, at) => ({
          name: of.slice('data/'.length),
          lines: texts[at]!.split('\n').length - 1,
          bytes: text.length,
          sha256: sha256Of(text as Uint8Array),
        })),
      },
    ])
    expect(texts.every((text) => text.endsWith('}\n'))).toBe(true)
    expect(describeFiles(files).map((file) => file.what)).toHaveLength(files.length)
  })

  test('what does not go into parts, and what is just small enough, stays whole', () => {
    const text = rows.join('')
    const files = [
      { path: 'data/co-mentions.graphml', text },
      { path: 'data/mentions.csv', text: text.slice(0, most) },
    ]
    expect(publish(files, { most })).toEqual(files)
    expect(listFileParts(files[0]!, most)).toEqual(['co-mentions.graphml'])
    expect(listFileParts({ path: 'data/mentions.csv', text: text.slice(0, most + 1) }, most)).toEqual([
      'mentions-001.csv',
      'mentions-002.csv',
    ])
  })
})
