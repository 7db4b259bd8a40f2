import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dossiers } from './dossiers.ts'

interface Span {
  readonly start: number
  readonly end: number
}
interface SourceData {
  readonly address: string
  readonly file: string
  readonly metadata: Record<string, { evidence: (Span & { words: string })[] }>
  readonly headline?: Passage
  readonly keyPoints: readonly Passage[]
  readonly passages: Passage[]
  readonly setAside: (Span & { kind: string; rule: string })[]
}
interface Passage {
  readonly id: string
  readonly text: string
  readonly segments: Span[]
}
interface AnnotationData {
  readonly id: string
  readonly target: { source: string; selector: [{ exact: string; prefix: string; suffix: string }, Span] }
  readonly body: { kind: string; certainty: string; rule: string; form?: string; source?: string }
}

const { digests, originals } = dossiers

describe.each([
  ['the digests', digests],
  ['the originals', originals],
])('data of %s', (_, root) => {
  const run = test.skipIf(root === undefined)
  const read = (file: string) => readFileSync(join(root!, file), 'utf8')
  const sources = (): SourceData[] => JSON.parse(read('dist/data/sources.json'))
  const annotations = (): AnnotationData[] =>
    read('dist/data/annotations.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const decoded = (file: string) => [...read(file)]

  run('every annotation quotes the file at its position, in code points', () => {
    const files = new Map(sources().map(({ address, file }) => [address, decoded(file)]))
    const all = annotations()
    expect(all.length).toBeGreaterThan(100)
    for (const { target } of all) {
      const [quote, { start, end }] = target.selector
      const points = files.get(target.source.split('#')[0]!)!
      expect(points.slice(start, end).join('')).toBe(quote.exact)
      expect(points.slice(Math.max(0, start - 32), start).join('')).toBe(quote.prefix)
      expect(points.slice(end, end + 32).join('')).toBe(quote.suffix)
    }
  })

  run('every annotation has an id of its own, a kind, a certainty and a rule, and targets a passage', () => {
    const all = annotations()
    const passages = new Set(
      sources().flatMap(({ address, headline, passages: body, keyPoints }) =>
        [...(headline ? [headline] : []), ...body, ...keyPoints].map(({ id }) => `${address}#${id}`),
      ),
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { body, target } of all) {
      expect(body).toMatchObject({
        kind: expect.any(String),
        certainty: expect.stringMatching(/^(?:stated|inferred|editor)$/),
        rule: expect.stringContaining('/'),
      })
      expect(passages).toContain(target.source)
    }
  })

  run('every character of every file is text, metadata or set aside', () => {
    for (const { file, passages, headline, setAside, metadata } of sources()) {
      const points = decoded(file)
      const ranges = [
        ...[...passages, ...(headline ? [headline] : [])].flatMap(({ segments }) => segments),
        ...setAside,
        ...Object.values(metadata).flatMap(({ evidence }) => evidence),
      ]
      for (const { start, end } of ranges) points.fill(' ', start, end)
      expect(`${file}: ${points.join('').replaceAll(/[\s\u00AD\u200B-\u200D\uFEFF]/g, '')}`).toBe(`${file}: `)
    }
  })

  run('no passage shares a character with what was set aside', () => {
    for (const { file, passages, setAside } of sources()) {
      const taken = new Set(
        setAside.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
      )
      for (const { start, end } of passages.flatMap(({ segments }) => segments)) {
        for (let point = start; point < end; point += 1) expect(taken.has(point), `${file} at ${point}`).toBe(false)
      }
    }
  })

  run('evidence quotes the file', () => {
    for (const { file, metadata } of sources()) {
      const points = decoded(file)
      for (const { start, end, words } of Object.values(metadata).flatMap(({ evidence }) => evidence))
        expect(points.slice(start, end).join('')).toBe(words)
    }
  })

  run('every entity that an annotation names is in entities.json', () => {
    const known = new Set(
      JSON.parse(read('dist/data/entities.json')).map(({ address }: { address: string }) => address),
    )
    const named = annotations().filter(({ body }) => body.form !== undefined)
    expect(named.length).toBeGreaterThan(100)
    for (const { body } of named) expect(known).toContain(body.source)
  })
})
