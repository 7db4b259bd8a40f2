import { expect, test } from 'vitest'
import { readSidecar } from './read-sidecar.ts'

const FRONT: [front: string, expected: Record<string, unknown>][] = [
  ['headline: Quay shuts again\ndate: 2019-05-03', { headline: 'Quay shuts again', date: '2019-05-03' }],
  ['date: "2019-05-03"', { date: '2019-05-03' }],
  ['headline: Quay burns\nrights: excerpt', { headline: 'Quay burns', rights: 'excerpt' }],
]

test.each(FRONT.flatMap(([front, expected]) => ['\n', '\r\n', '\r'].map((end) => [end, front, expected] as const)))(
  'front matter with line ends %j: %j',
  (end, front, expected) => {
    const text = `---\n${front}\n---\n\nThe quay was shut.\n`.replaceAll('\n', end)
    expect(readSidecar({ file: 'a.md', text }, undefined)).toEqual({
      value: { sidecar: expected, corrections: new Map() },
      problems: [],
    })
  },
)
