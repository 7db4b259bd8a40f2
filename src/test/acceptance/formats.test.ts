import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePdf } from '../samples/make-documents.ts'
import { addPages } from './make-dossier.ts'
import { runHere } from './run-cli.ts'

const story = (place: string) => [
  `The ferry to ${place} was taken out of service on Monday after inspectors found cracks in its hull, the harbour board said.`,
  `“Nobody will sail to ${place} in that ship before summer,” the board’s chair, Ines Okafor, told reporters in Northport.`,
  'The line carries 900 people a day, and the town has asked two other companies for boats until repairs are done.',
]
const page = (place: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry to ${place} stopped</title><meta property="article:published_time" content="2024-06-03"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry to ${place} stopped</h1>${story(
    place,
  )
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body></html>`

function makeArchive(): string {
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page('Sandholm')}`
  const head = [
    'WARC/1.1',
    'WARC-Type: response',
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>',
    'WARC-Date: 2024-06-04T10:00:00Z',
    'WARC-Target-URI: https://courier.example/sandholm',
    `Content-Length: ${Buffer.byteLength(answer)}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${answer}\r\n\r\n`
}

const wrap = (text: string) =>
  text
    .replaceAll(/[“”]/g, '"')
    .replaceAll('’', "'")
    .match(/.{1,80}(?: |$)/g)!
const [first, second, third] = story('Marrick') as [string, string, string]
const row = (place: string) =>
  `Ferry to ${place} stopped,"${story(place).join('\n\n')}",2024-06-03,https://courier.example/${place}\n`

const FILES: Readonly<Record<string, string>> = {
  'crawl.warc': makeArchive(),
  'saved.html': page('Tervaal'),
  'table.csv': `title,text,date,url\n${row('Kellen')}${row('Calder')}`,
  'paper.pdf': makePdf([
    ['Ferry to Marrick stopped', '', ...wrap(first)],
    [...wrap(second), '', ...wrap(third)],
  ]),
  'letter.eml': `From: Ines <ines@courier.example>\r\nSubject: Ferry to Valmoret stopped\r\nMessage-ID: <1@courier.example>\r\nDate: Mon, 3 Jun 2024 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${story('Valmoret').join('\r\n\r\n')}\r\n`,
  'empty.txt': '',
  'scan.pdf': makePdf([[]]),
  'broken.docx': 'PK\u0003\u0004 is all that is left of it',
  'noise.bin': '\u0000\u0001\u0002\u0003'.repeat(40),
}

let root: string
let sources: { file: string; address: string }[]

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'dossier-'))
  mkdirSync(join(root, 'seeds/articles'), { recursive: true })
  writeFileSync(join(root, 'seeds/dossier.yml'), 'title: Ferries\ndescription: One file of each kind.\nlanguage: en\n')
  addPages(root)
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(root, 'seeds/articles', name), text)
  expect(await runHere('build', '--root', root)).toMatchObject({ code: 0 })
  sources = JSON.parse(read('data/sources.json'))
}, 600_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const read = (path: string) => readFileSync(join(root, 'dist', path), 'utf8')
const pageOf = (name: string) => read(`${sources.find(({ file }) => file.includes(name))!.address}index.html`)

test('every file that can be read gives its sources', () => {
  const files = sources.map(({ file }) => file.replace('seeds/articles/', '').split('#')[0]).toSorted()
  expect(files).toEqual(['crawl.warc', 'letter.eml', 'paper.pdf', 'saved.html', 'table.csv', 'table.csv'])
})

test('a page of a web archive is cited with its address and the time of its capture', () => {
  expect(pageOf('crawl.warc')).toContain(
    'Archived from https://courier.example/sandholm at 2024-06-04T10:00:00Z, record urn:uuid:00000000-0000-4000-8000-000000000001',
  )
})

test('a passage of a PDF is cited with its page', () => {
  expect(pageOf('paper.pdf')).toContain('p. 2')
})

test('a table leads to its articles, and they lead back', () => {
  const table = /\/sources\/of\/table-csv-\w+\//.exec(pageOf('table.csv'))![0]
  const articles = sources.filter(({ file }) => file.includes('table.csv')).map(({ address }) => address)
  expect(articles).toHaveLength(2)
  for (const address of articles) expect(read(`${table}index.html`)).toContain(`href="${address}"`)
})

test.each(['empty.txt', 'scan.pdf', 'broken.docx', 'noise.bin'])('%s is listed with the reason', (name) => {
  const list = /<section id="unused"[^]*?<\/section>/.exec(read('sources/index.html'))![0]
  const [, why] = new RegExp(`${name}</code></th><td[^>]*>([^<]{20,})</td>`).exec(list) ?? []
  expect(why).toMatch(/^Unexpected/)
  expect(why).not.toContain('node_modules')
})

test('the text of every file can be searched', () => {
  const folder = join(root, 'dist/search/postings')
  const index = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  for (const place of ['sandholm', 'tervaal', 'kellen', 'calder', 'marrick', 'valmoret'])
    expect(index.join('\n')).toContain(`"${place}ˑ`)
})
