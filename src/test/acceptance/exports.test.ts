import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judgeExports } from '../../export/judge-exports.fixture.ts'
import { judgeTei } from '../../export/tei/judge-tei.fixture.ts'
import { dossiers } from './dossiers.ts'

const { digests, originals } = dossiers

/** The page itself, and the list of all files, which is written after the page. */
const NOT_EXPORTS = ['index.html', 'manifest.json']

describe.each([
  ['the digests', digests],
  ['the originals', originals],
])('exports of %s', (_, root) => {
  const run = test.skipIf(root === undefined)
  const names = () => readdirSync(join(root!, 'dist/data')).filter((name) => !NOT_EXPORTS.includes(name))
  const read = (name: string) => readFileSync(join(root!, 'dist/data', name), 'utf8')

  run('readers of every format find no fault', async () => {
    expect(judgeExports(new Map(names().map((name) => [name, read(name)])))).toEqual([])
    expect(await judgeTei([read('dossier.tei.xml')])).toEqual([])
  })

  run('the Data page links every file with its size, hash and licence', () => {
    const rows = read('index.html').split('<tr>').slice(2)
    expect(rows).toHaveLength(names().length)
    for (const name of names()) {
      const row = rows.find((one) => one.includes(`/data/${name}"`))
      expect(row, name).toContain(createHash('sha256').update(read(name)).digest('hex'))
      expect(row, name).toContain(
        `${String(Math.ceil(Buffer.byteLength(read(name)) / 1000)).replace(/\B(?=(?:\d{3})+$)/g, ',')} kB`,
      )
      expect(row, name).toContain('CC-BY-4.0')
    }
  })

  run('the TEI holds the words of every passage', () => {
    const tei = new Map(
      Array.from(
        read('dossier.tei.xml').matchAll(/<(?:head|p|ab) xml:id="(p-\w+)"[^>]*>(.*?)<\/(?:head|p|ab)>/g),
        ([, id, text]) => [id, textOf(text!)],
      ),
    )
    for (const { headline, passages } of JSON.parse(read('sources.json'))) {
      for (const { id, text } of [...(headline ? [headline] : []), ...passages])
        expect(tei.get(id)).toBe(text.replace(/[\t\n\r]+/g, ' '))
    }
  })

  run('every mention is a row', () => {
    const mentions = read('annotations.jsonl')
      .split('\n')
      .filter((line) => line.includes('"motivation":"identifying"'))
    expect(read('mentions.csv').trimEnd().split('\r\n')).toHaveLength(mentions.length + 1)
  })
})

const textOf = (xml: string) =>
  xml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
