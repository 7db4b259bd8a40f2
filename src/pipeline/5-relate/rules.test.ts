import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const FOLDER = new URL('./', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })

test('every rule of the code is described, and every described rule exists', () => {
  const code = files
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture|bench)\.ts$/.test(name))
    .map(read)
    .join('\n')
  const used = new Set(
    Array.from(
      code.matchAll(/'((?:caveat|contradiction|event|figure|occurrence|origin|wording)\/[a-z-]+)'/g),
      ([, rule]) => rule!,
    ),
  )
  const described = Object.keys(parse(read('rules.yml')) as Record<string, string>)
  expect(described).toEqual([...used].sort())
})
