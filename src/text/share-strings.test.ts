import { expect, test } from 'vitest'
import { startSharing, startSharingSets } from './share-strings.ts'

const long = 'x'.repeat(200)

test.each<[unknown]>([
  [{ rule: 'name/title', spans: [{ start: 1 }, { start: null }], text: long }],
  [['day', ['day'], { day: 'day' }]],
  ['day'],
  [undefined],
  [null],
  [[]],
])('%j stays as it is', (value) => {
  const share = startSharing()
  const copy = structuredClone(value)
  expect([share(copy), share(structuredClone(value))]).toEqual([value, value])
})

test('more strings than are kept stay as they are', () => {
  const share = startSharing()
  const many = Array.from({ length: 250_000 }, (_, at) => `s${at % 120_000}`)
  expect(share([...many])).toEqual(many)
})

test.each<[a: string[], b: string[], isOne: boolean]>([
  [['port', 'ship'], ['port', 'ship'], true],
  [[], [], true],
  [['port', 'ship'], ['ship', 'port'], false],
  [['port'], ['port', 'ship'], false],
  [['port ship'], ['port', 'ship'], false],
])('the sets of %j and %j', (a, b, isOne) => {
  const share = startSharingSets()
  const [one, other] = [share(new Set(a)), share(new Set(b))]
  expect([[...one], [...other], one === other]).toEqual([a, b, isOne])
})
