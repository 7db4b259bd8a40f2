import { expect, test } from 'vitest'
import { loadPacks } from '../../lang/packs.ts'
import type { Register } from '../../model/register.ts'
import { registerEntry } from '../../model/register.ts'
import { sourceOf } from '../../model/source-of.fixture.ts'
import { checkLanguage, findInSource } from './find-in-source.ts'

const FRENCH = sourceOf(['La grue a coûté 3,5 millions d’euros et que Ada Vale a dit « non » le 3 mars 2017.'])
const REGISTER: Register = [
  { ...registerEntry.parse({ name: 'Ada Vale', kind: 'person' }), file: 'seeds/register/people.yml', line: 1 },
]

test('without a pack only names of the register are found', () => {
  const { mentions, ...rest } = findInSource({ ...FRENCH, language: 'fr' }, REGISTER).value
  expect(mentions).toMatchObject([{ kind: 'person', refersTo: 'Ada Vale', certainty: 'editor', rule: 'name/register' }])
  expect(rest).toEqual({ file: FRENCH.file, dates: [], quotations: [], amounts: [], roles: [] })
})

test('a pack with only dates gives dates, and one problem lists the missing parts', async () => {
  const packs = await loadPacks(new URL('../../lang/fixtures/', import.meta.url))
  const source = { ...sourceOf(['Ada Vale parolis la 3-a de marto 2017.']), language: 'eo' }
  const { mentions, dates } = findInSource(source, REGISTER, packs).value
  expect(mentions).toHaveLength(1)
  expect(dates).toMatchObject([{ lo: '2017-03-03', hi: '2017-03-03', precision: 'day' }])
  const problems = checkLanguage(source, packs)
  expect(problems).toHaveLength(1)
  expect(problems[0]!.reason).toMatch(/whose pack lacks parts; left undone: .*quotations/)
  expect(problems[0]!.reason).not.toMatch(/\bdates\b/)
})

test.each([
  ['en', 0],
  ['en-GB', 0],
  ['fr', 1],
  ['und', 1],
])('a source in "%s" gives %d problems of its language', (language, count) => {
  const problems = checkLanguage({ ...FRENCH, language })
  expect(problems).toHaveLength(count)
  for (const { reason } of problems) expect(reason).toMatch(/left undone: .*names .*dates, quotations, figures/)
})
