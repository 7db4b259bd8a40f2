import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findNames } from './find-names.ts'
import { sourceOf } from '../../../model/source-of.fixture.ts'

const STORIES = ['company-scandal', 'court-case', 'outbreak', 'space-mission']

/** Reads a story in which names are marked as `{kind words}`; the first line, after a hash, is the headline. */
function readStory(name: string): { texts: string[]; expected: string[] } {
  const lines = readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const expected: string[] = []
  const texts = lines.map((line, passage) => {
    let text = ''
    for (const part of line.replace(/^# /, '').split(/(\{\w+ [^{}]+\})/)) {
      const [, kind, words] = /^\{(\w+) ([^{}]+)\}$/.exec(part) ?? []
      if (kind) expected.push(`${passage}:${text.length} ${kind} ${words}`)
      text += words ?? part
    }
    return text
  })
  return { texts, expected }
}

test.each(STORIES)('names of an unknown subject, empty register: %s', (name) => {
  const { texts, expected } = readStory(name)
  const found = findNames(sourceOf(texts), [])
    .filter(({ form }) => form !== 'nominal')
    .map(
      ({ span, kind }) => `${span.passage}:${span.start} ${kind} ${texts[span.passage]!.slice(span.start, span.end)}`,
    )
  const right = found.filter((mention) => expected.includes(mention)).length
  const wrong = [
    ...found.filter((mention) => !expected.includes(mention)),
    ...expected.filter((mention) => !found.includes(mention)).map((mention) => `missed ${mention}`),
  ]
  expect((2 * right) / (found.length + expected.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
})
