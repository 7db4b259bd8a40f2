import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { sourceOf } from '../../model/source-of.fixture.ts'
import type { Register } from '../../model/register.ts'
import type { Metadata } from '../../model/source.ts'
import { describeRules } from '../../pipeline/describe-rules.ts'
import { findInSource } from '../../pipeline/3-find/find-in-source.ts'

/* Each rule of stage 3 is reached: where its use is deleted, its example no longer gives it. */

const examples: Readonly<Record<string, string>> = parse(
  readFileSync(new URL('./examples.yml', import.meta.url), 'utf8'),
)

/** No text shows this one: words that run on are one quotation with those before, under the rule of these. */
const WITHOUT_EXAMPLE = ['quotation/run-on']

const REGISTER: Register = [
  {
    ...{ name: 'Harbour Seven', kind: 'organisation', aliases: [], labels: [], demonyms: [], capitals: [], sameAs: [] },
    ...{ same: [], notSame: [], possiblySame: [], file: 'seeds/register/organisations.yml', line: 1 },
  },
]

const DATED: Metadata = { date: { value: '2017-02-13', certainty: 'stated', rule: 'clean/sidecar', evidence: [] } }

/** Rules of headlines: their example is one. */
const OF_HEADLINES = new Set(['quotation/headline'])

function rulesIn(text: string, metadata: Metadata, headline = ['The harbour']): string[] {
  const source = { ...sourceOf([...headline, ...text.split('\n')]), metadata }
  const { mentions, dates, quotations, amounts, roles } = findInSource(source, REGISTER).value
  return [...mentions, ...dates, ...quotations, ...amounts, ...(roles ?? [])]
    .map(({ rule }) => rule)
    .concat(quotations.flatMap(({ speaker }) => speaker?.rule ?? []))
}

test.each(Object.entries(examples))('%s reads "%s"', (rule, text) => {
  const headline = OF_HEADLINES.has(rule) ? [] : undefined
  expect([...rulesIn(text, DATED, headline), ...rulesIn(text, {}, headline)]).toContain(rule)
})

test('every described rule of stage 3 has an example', () => {
  const described = [...describeRules().keys()].filter((rule) => /^(?:name|date|quotation|amount|role)\//.test(rule))
  expect(described.filter((rule) => !(rule in examples)).toSorted()).toEqual(WITHOUT_EXAMPLE)
})
