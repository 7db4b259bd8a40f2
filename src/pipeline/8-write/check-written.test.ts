import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeMdx } from '../../markup/write-mdx.ts'
import { checkWritten } from './check-written.ts'
import { writeFiles } from './write-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-gate-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const texts = new Map([['p-aaaaaa', { text: 'Ines Okafor signed. The vote was <lost>.', isFull: true }]])
const source = 'content/sources/x.mdx'
const entity = 'content/people/x.mdx'
const mdx = (text: string, id = 'p-aaaaaa') => writeMdx({ id: 'x' }, [{ id, words: [{ tag: 'Quote', attributes: {}, children: [{ text: text.slice(0, 4) }] }, { text: text.slice(4) }] }])

function rulesOf(path: string, text: string, composed = text): string[] {
  writeFiles(root, [{ path, text }])
  return checkWritten(root, [{ path, text: composed }], texts).map(({ rule }) => rule)
}

const rows: [string, string, string, string[]][] = [
  ['a whole passage', source, mdx('Ines Okafor signed. The vote was <lost>.'), []],
  ['a part of a passage in a source', source, mdx('Ines Okafor signed.'), ['write/text-changed']],
  ['a sentence of a passage in another collection', entity, mdx('Ines Okafor signed.'), []],
  ['no words in another collection', entity, '---\n---\n\n<Passage id="p-aaaaaa"></Passage>\n', ['mdx/closed-vocabulary']],
  ['words that differ by a character', entity, mdx('Ines Okafor signed,'), ['write/text-changed']],
  ['words that differ by a space', source, mdx('Ines Okafor signed.  The vote was <lost>.'), ['write/text-changed']],
  ['an id that the model does not have', source, mdx('Ines Okafor signed. The vote was <lost>.', 'p-bbbbbb'), ['write/text-changed']],
  ['another tag', source, '---\n---\n\n<Passage id="p-aaaaaa"><b>x</b></Passage>\n', ['mdx/closed-vocabulary']],
  ['a file that is no MDX', 'content/x.json', '{}', []],
]

test.each(rows)('%s', (_, path, text, rules) => expect(rulesOf(path, text)).toEqual(rules))

test('bytes that the disk changed', () => {
  const text = mdx('Ines Okafor signed. The vote was <lost>.')
  expect(rulesOf(source, text.replace('signed', 'singed'), text)).toEqual(['write/text-changed'])
})
