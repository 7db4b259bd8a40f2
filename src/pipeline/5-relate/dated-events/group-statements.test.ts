import { expect, test } from 'vitest'
import { type BlockIndex, putInBlocks, seekBlocks } from './group-statements.ts'

const [MET_VALE, MET_OKAFOR, FLED_OKAFOR, MET_NOBODY] = [1, 2, 3, 4]

test('an item is found under every time and pair it was put under, in order, and under no other', () => {
  const index: BlockIndex<string> = new Map()
  putInBlocks(index, { times: ['may', 'june'], pairs: [MET_VALE, MET_OKAFOR] }, 'first')
  putInBlocks(index, { times: ['june'], pairs: [MET_OKAFOR, FLED_OKAFOR] }, 'second')
  const seek = (times: string[], pairs: number[]) => seekBlocks(index, { times, pairs })
  expect(seek(['june'], [MET_OKAFOR])).toEqual([['first', 'second']])
  expect(seek(['june', 'may'], [FLED_OKAFOR, MET_VALE])).toEqual([['second'], ['first'], ['first']])
  expect(seek(['july'], [MET_OKAFOR])).toEqual([])
  expect(seek(['may'], [FLED_OKAFOR, MET_NOBODY])).toEqual([])
})
