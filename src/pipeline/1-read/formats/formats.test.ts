import { gzipSync } from 'node:zlib'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Opening, ReadFile } from './format.ts'
import { OPENING_BYTES, Refusal } from './format.ts'
import { recogniseFormat } from './registry.ts'
import { makeZip } from '../../../test/samples/make-documents.ts'

const openingOf = (name: string, bytes: Buffer): Opening => ({
  bytes: bytes.subarray(0, OPENING_BYTES),
  text: bytes
    .subarray(0, OPENING_BYTES)
    .toString('latin1')
    .replace(/^(?:ï»¿|\s){1,100}/, ''),
  extension: /\.[^./]{1,12}$/.exec(name)?.[0].toLowerCase() ?? '',
})

/** Reads a file as the dossier would, or says by which rule it is refused. */
async function read(name: string, content: string | Uint8Array): Promise<ReadFile | string> {
  const bytes = Buffer.from(content as string)
  const format = recogniseFormat(openingOf(name, bytes))
  if (!format) return 'unknown'
  try {
    return await format.read({ file: name, bytes, open: () => Readable.from([bytes]) })
  } catch (error) {
    if (error instanceof Refusal) return error.note.rule
    throw error
  }
}

/** Headline, body and locator of each article. */
async function articlesOf(name: string, content: string | Uint8Array) {
  const file = await read(name, content)
  if (typeof file === 'string') return file
  return file.articles.map(({ locator, blocks = [], stated }) => ({
    locator,
    headline: stated.find(({ field }) => field === 'headline')?.value,
    text: blocks.filter(({ role }) => role === 'paragraph' || role === 'open').map(({ text }) => text),
  }))
}

test.each([
  ['a.txt', 'Ines Okafor signed.', 'text'],
  ['a.md', '# Vote', 'markdown'],
  ['a.txt', '<!doctype html><html><body><p>x</p></body></html>', 'html'],
  ['a.txt', 'x < y, and <b>so</b> on', 'text'],
  ['a.csv', 'title,text\na,b', 'csv'],
  ['a.json', '[{"title": "x"}]', 'json'],
  ['a.bin', '[{"title": "x"}]', 'json'],
  ['a.pdf', '%PDF-1.7\n', 'pdf'],
  ['a', '%PDF-1.7\n', 'pdf'],
  ['a.xml', '<?xml version="1.0"?><rss version="2.0"></rss>', 'feed'],
  ['a.eml', 'From: a@b.example\nSubject: x\n\ntext', 'mail'],
  ['a.txt', 'From: the editor\nTo whom it may concern', 'text'],
  ['a.mbox', 'From x@y.example Thu Jan  1 00:00:00 2024\nSubject: x\n\ntext', 'mbox'],
  ['a.warc', 'WARC/1.0\r\nWARC-Type: warcinfo\r\n', 'warc'],
  ['a.ris', 'TY  - NEWS\nER  - ', 'ris'],
  ['a.bib', '@article{a, title={x}}', 'bibtex'],
  ['a.txt', '   1 of 5 DOCUMENTS\n\nx', 'database'],
  ['a.txt', 'Only 1 of 5 documents was found.', 'text'],
  ['a.png', '\x89PNG', undefined],
  ['a', 'plain words', undefined],
])('%s that begins with %j is %s', (name, content, expected) => {
  expect(recogniseFormat(openingOf(name, Buffer.from(content, 'latin1')))?.name).toBe(expected)
})

const LONG =
  'The board of the harbour voted on Tuesday to lease two of its piers to a company from Estmere for nine years.'

test('a table: its columns are recognised by their names and their values', async () => {
  expect(
    await articlesOf(
      'a.csv',
      `Id;Titel;Volltext;Link\n7;Vote;"${LONG}\n\nSecond ""part"".";https://a.example/1\n8;Empty;;https://a.example/2\n`,
    ),
  ).toEqual([{ locator: 'https://a.example/1', headline: 'Vote', text: [LONG, 'Second "part".'] }])
  expect(await read('b.csv', 'name,size\na,1\n')).toBe('read/no-text-column')
})

test('a broken line of JSON is reported and hides no other', async () => {
  const file = (await read(
    'a.jsonl',
    `{"title": "A", "text": "${LONG}"}\n{"title": "B", "te\n{"title": "C", "text": "${LONG}"}\n`,
  )) as ReadFile
  expect(file.articles).toHaveLength(2)
  expect(file.notes).toMatchObject([{ rule: 'read/broken-line', line: 2 }])
})

test('a mailbox: a message each, “>From ” freed, the address from the message-id', async () => {
  const message = (id: number, text: string) =>
    `From x@y.example Thu Jan  1 00:00:00 2024\nSubject: Vote ${id}\nMessage-ID: <${id}@a.example>\n\n${text}\n\n`
  expect(
    await articlesOf('a.mbox', message(1, `${LONG}\n\n>From the quay nothing was heard.`) + message(2, LONG)),
  ).toEqual([
    { locator: '<1@a.example>', headline: 'Vote 1', text: [LONG, 'From the quay nothing was heard.'] },
    { locator: '<2@a.example>', headline: 'Vote 2', text: [LONG] },
  ])
})

test.each([
  [
    'a rule of Outlook',
    '________________________________\nFrom: Gazette <news@gazette.example>\nSent: Friday, May 17, 2024 9:12 AM\nTo: a@b.example\nSubject: Vote',
  ],
  [
    'no line at all',
    'From: Gazette <news@gazette.example>\nSent: Friday, May 17, 2024 9:12 AM\nTo: a@b.example\nSubject: Vote',
  ],
  [
    'a French line',
    '-------- Message transféré --------\nSujet : Vote\nDate : Fri, 17 May 2024 09:12:00 +0200\nDe : Gazette <news@gazette.example>\nPour : a@b.example',
  ],
])('a forwarded message below %s', async (_, head) => {
  const bytes = `From: Rita Sollen <rita@desk.example>\nSubject: Fwd: Vote\nMessage-ID: <1@a>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nDate: Mon, 20 May 2024 08:30:00 +0000\n\nSeen this?\n\n${head}\n\n${LONG}\n`
  expect(await articlesOf('a.eml', bytes)).toMatchObject([{ headline: 'Vote', text: [LONG] }])
  const { articles } = (await read('a.eml', bytes)) as ReadFile
  expect(articles[0]!.stated).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ field: 'date', value: '2024-05-17' }),
      expect.objectContaining({ field: 'publisher', value: 'Gazette' }),
    ]),
  )
})

test('“From:” in a text is no head of a message', async () => {
  const bytes = `From: a@b.example\nSubject: Vote\nMessage-ID: <1@a>\n\nFrom: the quay to the church.\n\n${LONG}\n`
  expect(await articlesOf('a.eml', bytes)).toMatchObject([{ text: ['From: the quay to the church.', LONG] }])
})

test('an export with headings and no colons, as newer ones of ProQuest', async () => {
  const document = (number: number) =>
    `____________________\n\nDocument ${number} of 2\n\nVote ${number}\n\nAuthor: Okafor, Ines\n\nAbstract (ENGLISH)\n\nShort.\n\nFull text\n\n${LONG}\n\nSecond part.\n\nDETAILS\n\nPublication title: Gazette\n\nPublication date: May 17, 2024\n\n`
  expect(await articlesOf('a.txt', document(1) + document(2))).toMatchObject([
    { headline: 'Vote 1', text: [LONG, 'Second part.'] },
    { headline: 'Vote 2', text: [LONG, 'Second part.'] },
  ])
})

test('codes of Factiva whose text begins on the next line, and blanks behind them', async () => {
  const bytes = `HD   Vote\nBY   Ines Okafor\nPD   17 May 2024\nSN   Gazette\nLA   English\n\nLP   \n${LONG}\n\nTD   \nSecond part.\n\nAN   Document 1\n`
  expect(await articlesOf('a.txt', bytes)).toMatchObject([{ headline: 'Vote', text: [LONG, 'Second part.'] }])
})

test('the footer of a blog entry is left out, and campaign parameters are removed from its address', async () => {
  const bytes = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title><item><title>Vote</title><link>https://a.example/vote?utm_source=rss</link><content:encoded><![CDATA[<p>${LONG}</p><p>The post Vote appeared first on Gazette.</p>]]></content:encoded></item></channel></rss>`
  const { articles } = (await read('a.xml', bytes)) as ReadFile
  expect(articles[0]!.stated).toContainEqual(expect.objectContaining({ field: 'url', value: 'https://a.example/vote' }))
  expect(await articlesOf('a.xml', bytes)).toMatchObject([{ text: [LONG] }])
})

const record = (type: string, uri: string, body: string) => {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Record-ID: <urn:uuid:${uri.length}>\r\nWARC-Date: 2023-07-02T09:01:00Z\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`
}
const PAGE = `<html><head><title>Board votes</title></head><body><nav><a href="/">Home</a></nav><h1>Board votes</h1><article><p>${LONG}</p><p>${LONG.replace('board', 'council')}</p><p>It will take effect in March, the chair said.</p></article></body></html>`

test.each([
  ['plain', (text: string) => Buffer.from(text)],
  ['a member for all', (text: string) => gzipSync(text)],
])('a web archive, %s', async (_, pack) => {
  const bytes = pack(record('request', 'https://a.example/', '') + record('response', 'https://a.example/vote', PAGE))
  const file = (await read('a.warc.gz', bytes)) as ReadFile
  expect(file.articles).toMatchObject([
    {
      locator: 'urn:uuid:22',
      provenance: {
        accessed: '2023-07-02',
        archive: { target: 'https://a.example/vote', datetime: '2023-07-02T09:01:00Z' },
      },
    },
  ])
})

const revisit = (record: string, head: string) => {
  const block = `HTTP/1.1 200 OK\r\n${head}\r\n\r\n`
  return `WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Target-URI: https://a.example/vote\r\nWARC-Record-ID: <urn:uuid:again>\r\nWARC-Refers-To: <${record}>\r\nWARC-Date: 2023-08-01T00:00:00Z\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`
}

test('a revisit is a later capture of its page, or is reported when the page is missing', async () => {
  const page = record('response', 'https://a.example/vote', PAGE)
  const archiveOf = (file: ReadFile | string) =>
    (file as ReadFile).articles.map(({ provenance }) => provenance?.archive)
  const found = (await read('a.warc', page + revisit('urn:uuid:22', 'Content-Type: text/html'))) as ReadFile
  expect(found.notes).toEqual([])
  expect(archiveOf(found)).toMatchObject([
    { record: 'urn:uuid:22', revisits: [{ record: 'urn:uuid:again', datetime: '2023-08-01T00:00:00Z' }] },
  ])
  const lost = (await read('a.warc', page + revisit('urn:uuid:0', 'Content-Type: text/html'))) as ReadFile
  expect(lost.notes).toMatchObject([{ rule: 'read/revisit-elsewhere' }])
  const picture = (await read('a.warc', page + revisit('urn:uuid:0', 'Content-Type: image/png'))) as ReadFile
  expect(picture.notes).toEqual([])
  expect(await read('a.warc', revisit('urn:uuid:0', 'Content-Type: text/html'))).toBe('read/revisit-elsewhere')
})

test.each([
  [
    'a package that unpacks to more than it may',
    'bomb.docx',
    makeZip({ '[Content_Types].xml': '<x/>', 'word/document.xml': 'a'.repeat(40_000_000) }),
    'read/unpacks-too-large',
  ],
  [
    'an entity in a feed',
    'a.xml',
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>',
    'read/entity-declared',
  ],
  [
    'an entity in a Word file',
    'a.docx',
    makeZip({
      '[Content_Types].xml': '<x/>',
      'word/document.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    }),
    'read/entity-declared',
  ],
  ['a PDF that is none', 'a.pdf', '%PDF-1.4\nnothing', 'read/damaged'],
  ['JSON nested without end', 'a.json', '['.repeat(100_000), 'read/too-deep'],
  ['a web archive that is none', 'a.warc', 'WARC/1.0\r\n\r\nnothing', 'read/no-pages'],
  ['a page without words', 'a.html', '<html><body><nav><a href="/">Home</a></nav></body></html>', 'read/no-article'],
  [
    'an element with attributes by the thousand',
    'a.html',
    `<html><body><div ${Array.from({ length: 3000 }, (_, at) => `a${at}="<b 'c=d"`).join(' ')}>${PAGE}</div></body></html>`,
    'read/too-large',
  ],
])('%s is refused', async (_, name, content, rule) => expect(await read(name, content)).toBe(rule))

test('elements nested by the thousand cost no more than others', async () => {
  const start = process.cpuUsage()
  await read('a.html', `<html><body>${'<div>'.repeat(5000)}<p>${LONG}</p></body></html>`)
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(5)
})

test('names in a package are never paths', async () => {
  const file = makeZip({
    mimetype: 'application/epub+zip',
    '../../evil.xhtml': PAGE,
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="../../evil.opf"/></rootfiles></container>',
  })
  expect(await read('a.epub', file)).toBe('read/damaged')
})
