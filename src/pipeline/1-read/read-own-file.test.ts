import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dossierSettings } from '../../model/dossier.ts'
import { readOwnFile } from './read-own-file.ts'
import { readOwnText } from './read-own-text.ts'
import { readYaml } from './read-yaml.ts'

const root = mkdtempSync(join(tmpdir(), 'dossier-own-'))
const outside = mkdtempSync(join(tmpdir(), 'dossier-other-'))
afterAll(() => [root, outside].forEach((folder) => rmSync(folder, { recursive: true })))

writeFileSync(join(outside, 'secret.txt'), 'secret')
writeFileSync(join(root, 'plain.txt'), 'text')
writeFileSync(join(root, 'large.txt'), '')
truncateSync(join(root, 'large.txt'), 5_000_001)
mkdirSync(join(root, 'folder.txt'))
symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'))
symlinkSync(join(root, 'plain.txt'), join(root, 'inner-link.txt'))
symlinkSync(outside, join(root, 'linked'))
execFileSync('mkfifo', [join(root, 'pipe.txt')])

test.each([
  ['plain.txt', undefined],
  ['large.txt', 'read/too-large'],
  ['folder.txt', 'read/not-a-file'],
  ['link.txt', 'read/not-a-file'],
  ['inner-link.txt', 'read/not-a-file'],
  ['linked/secret.txt', 'read/outside'],
  ['pipe.txt', 'read/not-a-file'],
  ['missing.txt', 'read/unreadable'],
])('%s: %s', (file, rule) => expect(readOwnFile(root, file).problem?.rule).toBe(rule))

test('deceiving characters of a person’s own file are left out and told', () => {
  writeFileSync(join(root, 'a.yml'), '\uFEFFtitle: \u202EHarbour\n')
  expect(readOwnText(root, 'a.yml')).toMatchObject({ value: 'title: Harbour\n', problems: [{ rule: 'read/invisible', severity: 'warning' }] })
})

test.each([
  ['written as escapes', 'title: "Har\\ud800b\\u202eour\\x1b"\ndescription: x', { title: 'Harbour' }, []],
  ['aliases', 'title: &a x\ndescription: *a', undefined, ['read/yaml']],
  ['a bomb of aliases', `a: &a [x,x]\n${[...'bcdefghij'].map((name, at) => `${name}: &${name} [*${'abcdefghi'[at]},*${'abcdefghi'[at]}]\n`).join('')}`, undefined, ['read/yaml']],
  ['deep nesting', `title: ${'['.repeat(20_000)}`, undefined, ['read/yaml']],
  ['a tag', 'title: !!js/function x\ndescription: x', undefined, ['read/yaml']],
  ['a prototype', 'title: x\ndescription: x\n__proto__: {isSite: true}', undefined, ['read/schema']],
])('YAML with %s', (_, text, value, rules) => {
  const read = readYaml('x.yml', text, dossierSettings)
  expect([...new Set(read.problems.map(({ rule }) => rule))]).toEqual(rules)
  if (value) expect(read.value).toMatchObject(value)
  else expect(read.value).toBeUndefined()
})
