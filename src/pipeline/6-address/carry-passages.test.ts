import { expect, test } from 'vitest'
import type { PassagePermalink } from '../../model/permalink.ts'
import type { Rights } from '../../model/source.ts'
import { sketchText } from './align/alignable.ts'
import { carryPassages } from './carry-passages.ts'
import { mintId } from './page-address.ts'
import { hashPassageText, normaliseText } from './page-marks.ts'
import { sampleSource } from '../../test/samples/sample-dossier.ts'

const TEXTS = {
  a: 'The harbour board of Northport met on Tuesday to vote on the new crane.',
  b: 'Amina Vale said the price of the machine had doubled since the tender was written.',
  c: 'The old crane will be sold to a yard upriver, the board said in a note.',
  d: 'Rain kept most of the public away from the hearing that evening.',
}
const { a, b, c, d } = TEXTS
const twin = b.replace('Amina Vale', 'Bruno Okafor').replace('doubled', 'halved')
const namesById = () =>
  new Map(
    [...Object.entries(TEXTS), ['twin', twin], ['ab', `${a} ${b}`], ['abc', `${a} ${b} ${c}`]].map(([name, text]) => [
      mintId(['passage', 'ssss1111', normaliseText(text!)], 6, new Set(), 'p-'),
      name,
    ]),
  )

/** Carries ids over several texts of one source, each a version; gives the lines as `id state vSINCE > ids, changed: reason`. */
function carryAll(...texts: (readonly string[])[]): string[] {
  const names = namesById()
  return carryLines(texts).map(({ id, state, since, to, changed, reason }) => {
    const name = (one: string) => names.get(one) ?? one.slice(0, 2)
    return `${name(id)} ${state} v${since}${to.length > 0 ? ` > ${to.map(name)}` : ''}${changed ? ', changed' : ''}${reason ? `: ${reason}` : ''}`
  })
}

function carryLines(
  texts: readonly (readonly string[])[],
  rights: Rights = 'full',
  first: readonly PassagePermalink[] = [],
): PassagePermalink[] {
  const taken = new Set<string>()
  return texts.reduce<PassagePermalink[]>(
    (lines, own, at) =>
      carryPassages(
        { id: 'ssss1111', passages: sampleSource('x.txt', { texts: own }).passages, rights, version: at + 1 },
        lines,
        taken,
      ),
    [...first],
  )
}

const removed = (version: number) => `Removed from the source’s text in version ${version}.`
const unclear = (version: number) => `Changed in version ${version}: too close to call which passage carries it on.`

test.each<[string, string[][], string[]]>([
  ['first seen', [[a, b]], ['a live v1', 'b live v1']],
  [
    'the same again',
    [
      [a, b],
      [a, b],
    ],
    ['a live v1', 'b live v1'],
  ],
  [
    'other typography',
    [
      [a, b],
      [a.toUpperCase(), b],
    ],
    ['a live v1', 'b live v1'],
  ],
  [
    'in another order',
    [
      [a, b],
      [b, a],
    ],
    ['b live v1', 'a live v1'],
  ],
  ['one more', [[a], [a, b]], ['a live v1', 'b live v2']],
  [
    'edited',
    [
      [a, b],
      [a, b.replace('tender', 'contract')],
    ],
    ['a live v1', 'b live v2'],
  ],
  [
    'edited and left so',
    [
      [a, b],
      [a, b.replace('tender', 'contract')],
      [a, b.replace('tender', 'contract')],
    ],
    ['a live v1', 'b live v2'],
  ],
  [
    'another name',
    [
      [a, b],
      [a, b.replace('Amina Vale', 'Ines Berg')],
    ],
    ['a live v1', 'b live v2, changed'],
  ],
  [
    'another name, and left so',
    [
      [a, b],
      [a, b.replace('Amina Vale', 'Ines Berg')],
      [a, b.replace('Amina Vale', 'Ines Berg'), c],
    ],
    ['a live v1', 'b live v2, changed', 'c live v3'],
  ],
  [
    'taken out',
    [
      [a, b, c],
      [a, c],
    ],
    ['a live v1', 'c live v1', `b tombstone v2: ${removed(2)}`],
  ],
  [
    'long gone',
    [
      [a, b, c],
      [a, c],
      [a, c, d],
    ],
    ['a live v1', 'c live v1', 'd live v3', `b tombstone v2: ${removed(2)}`],
  ],
  [
    'taken out and put back',
    [
      [a, b, c],
      [a, c],
      [a, b, c],
    ],
    ['a live v1', 'b live v3', 'c live v1'],
  ],
  [
    'put back twice',
    [
      [a, b, c],
      [a, c],
      [a, b, c, b],
    ],
    ['a live v1', 'b live v3', 'c live v1', 'p- live v3'],
  ],
  [
    'changed, taken out and put back',
    [
      [a, b, c],
      [a, b.replace('Amina Vale', 'Ines Berg'), c],
      [a, c],
      [a, b.replace('Amina Vale', 'Ines Berg'), c],
    ],
    ['a live v1', 'b live v4', 'c live v1'],
  ],
  [
    'replaced by another while its twin is gone',
    [
      [a, twin, c],
      [a, c],
      [a, b, c],
    ],
    ['a live v1', 'b live v3', 'c live v1', `twin tombstone v2: ${removed(2)}`],
  ],
  [
    'split',
    [
      [`${a} ${b}`, c],
      [a, b, c],
    ],
    ['ab split v2 > b, changed', 'b live v2', 'c live v1'],
  ],
  [
    'split and left so',
    [
      [`${a} ${b}`, c],
      [a, b, c],
      [a, b, c, d],
    ],
    ['ab split v2 > b, changed', 'b live v2', 'c live v1', 'd live v3'],
  ],
  [
    'split again',
    [[`${a} ${b} ${c}`], [`${a} ${b}`, c], [a, b, c]],
    ['abc split v3 > c,b, changed', 'b live v3', 'c live v2'],
  ],
  [
    'merged',
    [
      [a, b, c],
      [`${a} ${b}`, c],
    ],
    ['a live v2, changed', 'c live v1', 'b merged v2 > a'],
  ],
  [
    'the first taken out',
    [
      [a, b, c],
      [b, c],
    ],
    ['b live v1', 'c live v1', `a tombstone v2: ${removed(2)}`],
  ],
  [
    'merged while another is taken out',
    [
      [a, b, c, d],
      [`${a} ${b}`, c],
    ],
    ['a live v2, changed', 'c live v1', 'b merged v2 > a', `d tombstone v2: ${removed(2)}`],
  ],
  [
    'merged and parted again',
    [
      [a, b, c],
      [`${a} ${b}`, c],
      [a, b, c],
    ],
    ['a split v3 > p-, changed', 'p- live v3', 'c live v1', 'b merged v2 > a'],
  ],
  [
    'merged and left so',
    [
      [a, b, c],
      [`${a} ${b}`, c],
      [`${a} ${b}`, c, d],
    ],
    ['a live v2, changed', 'c live v1', 'd live v3', 'b merged v2 > a'],
  ],
  [
    'two twins edited into one while another is taken out',
    [
      [a, b, twin, c, d],
      [a, b.replace('Amina Vale', 'She').replace('doubled', 'changed'), d],
    ],
    [
      'a live v1',
      'p- live v2',
      'd live v1',
      `b tombstone v2 > p-, changed: ${unclear(2)}`,
      `twin tombstone v2 > p-, changed: ${unclear(2)}`,
      `c tombstone v2: ${removed(2)}`,
    ],
  ],
  [
    'two twins edited into one',
    [
      [a, b, twin, d],
      [a, b.replace('Amina Vale', 'She').replace('doubled', 'changed'), d],
    ],
    [
      'a live v1',
      'p- live v2',
      'd live v1',
      `b tombstone v2 > p-, changed: ${unclear(2)}`,
      `twin tombstone v2 > p-, changed: ${unclear(2)}`,
    ],
  ],
])('%s', (_, texts, lines) => {
  expect(carryAll(...texts)).toEqual(lines)
})

test('a line has the fields that the next build needs', () => {
  const line = {
    id: mintId(['passage', 'ssss1111', normaliseText(a)], 6, new Set(), 'p-'),
    source: 'ssss1111',
    ordinal: 1,
    state: 'live',
    to: [],
    since: 1,
    hash: hashPassageText(a),
  }
  expect(carryLines([[a]])).toEqual([{ ...line, text: a }])
  expect(carryLines([[a]], 'citation')).toEqual([{ ...line, sketch: sketchText(a) }])
})

test('lines are taken in the order of the text, however the record holds them', () => {
  const [names, lines] = [namesById(), carryLines([[a, b, c]])]
  const twins = carryLines([[a, b, twin, d]])
  expect(carryLines([[a, c]], 'full', lines.toReversed()).map(({ id }) => names.get(id))).toEqual(['a', 'c', 'b'])
  expect(
    carryLines([[c, ...[b, twin].map((text) => text.replace('tender', 'contract')), d]], 'full', twins.toReversed())
      .slice(1, 4)
      .map(({ id }) => names.get(id)),
  ).toEqual(['b', 'twin', 'd'])
})

test.each<Rights>(['excerpt', 'citation'])(
  'where rights allow only %s, no words of a passage that is gone stay',
  (rights) => {
    const lines = carryLines([[a, b]])
    const gone = carryLines([[a]], rights, lines).at(-1)!
    expect([gone.text, gone.sketch]).toEqual([undefined, sketchText(b)])
    expect(carryLines([[a]], rights, [gone]).at(-1)).toEqual(gone)
    expect(carryLines([[a]], 'full', lines).at(-1)).toMatchObject({ text: b })
  },
)
