import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { REPOSITORY } from './make-dossier.ts'
import { runCli, runHere } from './run-cli.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-command-line-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** Every published file, with its bytes. */
const readPublished = () =>
  ['dist', 'content'].map((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => [file, readFileSync(join(root, folder, file), 'base64')]),
  )

test('a page that cannot be rendered leaves the published site and content as they were', {
  timeout: 600_000,
}, async () => {
  write({
    'seeds/dossier.yml': 'title: Harbour\ndescription: Who signed what?\n',
    'seeds/articles/000.txt': 'Ines Okafor signed the contract in Northport on 28 February 2023, the ministry said.\n',
    'content/dossier.json': '{}\n',
    'dist/data/sources.json': '[]\n',
  })
  /* They cite passages and names of the repository's articles. */
  cpSync(join(REPOSITORY, 'seeds/pages'), join(root, 'seeds/pages'), { recursive: true })
  const before = readPublished()
  const { code, stderr, stdout } = await runHere('build', '--root', root)
  expect(stderr).toContain('seeds/pages/method.mdx  error  page/not-rendered')
  expect(stderr).toContain('The last published site is untouched.')
  expect([code, stdout]).toEqual([1, ''])
  expect(readPublished()).toEqual(before)
})

test.each([[['bild']], [['build', '--rot', 'x']], [['explain']]])('wrong usage exits with 2: %j', (args) => {
  expect(runCli(...args).code).toBe(2)
})

test('--json prints one object', async () => {
  const { code, stdout } = await runHere('build', '--root', root, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([expect.objectContaining({ rule: 'file/no-articles' })]),
  })
})
