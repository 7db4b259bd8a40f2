import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dossierSettings } from '../../model/dossier.ts'
import { readOwnFile, readOwnText } from './read-own-file.ts'
import { readYaml } from './read-yaml.ts'

const root = mkdtempSync(join(tmpdir(), 'dossier-own-'))
const outside = mkdtempSync(join(tmpdir(), 'dossier-other-'))
afterAll(() => [root, outside].forEach((folder) => rmSync(folder, { recursive: true })))

writeFileSync(join(outside, 'secret.txt'), 'secret')
writeFileSync(join(root, 'plain.txt'), 'text')
writeFileSync(join(root, 'large.txt'), '')
truncateSync(join(root, 'large.txt'), 5_000_001)
writeFileSync(join(root, 'largest.txt'), '')
truncateSync(join(root, 'largest.txt'), 5_000_000)
mkdirSync(join(root, 'folder.txt'))
symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'))
symlinkSync(join(root, 'plain.txt'), join(root, 'inner-link.txt'))
symlinkSync(outside, join(root, 'linked'))
execFileSync('mkfifo', [join(root, 'pipe.txt')])

test.each([
  ['plain.txt', undefined],
  ['largest.txt', undefined],
  [
    'large.txt',
    ['file/too-large', 'Unexpected 5000001 bytes, expected at most 5000000', 'Split it into one file an article.'],
  ],
  ...['folder.txt', 'link.txt', 'inner-link.txt', 'pipe.txt'].map(
    (name) =>
      [
        name,
        [
          'file/not-a-file',
          'Unexpected link or folder, expected a regular file',
          'Copy the file itself into the folder.',
        ],
      ] as const,
  ),
  [
    'linked/secret.txt',
    [
      'file/outside',
      'Unexpected linked folder, expected one of the dossier itself',
      'Copy the folder into the dossier.',
    ],
  ],
  [
    'missing.txt',
    [
      'file/unreadable',
      'Unexpected ENOENT while reading, expected a file that may be read',
      'Rename it to plain letters and digits, or give yourself the right to read it.',
    ],
  ],
] as const)('%s: %j', (file, problem) => {
  const [rule, reason, hint] = problem ?? []
  expect(readOwnFile(root, file).problem).toEqual(rule && { file, severity: 'error', rule, reason, hint })
})

test('a dossier may lie behind a link', () => {
  symlinkSync(root, join(outside, 'dossier'))
  expect(readOwnFile(join(outside, 'dossier'), 'plain.txt').bytes?.toString()).toBe('text')
})

test('a name that no file can have is a problem like any other', () => {
  expect(readOwnFile(root, 'a\0b').problem?.reason).toContain('Unexpected ERR_INVALID_ARG_VALUE')
})

test('invisible characters of a person’s own file are left out and reported', () => {
  writeFileSync(join(root, 'a.yml'), '\uFEFFtitle: \u202EHarbour\n')
  expect(readOwnText(root, 'a.yml')).toMatchObject({
    value: 'title: Harbour\n',
    problems: [{ rule: 'file/invisible', severity: 'warning' }],
  })
  writeFileSync(join(root, 'a.yml'), 'title: a\uFEFFb\n')
  expect(readOwnText(root, 'a.yml')).toEqual({ value: 'title: a\uFEFFb\n', problems: [] })
  expect(readOwnText(root, 'missing.yml')).toMatchObject({ value: undefined, problems: [{ rule: 'file/unreadable' }] })
})

test.each([
  ['written as escapes', 'title: "Har\\ud800b\\u202eour\\x1b"\ndescription: x', { title: 'Harbour' }, []],
  ['aliases', 'title: &a x\ndescription: *a', undefined, ['file/yaml']],
  [
    'a bomb of aliases',
    `a: &a [x,x]\n${[...'bcdefghij'].map((name, at) => `${name}: &${name} [*${'abcdefghi'[at]},*${'abcdefghi'[at]}]\n`).join('')}`,
    undefined,
    ['file/yaml'],
  ],
  ['deep nesting', `title: ${'['.repeat(20_000)}`, undefined, ['file/yaml']],
  ['a tag', 'title: !!js/function x\ndescription: x', undefined, ['file/yaml']],
  ['a prototype', 'title: x\ndescription: x\n__proto__: {isSite: true}', undefined, ['file/schema']],
])('YAML with %s', (_, text, value, rules) => {
  const read = readYaml('x.yml', text, dossierSettings)
  expect([...new Set(read.problems.map(({ rule }) => rule))]).toEqual(rules)
  if (value) expect(read.value).toMatchObject(value)
  else expect(read.value).toBeUndefined()
})

/** Puts a link and a file in each other's place until it is stopped. */
const EXCHANGE = `
const { renameSync, symlinkSync, writeFileSync } = require('node:fs')
const [root, outside] = process.argv.slice(1)
for (;;) {
  symlinkSync(outside + '/secret.txt', root + '/next')
  renameSync(root + '/next', root + '/swapped.txt')
  writeFileSync(root + '/next', 'text')
  renameSync(root + '/next', root + '/swapped.txt')
}`

test('a file that is replaced by a link during the read is never followed', async () => {
  const swapping = spawn(process.execPath, ['-e', EXCHANGE, root, outside])
  const read = new Set<string | undefined>()
  for (let turn = 0; turn < 40; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    for (let time = 0; time < 200; time += 1) read.add(readOwnFile(root, 'swapped.txt').bytes?.toString())
  }
  swapping.kill('SIGKILL')
  expect(read).not.toContain('secret')
})
