import { expect, test } from 'vitest'
import { describeRules } from './describe-rules.ts'

test.each([...describeRules()])('%s is described in a sentence', (_, what) => expect(what).toMatch(/[.;]$/))

test.each([
  'metadata/byline',
  'name/tagger',
  'date/weekday',
  'quotation/according-to',
  'amount/at-least',
  'identity/surname',
  'occurrence/same-words',
  'role/apposition',
])('%s is described', (rule) => expect(describeRules().get(rule)).toBeDefined())

/** The kinds of things that rules find: one noun each. */
const NOUNS =
  'amount boilerplate caveat contradiction date editor event figure identity metadata name occurrence origin quotation role wording'

test("a rule's name is an area and what it looks for", () => {
  const names = [...describeRules().keys()]
  expect(names.filter((rule) => !/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(rule))).toEqual([])
  expect([...new Set(names.map((rule) => rule.split('/')[0]))].toSorted().join(' ')).toBe(NOUNS)
})
