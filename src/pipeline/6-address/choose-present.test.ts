import { expect, test } from 'vitest'
import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import { sampleSource } from '../../test/samples/sample-dossier.ts'
import { choosePresent, findTakenDown } from './carry-captures.ts'
import { hashPassageText } from './page-marks.ts'

const HARBOUR = ['The harbour board of Northport met on Tuesday.', 'Nine members voted for the crane.']
const url = 'https://paper.example/crane'
const clipping = sampleSource('a.txt', { texts: HARBOUR, headline: 'Crane', url })
const later = {
  ...sampleSource('b.txt', { texts: HARBOUR.map((text) => `${text} So it was.`), headline: 'Crane', url }),
  sidecar: { accessed: '2023-03-01' },
}
const earlier = { ...clipping, sidecar: { accessed: '2023-02-01' } }
const bridge = sampleSource('c.txt', { texts: ['The bridge over the Lenn stayed shut.'], headline: 'Bridge' })

const page = (id: string, ...seen: string[]): PagePermalink => ({
  id,
  type: 'source',
  address: `/sources/${id}/`,
  formerly: [],
  state: 'live',
  to: [],
  seen,
})
const down = page('ssss1111', `sha256:${clipping.sha256} copy 12`, `url:${url}`, 'title:Crane')
const passages = HARBOUR.map(
  (text, at): PassagePermalink => ({
    id: `p-bbbbb${at}`,
    source: down.id,
    ordinal: at + 1,
    state: 'live',
    to: [],
    since: 1,
    hash: hashPassageText(text),
    text,
  }),
)
const record = [...passages, down]
const word = { id: down.id, reason: 'Asked for', date: '2023' }

test('the last capture of an article is the current one, unless it was taken down', () => {
  const all = [earlier, later, bridge].map((source) => ({ source }))
  expect(choosePresent(all, [], [])).toEqual({
    value: { present: [{ source: later }, { source: bridge }], captures: new Map([['b.txt', [earlier]]]) },
    problems: [],
  })
  expect(choosePresent(all, record, [word])).toEqual({
    value: { present: [{ source: bridge }], captures: new Map() },
    problems: [],
  })
  expect(choosePresent([{ source: clipping }, { source: later }], [], []).problems).toMatchObject([
    { rule: 'address/captured-twice' },
  ])
})

const plain = { ...clipping, metadata: {} }
const retold = {
  ...sampleSource('d.txt', { texts: HARBOUR.map((text) => text.replace('harbour', 'old harbour')) }),
  metadata: {},
}
const namesake = sampleSource('e.txt', { texts: ['Another crane altogether fell.'], headline: 'Crane' })

test.each([
  ['nobody let anything go', [clipping], record, [], []],
  ['somebody let something else go', [clipping], record, [{ ...word, id: 'xxxx1111' }], []],
  ['one of several words is of it', [clipping], record, [{ ...word, id: 'xxxx1111' }, word], ['a.txt']],
  ['the same bytes, the second of their kind', [plain], record, [word], ['a.txt']],
  [
    'the same bytes, on record under no address',
    [plain],
    [page(down.id, `sha256:${clipping.sha256} copy 12`)],
    [word],
    ['a.txt'],
  ],
  ['the same address', [{ ...bridge, metadata: clipping.metadata }], record, [word], ['c.txt']],
  ['alike in its text alone', [retold], record, [word], ['d.txt']],
  [
    'alike in its text, which stands as another page',
    [retold],
    [...record, page('ssss2222', `sha256:${retold.sha256}`)],
    [word],
    [],
  ],
  [
    'alike in its text, which was another page that is gone',
    [retold],
    [...record, { ...page('ssss2222', `sha256:${retold.sha256}`), state: 'tombstone' as const }],
    [word],
    ['d.txt'],
  ],
  ['the same title over another text', [namesake], record, [word], []],
  ['a person let go', [clipping], [...passages, { ...down, type: 'person' as const }], [word], []],
])('%s', (_, sources, lines, tombstones, files) => {
  expect([...findTakenDown(sources, lines, tombstones)]).toEqual(files)
})
