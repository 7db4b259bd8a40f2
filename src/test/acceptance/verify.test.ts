import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

/** On another file system than the package where there is one: a dossier may lie on any disk. */
const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'dossier-verify-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const FILES = {
  'seeds/dossier.yml': 'title: Harbour\ndescription: Who signed what?\n',
  'seeds/articles/1.txt': 'Ines Okafor signed the contract in Northport on 3 May 2019, the ministry said.\n',
  'seeds/articles/2.txt': 'The contract was published on 5 May 2019 by the council of Northport, said Tomas Vale.\n',
  'seeds/pages/chance.mdx': '---\ntitle: Chance\n---\n\nA page that is another each time: {Math.random()}\n',
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

test('a dossier that does not give the same bytes twice is not published, and the files are named', {
  timeout: 240_000,
}, () => {
  write(FILES)
  const { code, stderr } = runCli('build', '--root', root, '--verify')
  expect(code).toBe(1)
  expect(stderr).toContain('verify/differs')
  const named = /expected the same: (.+)/.exec(stderr)?.[1]?.split(', ') ?? []
  expect(named).toContain('chance/index.html')
  expect(named.filter((path) => path !== 'chance/index.html')).toEqual([])
  expect(existsSync(join(root, 'dist'))).toBe(false)
  expect(existsSync(join(root, 'content'))).toBe(false)
})

test('a build that takes pages from the last one gives the bytes of one that takes none', { timeout: 240_000 }, () => {
  rmSync(join(root, 'seeds/pages'), { recursive: true })
  expect(runCli('build', '--root', root)).toMatchObject({ code: 0 })
  write({ 'seeds/articles/2.txt': FILES['seeds/articles/2.txt'].replace('5 May 2019', '7 May 2019 in Vienna') })
  expect(runCli('build', '--root', root, '--verify')).toMatchObject({ code: 0, stderr: '' })
})
