import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listFiles, listHidden } from './list-folder.ts'
import { readArticles } from './read-articles.ts'

const root = mkdtempSync(join(tmpdir(), 'dossier-list-'))
const folder = join(root, 'seeds/articles')
afterAll(() => rmSync(root, { recursive: true }))

mkdirSync(join(folder, '2017'), { recursive: true })
for (const name of ['001.txt', '2017/002.txt', '.draft.txt', '._001.txt', '.DS_Store', '.gitkeep', '..txt'])
  writeFileSync(join(folder, name), `The council met in Northport, says ${name}.\n`)

test('files in folders are listed, and names that begin with a dot are not', () =>
  expect(listFiles(folder)).toEqual(['001.txt', '2017/002.txt']))

test('a hidden article is reported, and files of operating systems are not', async () => {
  expect(listHidden(folder)).toEqual(['.draft.txt'])
  const { value, problems } = await readArticles(root)
  expect(value.seeds.map(({ file }) => file)).toEqual(['seeds/articles/001.txt', 'seeds/articles/2017/002.txt'])
  expect(problems).toEqual([
    {
      file: 'seeds/articles/.draft.txt',
      severity: 'warning',
      rule: 'file/hidden',
      reason: 'Unexpected dot before the name: hidden files are not read',
      hint: 'Rename it: seeds/articles/draft.txt',
    },
  ])
})
