import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

/* The stage, and what packs read for it. */
const FOLDERS = [new URL('./', import.meta.url), new URL('../../lang/en/comparison/', import.meta.url)]
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => new URL(name, folder)),
)
const read = (file: URL): string => readFileSync(file, 'utf8')

test('every rule of the code is described, and every described rule exists', () => {
  const code = files
    .filter(({ pathname }) => pathname.endsWith('.ts') && !/\.(?:test|fixture|bench)\.ts$/.test(pathname))
    .map(read)
    .join('\n')
  const used = new Set(
    Array.from(
      code.matchAll(/'((?:caveat|contradiction|event|figure|occurrence|origin|wording)\/[a-z-]+)'/g),
      ([, rule]) => rule!,
    ),
  )
  const described = Object.keys(parse(read(new URL('rules.yml', FOLDERS[0]))) as Record<string, string>)
  expect(described).toEqual([...used].sort())
})
