import { expect, test } from 'vitest'
import { type BlockIndex, putInBlocks, seekBlocks } from './group-statements.ts'

test('an item is found under every time and pair it was put under, in order, and under no other', () => {
  const index: BlockIndex<string> = new Map()
  putInBlocks(index, { times: ['may', 'june'], pairs: ['met Vale', 'met Okafor'] }, 'first')
  putInBlocks(index, { times: ['june'], pairs: ['met Okafor', 'fled Okafor'] }, 'second')
  const seek = (times: string[], pairs: string[]) => seekBlocks(index, { times, pairs })
  expect(seek(['june'], ['met Okafor'])).toEqual([['first', 'second']])
  expect(seek(['june', 'may'], ['fled Okafor', 'met Vale'])).toEqual([['second'], ['first'], ['first']])
  expect(seek(['july'], ['met Okafor'])).toEqual([])
  expect(seek(['may'], ['fled Okafor', 'met Nobody'])).toEqual([])
})
