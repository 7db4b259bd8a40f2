import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Seed } from '../model/source.ts'
import { readArticles } from './1-read/read-articles.ts'
import { analyseSeed } from './analyse-in-workers.ts'
import { makeZip } from '../test/samples/make-documents.ts'

/** One article in every format, with letters outside ASCII and the BMP, entities and white space that is folded. */
const TITLE = 'Harbour board of Estmere votes'
const BODY = [
  'The harbour board of Estmere voted on Tuesday to lease two piers, Zoë Okafor said on March 3, 2019.',
  '“We will not sell 🚢 the quay,” José Núñez, the chairman, said. He named 40 million crowns & a date: May 4, 2020.',
  'Marta Lund of the Northport Gazette wrote that 120 people came to the meeting in the old customs house.',
]
const escape = (text: string) => text.replaceAll('&', '&amp;')
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${TITLE}</h1>${BODY.map((one) => `<p>\n  ${escape(one).replace(' ', '&nbsp;\n')}</p>`).join('')}</article></body></html>`
const plain = `${TITLE}\n\n${BODY.join('\n\n')}\n`
const mail = `From: Desk <desk@gazette.example>\r\nSubject: ${TITLE}\r\nDate: Wed, 6 Mar 2019 10:00:00 +0000\r\nMessage-ID: <1@gazette.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(
  html,
)
  .toString('base64')
  .replaceAll(/(.{76})/g, '$1\r\n')}\r\n`
const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`
const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/vote\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2019-03-07T09:00:00Z\r\nContent-Type: application/http\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n\r\n`
const csvField = (text: string) => `"${text.replaceAll('"', '""')}"`
const word = (text: string) => `<w:p><w:r><w:t>${escape(text)}</w:t></w:r></w:p>`
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'text.txt': plain,
  'markdown.md': `# ${plain}`,
  'text-utf16.txt': Buffer.from(plain, 'utf16le'),
  'page.html': html,
  'page.mhtml': `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://a.example/vote\r\n\r\n${html}\r\n--b--\r\n`,
  'mail.eml': mail,
  'list.mbox': `From x@y.example Wed Mar  6 10:00:00 2019\n${mail.replaceAll('\r\n', '\n')}\n`,
  'archive.warc': warc,
  'archive-packed.warc.gz': gzipSync(warc),
  'feed.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title><item><title>${TITLE}</title><guid>https://a.example/vote</guid><content:encoded><![CDATA[${BODY.map((one) => `<p>${escape(one)}</p>`).join('')}]]></content:encoded></item></channel></rss>`,
  'table.csv': `title,text\n${csvField(TITLE)},${csvField(BODY.join('\n\n'))}\n`,
  'list.json': JSON.stringify([{ title: TITLE, text: BODY.join('\n\n'), url: 'https://a.example/vote' }]),
  'lines.jsonl': `${JSON.stringify({ title: TITLE, text: BODY.join('\n') })}\n`,
  'word.docx': makeZip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[TITLE, ...BODY].map(word).join('')}</w:body></w:document>`,
  }),
  'writer.odt': makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:h text:outline-level="1">${TITLE}</text:h>${BODY.map((one) => `<text:p>${escape(one).replace(' ', '<text:s/>')}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
  }),
  'book.epub': makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
    'a.opf':
      '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Harbour</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
    'c.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1>${BODY.map((one) => `<p>${escape(one)}</p>`).join('')}</body></html>`,
  }),
  'factiva.txt': `HD  ${TITLE}\nWC  60 words\nPD  6 March 2019\nSN  Northport Gazette\nSC  NPG\nLA  English\nLP\n${BODY[0]}\nTD\n${BODY.slice(1).join('\n\n')}\nAN  Document NPG0000020190306ef3600001\n`,
}

let root = ''
let seeds: readonly Seed[] = []

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'formats-'))
  for (const [name, content] of Object.entries(FILES)) {
    const path = join(root, 'seeds/articles', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  seeds = (await readArticles(root)).value.seeds
})
afterAll(() => rmSync(root, { recursive: true }))

const fold = (text: string) => text.replaceAll(/\s/gu, ' ').replace('&amp;', '&')

describe.each(Object.keys(FILES))('%s', (name) => {
  const analysed = () => {
    const seed = seeds.find(({ file, copies }) => [file, ...(copies ?? [])].some((one) => one.includes(name)))!
    const [one] = analyseSeed(seed, { settings: { language: 'en', rights: 'full' } as never, register: [] }).value
    return { seed, source: one!.source, findings: one!.findings }
  }

  test('every paragraph is a passage, in order', () => {
    const { source } = analysed()
    expect(source.passages.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text)).toEqual(BODY)
  })

  test('every passage and every block is in the text at its offsets', () => {
    const { seed, source } = analysed()
    for (const { text, segments } of source.passages) {
      const copied = segments.map(({ start, end }) => seed.text.slice(start, end)).join(' ')
      expect(fold(copied)).toBe(fold(text))
    }
    for (const { start, end } of seed.extraction?.blocks ?? [])
      expect(seed.text.slice(start, end)).toMatch(/^\S(?:[^\n]*\S)?$/u)
  })

  test('every annotation is within its passage and begins and ends at a word', () => {
    const { source, findings } = analysed()
    const spans = [...findings.mentions, ...findings.dates, ...findings.amounts].map(({ span }) => span)
    const words = spans.map(({ passage, start, end }) =>
      source.passages.find(({ ordinal }) => ordinal === passage)!.text.slice(start, end),
    )
    expect(words).toEqual(expect.arrayContaining(['Zoë Okafor', 'March 3, 2019', 'José Núñez', 'May 4, 2020']))
    for (const word of words) expect(word).toMatch(/^\S[^]*\S$|^\S$/u)
  })
})
