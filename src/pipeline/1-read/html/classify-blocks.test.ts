import { expect, test } from 'vitest'
import type { Features } from './block-features.ts'
import { chooseBlocks } from './classify-blocks.ts'
import { findPlainReason } from './kinds.ts'
import { listBlocks } from './list-blocks.ts'
import { parsePage } from './parse-page.ts'

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

test.each<[string, string, (string | undefined)[]]>([
  ['a caption', '<figure><img><figcaption>The pier at dusk.</figcaption></figure>', ['boilerplate/caption']],
  ['a credit in a figure', '<figure><img><cite>Harbour Archive</cite></figure>', ['boilerplate/caption']],
  ['but no table in a figure', '<figure><table><tr><td>Pier 4</td><td>12</td></tr></table></figure>', [undefined]],
  ['nor a quotation in one', '<figure><blockquote>Nobody asked us.</blockquote></figure>', [undefined]],
  ['a caption by its class', '<p class="wp-caption-text">The pier at dusk</p>', ['boilerplate/caption']],
  ['by a part of its class', '<div class="inlineEmbedCaption">The pier at dusk.</div>', ['boilerplate/caption']],
  ['but no class that holds the word', '<p class="encaptioned">The pier was closed.</p>', [undefined]],
  [
    'the words of the picture above',
    '<img alt="The pier at dusk, in May"><p>The pier at dusk</p>',
    ['boilerplate/caption'],
  ],
  ['but no others', '<img alt="The pier at dusk"><p>The pier was closed on Monday.</p>', [undefined]],
  ['nor a heading', '<img alt="The pier at dusk"><h2>The pier at dusk</h2>', [undefined]],
  ['a line that is a link', '<p><a href="/1">Pier closed after storm damage</a></p>', ['boilerplate/link-line']],
  [
    'a link behind a label',
    '<p>Read more: <a href="/1">Pier closed after the storm.</a></p>',
    ['boilerplate/link-line'],
  ],
  ['but no sentence in a link', '<p><a href="/1">The pier was closed on Monday.</a></p>', [undefined]],
  ['nor a sentence with one', '<p>The pier was <a href="/1">closed</a> by the town council on Monday</p>', [undefined]],
  ['who reported', '<p>(Reporting by Ines Okafor; editing by Tom Hale)</p>', ['boilerplate/credit-line']],
  ['who contributed', '<p>Ines Okafor contributed reporting from Northport.</p>', ['boilerplate/credit-line']],
  ['but no sentence about it', '<p>The town contributed 4 million crowns to this.</p>', [undefined]],
])('%s', (_, html, expected) => {
  const blocks = listBlocks(parsePage(`<body>${html}</body>`).body)
  expect(blocks.map((one) => findPlainReason(one)?.rule)).toEqual(expected)
})
