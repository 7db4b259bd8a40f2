import { expect, test } from 'vitest'
import type { RegisteredEntity } from '../../model/register.ts'
import { checkRegister } from './check-register.ts'

function entry(line: number, fields: Partial<RegisteredEntity> & Pick<RegisteredEntity, 'name'>): RegisteredEntity {
  return {
    kind: 'organisation',
    aliases: [],
    labels: [],
    demonyms: [],
    sameAs: [],
    capitals: [],
    same: [],
    notSame: [],
    possiblySame: [],
    file: 'seeds/register/a.yml',
    line,
    ...fields,
  }
}

test('a name that two entries claim is an error at the second, with the corrected entry', () => {
  const problems = checkRegister([
    entry(1, { name: 'Vale Party', aliases: ['V.P.'] }),
    entry(5, { name: 'Vale Pilots', aliases: ['VP', 'Pilots'] }),
  ])
  expect(problems).toEqual([
    {
      file: 'seeds/register/a.yml',
      line: 5,
      severity: 'error',
      rule: 'register/claimed-twice',
      reason:
        'Unexpected “VP” in the entry “Vale Pilots”, already claimed by “Vale Party” (seeds/register/a.yml:1), expected one owner for each name',
      hint: 'take it from this entry, or make it a label, which is never matched by itself:\n- name: Vale Pilots\n  kind: organisation\n  aliases: [Pilots]\n  labels: [VP]',
    },
  ])
})

test('an entry may repeat its own name; a label may be shared', () => {
  expect(
    checkRegister([
      entry(1, { name: 'Vale Party', aliases: ['Vale party'], labels: ['the party'] }),
      entry(5, { name: 'Okafor Party', labels: ['the party'] }),
    ]),
  ).toEqual([])
})

test('an entry cannot claim a name and say it is not that', () => {
  const problems = checkRegister([
    entry(3, { name: 'Vale Party', aliases: ['VP'], notSame: [{ name: 'VP', reason: 'no' }] }),
  ])
  expect(problems.map(({ rule, line }) => [rule, line])).toEqual([['register/contradiction', 3]])
})
