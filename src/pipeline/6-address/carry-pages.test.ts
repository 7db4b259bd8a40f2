import { expect, test } from 'vitest'
import type { PagePermalink, PageType } from '../../model/permalink.ts'
import type { PageEvidence, Addressable } from './carry-pages.ts'
import { carryPages } from './carry-pages.ts'
import { mintId } from './page-address.ts'

const addressable = (name: string, ...seen: string[]): Addressable => ({
  key: name,
  type: 'source',
  name,
  seen,
  mint: ['source', name],
})
const page = (name: string, ...seen: string[]): PagePermalink => ({
  id: `${name}1111111`,
  type: 'source',
  address: `/sources/${name}-${name}1111111/`,
  formerly: [],
  state: 'live',
  to: [],
  seen,
})
const gone = (line: PagePermalink): PagePermalink => ({
  ...line,
  state: 'tombstone',
  to: ['x1111111'],
  reason: 'Asked for',
})
const person = (name: string, type: PageType = 'person') => ({
  ...page(name, `name:${name}`),
  type,
  address: `/people/${name}-${name}1111111/`,
})
const newId = (name: string) => mintId(['source', name], 8, new Set())

/** Which id each thing has, and which lines lost theirs. */
test.each<[string, Addressable[], PagePermalink[], Record<string, string>, string[]]>([
  ['nothing', [], [], {}, []],
  ['a new thing', [addressable('a', 'url:a')], [], { a: newId('a') }, []],
  ['a known thing', [addressable('a', 'url:a')], [page('b', 'url:a')], { a: 'b1111111' }, []],
  ['a thing that is not there', [], [page('a', 'url:a')], {}, ['a1111111']],
  ['a thing in place of another', [addressable('a', 'url:a')], [page('b', 'url:b')], { a: newId('a') }, ['b1111111']],
  [
    'a thing that was gone, by its bytes',
    [addressable('a', 'sha256:a')],
    [gone(page('b', 'sha256:a'))],
    { a: 'b1111111' },
    [],
  ],
  ['a thing that was gone, by less', [addressable('a', 'url:a')], [gone(page('b', 'url:a'))], { a: newId('a') }, []],
  [
    'a thing that stands and one that was gone',
    [addressable('a', 'sha256:a')],
    [gone(page('b', 'sha256:a')), page('c', 'sha256:a')],
    { a: 'c1111111' },
    [],
  ],
  [
    'a thing found and its twin that was gone',
    [addressable('a', 'sha256:a', 'url:a'), addressable('b', 'sha256:a')],
    [page('c', 'url:a'), gone(page('d', 'sha256:a'))],
    { a: 'c1111111', b: 'd1111111' },
    [],
  ],
  [
    'a thing that two lines could be',
    [addressable('a', 'url:a')],
    [page('b', 'url:a'), page('c', 'url:a')],
    { a: newId('a') },
    ['b1111111', 'c1111111'],
  ],
])('%s', (_, addressables, lines, ids, lost) => {
  const carried = carryPages(addressables, lines, new Set())
  expect(Object.fromEntries([...carried.lines].map(([key, { id }]) => [key, id]))).toEqual(ids)
  expect(carried.lost.map(({ id }) => id)).toEqual(lost)
})

test('an entity is revived by its kind and name, not by its other names', () => {
  const entity = (name: string, type: PageType): Addressable => ({
    key: name,
    type,
    name,
    seen: [`name:${name}`, 'alias:x'],
    mint: ['person', name],
  })
  const idOf = (one: Addressable, line: PagePermalink) =>
    carryPages([one], [gone(line)], new Set()).lines.get(one.key)!.id
  expect(idOf(entity('vale', 'person'), person('vale'))).toBe('vale1111111')
  expect(idOf(entity('vale', 'place'), person('vale'))).not.toBe('vale1111111')
  expect(idOf(entity('vale', 'person'), { ...person('x'), seen: ['name:x', 'alias:vale'] })).not.toBe('x1111111')
})

test('only pages that no mark matches are compared by their evidence', () => {
  const [asked, offered]: [string[], string[]] = [[], []]
  const lookCloser: PageEvidence['lookCloser'] = (keys, lines) => {
    asked.push(...keys)
    offered.push(...lines.map(({ id }) => id))
    return new Map([['b', page('d', 'url:d')]])
  }
  const lines = [page('c', 'url:a'), page('d', 'url:d'), page('e', 'url:e'), gone(page('f', 'url:f'))]
  const carried = carryPages(
    [addressable('a', 'url:a'), addressable('b', 'url:b'), addressable('g', 'url:g')],
    [lines[0]!, lines[1]!, lines[2]!, lines[3]!],
    new Set(),
    { lookCloser },
  )
  expect([asked, offered]).toEqual([
    ['b', 'g'],
    ['d1111111', 'e1111111'],
  ])
  expect(carried.lines.get('b')!.id).toBe('d1111111')
})

const known = page('a', 'url:a')
const from = (formerly: string[], line: Partial<PagePermalink> = {}) => ({
  ...known,
  formerly,
  seen: ['sha256:a', 'url:a'],
  ...line,
})
const [former, old] = ['/sources/x-a1111111/', '/sources/old-a1111111/']

/** The line on record, and the line after this build. */
test.each<[string, PagePermalink, PagePermalink]>([
  ['the same name', known, from([])],
  ['the same name, and a former one', { ...known, formerly: [former] }, from([former])],
  ['another name', { ...known, address: old }, from([old])],
  ['another name, and a former one', { ...known, address: old, formerly: [former] }, from([former, old])],
  ['the name it had before', { ...known, address: old, formerly: [former, known.address] }, from([former, old])],
  ['one former address twice', { ...known, address: old, formerly: [old, former] }, from([former, old])],
  [
    'versions and what is kept of them',
    { ...known, versions: ['v'], kept: [1], passages: 7 },
    from([], { versions: ['v'], kept: [1], passages: 7 }),
  ],
  ['gone, and there again', { ...gone(known), seen: ['sha256:a'] }, from([])],
])('a line goes on: %s', (_, line, expected) => {
  const { lines } = carryPages(
    [{ key: 'k', type: 'source', name: 'a', seen: ['sha256:a', 'url:a'], mint: [] }],
    [line],
    new Set(),
  )
  expect(lines.get('k')).toEqual(expected)
})

test('a line begins with the marks of its addressable, and its id is reserved', () => {
  const taken = new Set<string>()
  const { lines } = carryPages([addressable('a', 'url:a')], [], taken)
  expect(lines.get('a')).toEqual({
    id: newId('a'),
    type: 'source',
    address: `/sources/a-${newId('a')}/`,
    formerly: [],
    state: 'live',
    to: [],
    seen: ['url:a'],
  })
  expect([...taken]).toEqual([newId('a')])
})
