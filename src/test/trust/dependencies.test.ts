import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const all = Object.entries({ ...dependencies, ...devDependencies })
const listed = new Set(
  read('SECURITY.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => line.split('|')[1]!.split(/[ ,:*]+/)),
)

test.each(all)('%s has a reason in SECURITY.md', (name) => {
  expect(listed.has(name) || (name.startsWith('@types/') && listed.has('@types/'))).toBe(true)
})

test.each(all)('%s is pinned exactly', (_, version) => expect(version).toMatch(/^\d+\.\d+\.\d+$/))
