import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { numberRead, track } from '../loader/reads.ts'
import type { PageRecord } from './page-record.ts'
import { openPageRecord, readPageRecord } from './page-record.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-pages-'))
const file = join(folder, 'pages.jsonl')
afterAll(() => rmSync(folder, { recursive: true }))

const values = new Map<string, unknown>()
track('value', (id) => values.get(id))

/**
 * Builds pages that read these names, as `a: 'value x'`, and returns the pages of the last build that were unchanged.
 */
function build(reads: Readonly<Record<string, string>>, last: PageRecord = readPageRecord(file, 'program')) {
  const record = openPageRecord(last)
  const same = [...last.pages].flatMap(([name, page]) => (record.isSame(page) ? [name] : []))
  for (const [name, read] of Object.entries(reads)) {
    const kept = same.includes(name) ? last.pages.get(name) : undefined
    const numbers = read.split(', ').map((one) => record.numberOf(numberRead(one)))
    record.add(name, kept ?? { hash: '', file: '', given: '', reads: numbers, stamps: [] })
  }
  record.write(file, 'program')
  return same
}

const READS = { a: 'value x, value y', b: 'value y', c: 'value z' }

test('pages that read a changed value are rendered again, build after build', () => {
  const set = (name: string, value: unknown) => values.set(name, value)
  expect(build(READS)).toEqual([])
  expect(build(READS)).toEqual(['a', 'b', 'c'])
  set('x', 'a text of more than twenty-seven letters')
  expect(build(READS)).toEqual(['b', 'c'])
  expect(build(READS)).toEqual(['a', 'b', 'c'])
  set('x', 'another text of more than twenty-seven letters')
  set('z', [1])
  expect(build(READS)).toEqual(['b'])
  expect(build({ b: READS.b })).toEqual(['a', 'b', 'c'])
  set('y', null)
  expect(build({ b: READS.b, d: 'value u, value v, value w' })).toEqual([])
  expect(build(READS)).toEqual(['b', 'd'])
  expect(readPageRecord(file, 'program').names.filter(Boolean).toSorted()).toEqual(['value x', 'value y', 'value z'])
})

test('a page that read a value without a digest is not kept', () => {
  build({ a: 'unnamed , value x', b: 'value x' }, readPageRecord(file, 'other'))
  expect([...readPageRecord(file, 'program').pages.keys()]).toEqual(['b'])
})

test('the record of another program is ignored, and none need exist', () => {
  build(READS)
  expect(readPageRecord(file, 'other').pages.size).toBe(0)
  expect(readPageRecord(join(folder, 'nowhere'), 'program').pages.size).toBe(0)
})
