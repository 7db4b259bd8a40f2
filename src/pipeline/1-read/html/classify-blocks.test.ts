import { expect, test } from 'vitest'
import type { Features } from './block-features.ts'
import { chooseBlocks } from './classify-blocks.ts'

/** A model whose only feature is the probability itself: below .3, to .8, to .95 and above. */
const logit = (p: number) => Math.log(p / (1 - p))
const MODEL = { bias: 0, features: { p: { limits: [0.3, 0.8, 0.95], weights: [0.3, 0.7, 0.92, 0.99].map(logit) } } }
const block = (p: number, readability: 0 | 1, words = 50) => ({ p, readability, words })

const heading = { ...block(0.1, 0), 'tag:h1': 1 }
const lead = { ...block(0.1, 1), 'tag:p': 1, ends: 1 }

test.each<[string, Features[], boolean[]]>([
  ['what is likely is text', [block(0.7, 1), block(0.25, 1)], [true, false]],
  ['what stands between two texts is text', [block(0.7, 1), block(0.25, 1), block(0.7, 1)], [true, true, true]],
  ['what Readability left out has to be likelier', [block(0.7, 1), block(0.7, 0), block(0.9, 0)], [true, false, true]],
  ['and is no text between two others', [block(0.7, 1), block(0.7, 0), block(0.7, 1)], [true, false, true]],
  ['Readability took a part for the whole', [block(0.7, 1, 10), block(0.7, 0), block(0.7, 0)], [true, true, true]],
  ['Readability found nothing', [block(0.7, 0), block(0.25, 0)], [true, false]],
  [
    'paragraphs between the headline and the first text',
    [heading, lead, lead, block(0.7, 1), lead],
    [false, true, true, true, false],
  ],
  ['but no label, and none without a headline', [heading, block(0.1, 1), block(0.7, 1)], [false, false, true]],
  ['nor behind something else', [block(0.1, 1), lead, block(0.7, 1)], [false, false, true]],
])('%s', (_, blocks, expected) => {
  expect(chooseBlocks(blocks, MODEL)).toEqual(expected)
})
