import { expect, test } from 'vitest'
import { cleanSeed } from './clean-seed.ts'

const HOSTILE: [what: string, unit: string][] = [
  ['open shortcodes', '[caption id="a" '],
  ['open tags', '<a href="'],
  ['comments', '<!-- '],
  ['braces', '{{{%'],
  ['spaces', '     \t'],
  ['brackets', '(Reporting by '],
  ['capitals', 'By Ada '],
  ['dates', '4 May 2019 '],
  ['short lines', 'word\n'],
  ['lower-case lines', 'and then,\n'],
  ['bars', 'a | b – c '],
  ['entities', '&nbsp;&amp;'],
  ['backslashes', '\\*_[('],
  ['joiners', `港${'\u200C'.repeat(20_000)}`],
  ['pictures', '!['],
]

test.each(HOSTILE)('a file of %s costs no more than a line of processor time', (_, unit) => {
  const spend = (size: number): number => {
    const text = unit.repeat(Math.ceil(size / unit.length))
    const seed = {
      file: 'a.txt',
      sha256: '0'.repeat(64),
      encoding: 'utf-8',
      format: 'text',
      text,
      sidecar: {},
    } as const
    const start = process.cpuUsage()
    cleanSeed(seed, { language: 'en', rights: 'full' })
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  spend(10_000)
  expect(spend(100_000)).toBeLessThan(2_000)
})
