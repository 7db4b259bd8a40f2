import { expect, test } from 'vitest'
import { boilerplate as ENGLISH } from '../../../lang/en/index.ts'
import { isPromotion } from './exclude-notes.ts'

const rows: [line: string, expected: boolean][] = [
  ['Save up to 40% on walking boots this weekend only. Shop now!', true],
  ['Get 3 months free when you sign up for SuperFibre. T&Cs apply.', true],
  ['Try our app free for 30 days. Cancel anytime.', true],
  ['Download our app to read more on your phone.', true],
  ['50% off all boots this weekend only', true],
  ['Support for the free trial of the drug grew.', false],
  ['The company charged $9 a month after a free trial.', false],
  ['Shops cut prices by 40% as the storm kept buyers at home.', false],
  ['Save the dam, the crowd shouted for three hours.', false],
  ['Get out now, officials told people in the valley.', false],
  ['Subscribers paid $9 a month for the service, the filing shows.', false],
  ['"Buy now and save 40% off," the leaflet said.', false],
  ['The offer ends on Friday, the union said.', false],
]

test.each(rows)('%j', (line, expected) => expect(isPromotion(line, false, ENGLISH)).toBe(expected))

test('below the label of an advertisement one sign is enough', () => {
  expect(isPromotion('Win a trip to the sea!', true, ENGLISH)).toBe(true)
  expect(isPromotion('Win a trip to the sea!', false, ENGLISH)).toBe(false)
  expect(isPromotion('WHAT COMES NEXT', true, ENGLISH)).toBe(false)
  expect(isPromotion('Now the port is closed.', true, ENGLISH)).toBe(false)
})
