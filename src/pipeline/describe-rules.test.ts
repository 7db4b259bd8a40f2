import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeRules } from './describe-rules.ts'

const FOLDERS = [new URL('./', import.meta.url), new URL('../lang/', import.meta.url)]
const code = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        (name.endsWith('.ts') && !/\.(?:test|fixture|bench)\.ts$/.test(name)) || /(?:lines|markup)\.yml$/.test(name),
    )
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
).join('\n')

/** A rule that the code puts together from the sort of block and the way it was found is known by the way. */
const nameInCode = (rule: string) => rule.split('/')[1]!.replace(/^caption-(?=shortcode)/, '')

test.each([...describeRules()])('%s exists and is described in a sentence', (rule, what) => {
  expect(what).toMatch(/[.;]$/)
  expect(code.includes(nameInCode(rule)), rule).toBe(true)
})

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

test('a rule is named by what it finds and how it knows it', () => {
  const names = [...describeRules().keys()]
  expect(names.filter((rule) => !/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(rule))).toEqual([])
  expect([...new Set(names.map((rule) => rule.split('/')[0]))].toSorted().join(' ')).toBe(NOUNS)
})
