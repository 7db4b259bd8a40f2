import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dossiers } from './dossiers.ts'
import { REPOSITORY } from './make-dossier.ts'

const read = (root: string) =>
  Object.fromEntries(
    readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => [path.slice(root.length), readFileSync(path, 'utf8')])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

test('content/ in the repository is what the build writes from seeds/', () => {
  const [committed, built] = [read(REPOSITORY.replace(/\/$/, '')), read(dossiers.digests)]
  expect(Object.keys(built)).toEqual(Object.keys(committed))
  for (const [path, text] of Object.entries(built))
    expect(text === committed[path], `${path} is not what the build writes: npm run build`).toBe(true)
})
