import { expect, test } from 'vitest'
import type { PagePermalink } from '../../model/permalink.ts'
import { retirePages, retireSource } from './retire-pages.ts'

const page = (type: PagePermalink['type'], id: string, ...seen: string[]): PagePermalink => ({
  id,
  type,
  address: `/x/${id}/`,
  formerly: [`/x/old-${id}/`],
  state: 'live',
  to: [],
  seen,
})

const vale = page('person', 'nnnn1111', 'name:Amina Vale', 'alias:Ms Vale')
const successor = page('person', 'nnnn2222', 'name:A. Vale', 'alias:amina vale', 'alias:Ms Vale')
const half = page('person', 'nnnn3333', 'name:Amina Vale')
const clipping = page('source', 'ssss1111', 'sha256:a', 'url:https://a.example/', 'title:A')
const capture = page('source', 'ssss2222', 'sha256:b', 'url:https://a.example/')
const reprint = page('source', 'ssss3333', 'sha256:c', 'title:A')

const merged = (line: PagePermalink, to: PagePermalink, reason: string) => ({
  ...line,
  state: 'merged',
  to: [to.id],
  reason,
})
const gone = (line: PagePermalink, reason: string) => ({ ...line, state: 'tombstone', reason })
const word = { reason: 'Asked for', date: '2023-05' }

test.each<[string, PagePermalink, PagePermalink[], object[], object]>([
  [
    'a person whose every name is another’s',
    vale,
    [successor, half],
    [],
    merged(vale, successor, 'The same as the page it leads to.'),
  ],
  ['a person some of whose names are another’s', vale, [half], [], gone(vale, 'No longer named by any passage.')],
  [
    'a person two of whose three names are another’s',
    page('person', 'nnnn6666', 'name:A. Vale', 'alias:Ms Vale', 'alias:Vale of Lenn'),
    [successor],
    [],
    gone(
      page('person', 'nnnn6666', 'name:A. Vale', 'alias:Ms Vale', 'alias:Vale of Lenn'),
      'No longer named by any passage.',
    ),
  ],
  [
    'a person whose names two have',
    vale,
    [successor, { ...successor, id: 'nnnn4444' }],
    [],
    gone(vale, 'No longer named by any passage.'),
  ],
  [
    'a person without names',
    page('person', 'nnnn5555'),
    [successor],
    [],
    gone(page('person', 'nnnn5555'), 'No longer named by any passage.'),
  ],
  [
    'a quotation',
    page('quotation', 'qqqq1111', 'said:a'),
    [successor],
    [],
    gone(page('quotation', 'qqqq1111', 'said:a'), 'No longer found in the sources.'),
  ],
  [
    'a dated event',
    page('dated-event', 'hhhh1111', 'dated:a'),
    [successor],
    [],
    gone(page('dated-event', 'hhhh1111', 'dated:a'), 'No longer found in the sources.'),
  ],
  [
    'a clipping of which a later capture is there',
    clipping,
    [successor, capture, reprint],
    [],
    merged(clipping, capture, 'An earlier capture of the article it leads to.'),
  ],
  ['a clipping with two others of the same address', clipping, [capture, { ...capture, id: 'ssss4444' }], [], clipping],
  ['a clipping whose title another has', clipping, [reprint], [], clipping],
  [
    'a page let go by its id',
    clipping,
    [capture],
    [{ ...word, id: 'ssss1111' }],
    { ...clipping, state: 'tombstone', to: [], reason: 'Asked for (2023-05)' },
  ],
  [
    'a page let go by its address, with its earlier texts',
    { ...clipping, kept: [1] },
    [],
    [{ ...word, id: clipping.address }],
    { ...clipping, kept: [], state: 'tombstone', to: [], reason: 'Asked for (2023-05)' },
  ],
  [
    'a page let go by a former address, for another',
    vale,
    [],
    [
      { ...word, id: 'other' },
      { ...word, id: vale.formerly[0], to: 'nnnn2222' },
    ],
    { ...vale, state: 'moved', to: ['nnnn2222'], reason: 'Asked for (2023-05)' },
  ],
])('%s', (_, line, present, tombstones, expected) => {
  expect(retirePages([line], present, tombstones as never).lines).toEqual([expected])
})

test('a source removed without a tombstone is an error with the text to write', () => {
  const hint =
    'Put the seed back, or write in seeds/tombstones.yml:\n- id: ssss1111\n  reason: "Why it is gone"\n  date: "YYYY-MM-DD"'
  expect(retirePages([vale, clipping], [], []).problems).toEqual([
    {
      file: 'content/permalinks.json',
      severity: 'error',
      rule: 'permalink/lost',
      reason: '/x/ssss1111/ was published and no seed gives it any more',
      hint,
    },
  ])
})

test('the passages of a source go with it, without their words', () => {
  const line = {
    id: 'p-bbbbbb',
    source: 'ssss1111',
    ordinal: 1,
    state: 'split' as const,
    to: ['p-cccccc'],
    since: 1,
    hash: 'a',
    text: 'Nine members voted.',
  }
  const { text: _, ...rest } = line
  const down = { ...rest, state: 'tombstone', to: [], reason: 'Asked for' }
  expect(retireSource(clipping, [line])).toEqual([])
  expect(retireSource({ ...clipping, state: 'tombstone', reason: 'Asked for' }, [line, rest])).toEqual([
    { ...down, sketch: expect.objectContaining({ names: expect.any(Array) }) },
    down,
  ])
})
