import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const read = (file: string) => parse(readFileSync(new URL(file, import.meta.url), 'utf8'))

test.each(Object.entries(read('./name-words.yml') as Record<string, string[]>))(
  '%s words are sorted and stand once',
  (_, words) => {
    expect(words).toEqual([...new Set(words)].sort())
  },
)

test('each style has its own name and id', () => {
  const styles = read('./styles.yml') as { name: string; id: string }[]
  expect(new Set(styles.map(({ name }) => name)).size).toBe(styles.length)
  expect(new Set(styles.map(({ id }) => id)).size).toBe(styles.length)
})
