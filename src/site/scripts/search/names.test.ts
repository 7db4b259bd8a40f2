import { expect, test } from 'vitest'
import { indexWordings, nearNames, readNames } from './names.ts'
import { readTerms } from './query.ts'

const names = indexWordings([
  { token: 'qzq1', name: 'Ines Okafor', wordings: ['Ines Okafor', 'Okafor', 'Inès Okaffor'] },
  { token: 'qzq2', name: 'Port Authority', wordings: ['Port Authority', 'PA'] },
  { token: 'qzq3', name: 'Pennsylvania', wordings: ['Pennsylvania', 'PA'] },
])
const read = (typed: string) =>
  readNames(readTerms(typed), names)?.map((term) => ('names' in term ? term.names.map(({ name }) => name) : term.text))

test.each([
  ['okafor', [['Ines Okafor']]],
  ['Ines Okaffor crane', [['Ines Okafor'], 'crane']],
  ['crane port authority', ['crane', ['Port Authority']]],
  ['PA', [['Port Authority', 'Pennsylvania']]],
  ['port', undefined],
  ['"Okafor"', undefined],
])('%s', (typed, expected) => expect(read(typed)).toEqual(expected))

test.each([
  ['Okaforr', ['Ines Okafor']],
  ['Pensilvania crane', ['Pennsylvania']],
  ['zebra', []],
  ['', []],
  ['x'.repeat(100_000), []],
])('near %.20s', (typed, expected) => expect(nearNames(typed, names)).toEqual(expected))
