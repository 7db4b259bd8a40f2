import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ResultCache } from '../cache/result-cache.ts'
import type { ExtractionTask } from './1-read/extract-file.ts'
import type { KeepExtracted } from './1-read/read-articles.ts'
import { readArticles } from './1-read/read-articles.ts'
import { extractCached, extractHere } from './extract-in-workers.ts'

const WORDS = 'The harbour board of Estmere voted on Tuesday to lease two of its piers for nine years.'
const MAIL = `From x@y.example Thu Jan  1 00:00:00 2024\nSubject: Vote\nMessage-ID: <1@a.example>\n\n${WORDS}\n\n`

/** A cache whose values go through JSON, as those on the disk do. */
function memoryCache(): ResultCache {
  const kept = new Map<string, string>()
  return {
    read: (key) => (kept.has(key) ? JSON.parse(kept.get(key)!) : undefined),
    write: (key, value) => kept.set(key, JSON.stringify(value)),
    sweep: () => {},
  }
}

test('a file is extracted again only when its bytes, its encoding or the rules changed', async () => {
  const root = mkdtempSync(join(tmpdir(), 'cached-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'seeds/articles'), { recursive: true })
  const put = (name: string, text: string) => writeFileSync(join(root, 'seeds/articles', name), text)
  put('list.mbox', MAIL)
  put('table.csv', `title,text\nVote,"${WORDS}"\n`)
  put('broken.pdf', '%PDF-1.4\nnothing')

  const cache = memoryCache()
  const extracted: string[] = []
  const extract = (tasks: readonly ExtractionTask[], keep?: KeepExtracted) => {
    extracted.push(...tasks.map(({ file }) => file.replace('seeds/articles/', '')))
    return extractHere(tasks, keep)
  }
  const run = async (engine: string) => {
    extracted.length = 0
    const { value } = await readArticles(root, { extract: extractCached(cache, engine, extract) })
    return { seeds: JSON.stringify(value.seeds), extracted: [...extracted] }
  }

  const first = await run('a')
  expect(first.extracted).toEqual(['broken.pdf', 'list.mbox', 'table.csv'])
  expect(await run('a')).toEqual({ seeds: first.seeds, extracted: ['broken.pdf'] })
  put('list.mbox', MAIL.replace('Tuesday', 'Monday'))
  expect((await run('a')).extracted).toEqual(['broken.pdf', 'list.mbox'])
  put('table.yml', 'encoding: iso-8859-2\n')
  expect((await run('a')).extracted).toEqual(['broken.pdf', 'table.csv'])
  expect((await run('b')).extracted).toEqual(['broken.pdf', 'list.mbox', 'table.csv'])
})
