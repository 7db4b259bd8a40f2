import { expect, test } from 'vitest'
import { isOnlyCredit } from './list-mentions.ts'

type Dossier = Parameters<typeof isOnlyCredit>[1]

const dossier = {
  isPublisher: (name: string) => name === 'The Northport Ledger',
  isCredited: (name: string) => name === 'Norland Wire',
  sayingsOf: new Map([['speaking', []]]),
} as unknown as Dossier

test.each([
  ['an agency of the register', { name: 'Coast Press', subtype: 'news-agency' }, true],
  ['a credited agency', { name: 'Norland Wire' }, true],
  ['a publisher', { name: 'The Northport Ledger' }, true],
  ['an agency that is quoted', { id: 'speaking', name: 'Coast Press', subtype: 'news-agency' }, false],
  ['another organisation', { name: 'Harbour Workers Union', subtype: 'union' }, false],
  ['a person with the name of a paper', { name: 'The Northport Ledger', kind: 'person' as const }, false],
])('%s', (_, entity, isCredit) =>
  expect(
    isOnlyCredit({ id: 'x', kind: 'organisation', ...entity } as Parameters<typeof isOnlyCredit>[0], dossier),
  ).toBe(isCredit),
)
