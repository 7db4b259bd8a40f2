import { expect, test } from 'vitest'
import { z } from 'zod'
import { hintForKey } from './correct-yaml.ts'

const schema = z.strictObject({
  headline: z.string(),
  lists: z.array(z.strictObject({ note: z.string().optional(), reason: z.string() })).default([]),
  place: z.strictObject({ name: z.string() }).optional(),
  words: z.array(z.string()),
})

test.each<[string, PropertyKey[], string]>([
  ['headlin', [], 'headline: …'],
  ['Headline', [], 'headline: …'],
  ['colour', [], 'Known keys: headline, lists, place, words'],
  ['because', ['lists', 0], 'Known keys: note, reason'],
  ['raeson', ['lists', 3], 'reason: …'],
  ['naem', ['place'], 'name: …'],
  ['x', ['words', 0], 'Known keys: '],
  ['x', ['unknown', 'deeper'], 'Known keys: '],
])('%s at %j', (key, path, hint) => {
  expect(hintForKey(key, schema, path)).toBe(hint)
})
