import { expect, test } from 'vitest'
import type { z } from 'zod'
import { jointCorrection, lineCorrection, metadataCorrection, placedCorrection } from '../model/correction.ts'
import { identityDecision, registerEntry } from '../model/register.ts'
import { fieldsOf } from './forms.ts'

const SCHEMAS: readonly z.ZodObject[] = [
  ...placedCorrection.options,
  ...jointCorrection.options.filter((option) => option.shape.kind.value !== 'origin'),
  lineCorrection,
  metadataCorrection,
  identityDecision,
  registerEntry,
]
/** Filled by the forms themselves. */
const GIVEN = ['at', 'by', 'figures', 'reports', 'articles', 'field', 'through']
/** Written in the file. */
const LISTS = ['aliases', 'labels', 'demonyms', 'sameAs', 'coordinates', 'capitals', 'same', 'notSame', 'possiblySame']

test('every field of the panel and every value that can be chosen has its own label', () => {
  const shown = SCHEMAS.flatMap((schema) =>
    fieldsOf(schema, [...GIVEN, ...LISTS, ...(schema === registerEntry ? [] : ['kind'])]),
  )
  expect(shown.length).toBeGreaterThan(40)
  expect(shown.filter(({ name, label }) => label === name)).toEqual([])
  expect(shown.filter(({ label, help }) => /[`_]|^[a-z]/.test(label) || help.includes('`'))).toEqual([])
  const several = shown.flatMap(({ options = [] }) => (options.length > 1 ? options : []))
  expect(several.filter(({ label = '' }) => !/^[a-z’, ]+$/.test(label))).toEqual([])
})
