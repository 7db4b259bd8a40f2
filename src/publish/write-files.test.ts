import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeMdx } from '../markup/write-mdx.ts'
import { holdFile } from '../model/published-file.ts'
import { sha256Of } from '../text/hash.ts'
import { checkWritten, setDownIn, writeFiles } from './write-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-gate-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const texts = new Map([
  ['p-aaaaaa', { text: 'Ines Okafor signed. The vote was <lost>.', isFull: true }],
  ['p-cccccc', { text: 'Bruno Vale waits. Nobody came. He left.', isFull: false }],
])
const source = 'content/sources/x.mdx'
const entity = 'content/people/x.mdx'
const mdx = (text: string, id = 'p-aaaaaa') =>
  writeMdx({ id: 'x' }, [
    { id, words: [{ tag: 'Quote', attributes: {}, children: [{ text: text.slice(0, 4) }] }, { text: text.slice(4) }] },
  ])
const part = (text: string) => mdx(text, 'p-cccccc')

function check(path: string, text: string, composed = text) {
  writeFiles(root, [{ path, text }])
  return checkWritten(root, [{ path, text: composed }], texts)
}

const rulesOf = (path: string, text: string) => check(path, text).map(({ rule }) => rule)

const rows: [string, string, string, string[]][] = [
  ['a whole passage', source, mdx('Ines Okafor signed. The vote was <lost>.'), []],
  ['a part of a passage in a source', source, mdx('Ines Okafor signed.'), ['page/text-changed']],
  ['a sentence of a passage in another collection', entity, mdx('Ines Okafor signed.'), []],
  [
    'no words in another collection',
    entity,
    '---\n---\n\n<Passage id="p-aaaaaa"></Passage>\n',
    ['page/closed-vocabulary'],
  ],
  [
    'only spaces in another collection',
    entity,
    '---\n---\n\n<Passage id="p-aaaaaa">&#x20;</Passage>\n',
    ['page/text-changed'],
  ],
  ['words that differ by a character', entity, mdx('Ines Okafor signed,'), ['page/text-changed']],
  ['words that differ by a space', source, mdx('Ines Okafor signed.  The vote was <lost>.'), ['page/text-changed']],
  [
    'an id that the model does not have',
    source,
    mdx('Ines Okafor signed. The vote was <lost>.', 'p-bbbbbb'),
    ['page/text-changed'],
  ],
  ['another tag', source, '---\n---\n\n<Passage id="p-aaaaaa"><b>x</b></Passage>\n', ['page/closed-vocabulary']],
  ['a file that is no MDX', 'content/x.json', '{}', []],
  ['parts of a passage of which only parts may be shown', source, part('Bruno Vale waits. […] He left.'), []],
  ['nothing of it', source, part('[withheld]'), []],
  ['all of it, where all of it may be shown after all', entity, part('Bruno Vale waits. Nobody came. He left.'), []],
  ['a part that is not its own', source, part('Bruno Vale waits. […] He lied.'), ['page/text-changed']],
  ['a gap in a passage that may be shown in full', entity, mdx('Ines […] signed.'), ['page/text-changed']],
  ['nothing of a passage that may be shown in full', entity, mdx('[withheld]'), ['page/text-changed']],
]

test.each(rows)('%s', (_, path, text, rules) => expect(rulesOf(path, text)).toEqual(rules))

test.each<[string, readonly (string | Uint8Array)[], string | Uint8Array]>([
  ['nothing', [], ''],
  ['lines', ['[\n', '"é"\n', ']\n'], '[\n"é"\n]\n'],
  [
    'long lines',
    ['a'.repeat(999_999), 'b'.repeat(2), 'é'.repeat(1_000_001)],
    `${'a'.repeat(999_999)}bb${'é'.repeat(1_000_001)}`,
  ],
  ['bytes', [new Uint8Array([1, 0xff]), new Uint8Array([2])], Buffer.from([1, 0xff, 2])],
])('a file of %s is written chunk by chunk, measured and read back', (_, chunks, whole) => {
  const file = setDownIn(root)({ path: 'data/x', chunks })
  expect(file.text).toEqual(whole)
  expect(file).toMatchObject({ path: 'data/x', bytes: Buffer.from(whole).length, sha256: sha256Of(whole) })
  expect(holdFile({ path: 'data/x', chunks })).toEqual({ path: 'data/x', text: whole })
  expect(setDownIn(root)({ path: 'data/x', text: whole }).sha256).toBe(file.sha256)
})

test('bytes that the disk changed', () => {
  const text = mdx('Ines Okafor signed. The vote was <lost>.')
  expect(check(source, text.replace('signed', 'singed'), text)).toEqual([
    {
      file: source,
      severity: 'error',
      rule: 'page/text-changed',
      reason: 'Unexpected bytes on the disk, expected those that were written',
    },
  ])
})

test('a passage that changed is reported by its id', () => {
  const reason = 'Unexpected text of p-aaaaaa after reading the file again, expected the words of the passage'
  expect(check(entity, mdx('Ines Okafor sighed.'))).toEqual([
    { file: entity, severity: 'error', rule: 'page/text-changed', reason },
  ])
})

test.each(['../x', 'a/../../x', '/etc/x', '..'])('a path that leads outside is refused: %s', (path) => {
  expect(() => setDownIn(root)({ path, chunks: [] })).toThrow('expected one inside')
  expect(() => writeFiles(root, [{ path, text: 'x' }])).toThrow('expected one inside')
})
