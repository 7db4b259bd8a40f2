import { mkdirSync, mkdtempSync, openSync, closeSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fork } from 'node:child_process'
import type { ExtractedFile, ExtractionTask } from '../../pipeline/1-read/extract-file.ts'
import { extractInWorkers } from '../../pipeline/extract-in-workers.ts'
import { HEAP_THRIFT } from '../../publish/render/run-node.ts'

/**
 * Cost of reading: `npm run bench:formats` makes a web archive of 200 MB, a PDF of 120 pages and 100 web pages, reads
 * each in a separate process, and prints processor seconds and peak memory with their limits.
 */
const MEGABYTE = 1e6
const WARC_BYTES = 200 * MEGABYTE
const PDF_PAGES = 120
const HTML_PAGES = 100
const LIMITS = { warcMegabytes: 300, pdfSeconds: 0.1, htmlSeconds: 0.2 }

interface Cost {
  readonly seconds: number
  /** Largest memory, in megabytes. */
  readonly megabytes: number
  readonly articles: number
}

const sentence = (seed: number) =>
  `On day ${seed} the council of Northport moved lot ${(seed * 7919) % 1000} to pier ${seed % 40}, and “nobody asked us”, said clerk ${seed % 97}.`
const paragraph = (seed: number) => Array.from({ length: 4 }, (_, at) => sentence(seed * 4 + at)).join(' ')

function makePage(seed: number): string {
  const text = Array.from({ length: 14 }, (_, at) => `<p>${paragraph(seed * 14 + at)}</p>`).join('\n')
  const links = Array.from({ length: 120 }, (_, at) => `<li><a href="/${at}">Story ${at} of ${seed}</a></li>`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lot ${seed}</title></head><body><nav><ul>${links}</ul></nav><main><h1>Lot ${seed}</h1><div class="article-body">${text}</div></main><aside class="related"><ul>${links}</ul></aside></body></html>`
}

function makeRecord(number: number, type: string, body: Buffer): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`
  const id = number.toString(16).padStart(12, '0')
  return Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${id}>\r\nWARC-Date: 2024-06-03T10:00:00Z\r\nWARC-Target-URI: https://a.example/${number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${head.length + body.length}\r\n\r\n${head}`,
    ),
    body,
    Buffer.from('\r\n\r\n'),
  ])
}

/** Mostly pictures, as archives are: one page to 2 MB of them. */
function writeArchive(file: string): void {
  const handle = openSync(file, 'w')
  const picture = Buffer.alloc(2 * MEGABYTE, 'picture ')
  for (let number = 0, written = 0; written < WARC_BYTES; number += 2) {
    written += writeSync(handle, makeRecord(number, 'text/html; charset=utf-8', Buffer.from(makePage(number))))
    written += writeSync(handle, makeRecord(number + 1, 'image/png', picture))
  }
  closeSync(handle)
}

/** A PDF of one font and one column, 50 lines a page. */
function makePdf(): Buffer {
  const lines = (page: number) =>
    Array.from({ length: 50 }, (_, at) => {
      const words = sentence(page * 50 + at).replaceAll(/[“”]/g, "'")
      return `1 0 0 1 60 ${780 - at * 14} Tm (${words}) Tj`
    }).join('\n')
  const contents = Array.from({ length: PDF_PAGES }, (_, page) => `BT /F1 8 Tf\n${lines(page)}\nET`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${PDF_PAGES} /Kids [${contents.map((_, page) => `${4 + page * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + page * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(offset).padStart(10, '0')
  })
  const table = ['0000000000 65535 f ', ...offsets.map((offset) => `${offset} 00000 n `)].join('\n')
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n${table}\n${trailer}`, 'latin1')
}

/**
 * Reads files in a separate process, so that no other memory is measured; a single file in a thread, as a build does.
 */
function measureReading(root: string, format: string, files: readonly string[]): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [root, format, ...files], { execArgv: [HEAP_THRIFT] })
    child.on('message', (cost) => resolve(cost as Cost)).on('error', reject)
  })
}

/** The reader and its models are loaded for the first file, which is not counted. */
async function readFiles(root: string, format: string, files: readonly string[]): Promise<Cost> {
  const tasks = files.map((file): ExtractionTask => ({ root, file, format }))
  if (tasks.length === 1) return countCost(process.cpuUsage(), await extractInWorkers(tasks))
  const { extractFile } = await import('../../pipeline/1-read/extract-file.ts')
  const { judgeLines } = await import('../../pipeline/2-clean/clean-seed.ts')
  await extractFile(tasks[0]!, judgeLines)
  const start = process.cpuUsage()
  const results = []
  for (const task of tasks.slice(1)) results.push(await extractFile(task, judgeLines))
  return countCost(start, results)
}

function countCost(start: NodeJS.CpuUsage, results: readonly ExtractedFile[]): Cost {
  const { user, system } = process.cpuUsage(start)
  const articles = results.reduce((sum, { read }) => sum + (read?.articles.length ?? 0), 0)
  return { seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1000, articles }
}

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'dossier-formats-'))
  const folder = join(root, 'seeds/articles')
  mkdirSync(folder, { recursive: true })
  try {
    writeArchive(join(folder, 'crawl.warc'))
    for (const name of ['first.pdf', 'long.pdf']) writeFileSync(join(folder, name), makePdf())
    const pages = Array.from({ length: HTML_PAGES + 1 }, (_, number) => `page-${number}.html`)
    for (const [number, name] of pages.entries()) writeFileSync(join(folder, name), makePage(number))
    const inFolder = (name: string) => `seeds/articles/${name}`

    const warc = await measureReading(root, 'warc', [inFolder('crawl.warc')])
    const size = Math.round(statSync(join(folder, 'crawl.warc')).size / MEGABYTE)
    print(`WARC of ${size} MB, ${warc.articles} pages`, warc.megabytes, LIMITS.warcMegabytes, 'MB of memory')
    const pdf = await measureReading(root, 'pdf', ['first.pdf', 'long.pdf'].map(inFolder))
    print(`PDF of ${PDF_PAGES} pages`, pdf.seconds / PDF_PAGES, LIMITS.pdfSeconds, 'processor seconds a page')
    const html = await measureReading(root, 'html', pages.map(inFolder))
    print(`${HTML_PAGES} web pages`, html.seconds / HTML_PAGES, LIMITS.htmlSeconds, 'processor seconds a page')
  } finally {
    rmSync(root, { recursive: true })
  }
}

function print(what: string, value: number, limit: number, unit: string): void {
  const isWithin = value <= limit
  if (!isWithin) process.exitCode = 1
  process.stdout.write(`${what}: ${value.toPrecision(3)} ${unit}, at most ${limit}${isWithin ? '' : ': TOO MUCH'}\n`)
}

const [root, format, ...files] = process.argv.slice(2)
if (root === undefined || format === undefined) await main()
else {
  process.send!(await readFiles(root, format, files))
  process.disconnect()
}
