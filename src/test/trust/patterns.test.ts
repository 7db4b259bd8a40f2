import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { listBuiltPatterns } from './list-built-patterns.ts'
import { listPatterns } from './list-patterns.ts'

/* Rooms whose patterns read words of seeds. */
const ROOMS = ['pipeline/1-read', 'pipeline/2-clean', 'pipeline/3-find', 'lang', 'text', 'markup', 'publish']
const all = ROOMS.flatMap((room) =>
  listPatterns(fileURLToPath(new URL(`../../${room}`, import.meta.url))).map((one) => ({
    ...one,
    at: `${room}/${one.at}`,
  })),
)
/* Another file of tests may have loaded the programs already. */
vi.resetModules()
const built = await listBuiltPatterns(() => import('../../pipeline/analyse-in-workers.ts'))
const patterns = [...new Map([...all, ...built].map((one) => [`${one.source}/${one.flags}`, one])).values()]

/** Texts on which patterns are slow: long runs of one kind of character, and of pairs. */
const RUNS = [
  ' ',
  'a',
  'A',
  '1',
  '.',
  '-',
  '"',
  "'",
  '(',
  '<',
  '[',
  '*',
  '&',
  ',',
  'a ',
  'A ',
  'A. ',
  '1 ',
  ' -',
  '“ ',
  'Aa-',
  '\n',
  '\t ',
  '<a ',
  'and ',
]

/** Milliseconds of processor time in which a text of this many characters must be searched, the slowest run of all. */
const LENGTH = 5000
const LIMIT = 125
/** A quarter of the text is searched first: what is cubic and over the limit takes two milliseconds of it, and more if quadratic. */
const FIRST = { length: LENGTH / 4, limit: 0.9 }

const repeat = (run: string, length: number) => `${run.repeat(length / run.length)}\u0001`
const TEXTS = RUNS.map((run) => ({ run, first: repeat(run, FIRST.length), whole: repeat(run, LENGTH) }))

function timeOf(pattern: RegExp, text: string): number {
  const start = process.cpuUsage()
  pattern.exec(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

test('there are patterns to look at, and those that are put together from word lists', () => {
  expect(patterns.length).toBeGreaterThan(100)
  expect(built.length).toBeGreaterThan(100)
})

test('every pattern is fast on long repetitions', { timeout: 120_000 }, () => {
  const slow = patterns.flatMap(({ at, source, flags }) => {
    const pattern = new RegExp(source, flags.replaceAll(/[gy]/g, ''))
    return TEXTS.flatMap(({ run, first, whole }) => {
      const time = timeOf(pattern, first) < FIRST.limit ? 0 : timeOf(pattern, whole)
      return time > LIMIT
        ? [`${at} takes ${Math.round(time)} ms over a run of ${JSON.stringify(run)}: /${source}/`]
        : []
    })
  })
  expect(slow).toEqual([])
})
