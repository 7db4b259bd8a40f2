import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hashFolder } from '../trust/hash-folder.ts'
import { dossiers } from './dossiers.ts'
import { copyBuilt } from './make-dossier.ts'
import { runHere } from './run-cli.ts'

/** On another file system than the package if there is one, because a dossier may be on any disk. */
const root = copyBuilt(dossiers.search, existsSync('/dev/shm') ? '/dev/shm' : tmpdir())
afterAll(() => rmSync(root, { recursive: true, force: true }))

const published = () => ['dist', 'content'].map((folder) => hashFolder(join(root, folder)))

/*
 * The first of the two builds takes pages from the last one, the second takes none. `pages/chance.mdx` is another page
 * each time; every other file of the site is the same, or it would be named too.
 */
test('after an edit, two builds give the same bytes but for a page of chance; it is named, and nothing is published', {
  timeout: 600_000,
}, async () => {
  const article = join(root, 'seeds/articles/wind.txt')
  const text = readFileSync(article, 'utf8')
  writeFileSync(article, text.replace('valley', 'valley of Vienna'))
  expect(readFileSync(article, 'utf8')).not.toBe(text)
  const before = published()
  const { code, stderr } = await runHere('build', '--root', root, '--verify')
  expect(code).toBe(1)
  expect(stderr).toContain('verify/differs')
  expect(/in (\d+) files?/.exec(stderr)?.[1]).toBe('1')
  expect(/expected the same: (.+)/.exec(stderr)?.[1]).toBe('chance/index.html')
  expect(published()).toEqual(before)
})
