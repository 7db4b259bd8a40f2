import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../../../model/source.ts'
import { dateMention } from '../../../model/date.ts'
import { findDates } from './find-dates.ts'
import { DATE_WORD_CLASSES } from './lexicon.ts'

const EDTF =
  /^(?:[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?(?:\/[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?)?|\[\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d\])$/

const lexiconWords = [...new Set([...DATE_WORD_CLASSES.values()].flatMap((words) => [...words.keys()]))]
const digits = fc
  .oneof(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 1400, max: 2110 }), fc.nat(99999))
  .map(String)
const glue = fc.constantFrom(
  'the',
  'a',
  'of',
  'and',
  'to',
  'half',
  'ago',
  'later',
  'past',
  'end',
  'th',
  's',
  'old',
  'every',
  'Vale',
  'left',
  'mañana',
  '𝒳',
)
const word = fc
  .oneof(fc.constantFrom(...lexiconWords), digits, glue)
  .chain((text) => fc.constantFrom(text, text[0]!.toUpperCase() + text.slice(1)))
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '-', ', ', '. ', '/', ':', '')), { maxLength: 24 })
  .map((parts) => parts.flat().join(''))
const published = fc.option(
  fc.oneof(
    fc.integer({ min: 1800, max: 2090 }).map(String),
    fc.constantFrom('2016-02', '1999-12', '2016-02-29', '2021-01-03', '1970-01-01', '2024-12-31'),
  ),
  { nil: undefined },
)

function sourceOf(texts: readonly string[], date: string | undefined): Source {
  return {
    file: 'a',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    format: 'text',
    text: '',
    sidecar: {},
    language: 'en',
    rights: 'citation',
    setAside: [],
    metadata: date ? { date: { value: date, certainty: 'stated', rule: 'metadata/timestamp', evidence: [] } } : {},
    passages: texts.map((text, ordinal) => ({
      ordinal,
      kind: 'paragraph',
      text,
      segments: [{ start: 0, end: text.length, at: 0 }],
    })),
  }
}

test('spans lie in their passage in order without overlap, bounds are ordered, notations are well formed', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), published, (texts, date) => {
      const dates = findDates(sourceOf(texts, date))
      const ends = texts.map(() => 0)
      for (const found of dates) {
        const { passage, start, end } = found.span
        dateMention.parse(found)
        expect(start).toBeGreaterThanOrEqual(ends[passage]!)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(texts[passage]!.length)
        ends[passage] = end
        if (found.lo || found.hi) expect(found.lo! <= found.hi!).toBe(true)
        if (found.type === 'DURATION' || found.type === 'SET')
          expect([found.lo, found.hi, found.edtf]).toEqual([undefined, undefined, undefined])
        if (found.edtf) expect(found.edtf).toMatch(EDTF)
        if (found.certainty === 'inferred') expect(found.anchor).toBeDefined()
      }
    }),
    { numRuns: 600, seed: 7 },
  )
})

test('the same source gives the same dates', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), published, (texts, date) => {
      expect(findDates(sourceOf(texts, date))).toEqual(findDates(sourceOf(texts, date)))
    }),
    { numRuns: 200, seed: 7 },
  )
})

test('the time zone of the machine changes nothing', () => {
  const module = fileURLToPath(new URL('./find-dates.ts', import.meta.url))
  const source = sourceOf(
    ['On Friday, yesterday, last week and at 23:30 GMT on Dec. 31 they met in late March.'],
    '2021-01-01',
  )
  const script = `import(${JSON.stringify(module)}).then(({ findDates }) => console.log(JSON.stringify(findDates(${JSON.stringify(source)}))))`
  const outputs = ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'].map((zone) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone, LC_ALL: 'tr_TR.UTF-8' },
    }).toString(),
  )
  expect(new Set(outputs).size).toBe(1)
  expect(JSON.parse(outputs[0]!)).toHaveLength(5)
})
