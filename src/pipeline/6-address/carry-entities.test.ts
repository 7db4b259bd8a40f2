import { expect, test } from 'vitest'
import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { PagePermalink, PermalinkRecord } from '../../model/permalink.ts'
import { assignAddresses } from './assign-addresses.ts'
import { checkRecord } from './check-record.ts'
import { parseRecord, writeRecord } from '../../test/samples/record-text.ts'
import { sampleDossier, sampleEntity, sampleSource } from '../../test/samples/sample-dossier.ts'

const TEXTS = {
  a: 'Amina Vale chaired the harbour board, and Ms Vale voted first.',
  b: 'Vale asked for a second crane in Northport.',
  c: 'A speech by Vale closed the meeting of engineers.',
  d: 'Nobody but Vale read the report on the bridge.',
  e: 'Vale left before the ferry came in.',
}

/** An entity by its kind and name, a dash, and where it is named: `person Vale - b c:Ms Vale`; a passage prints the name unless words follow. */
function read(line: string): { entity: Entity; mentions: ResolvedMention[] } {
  const [head, places = ''] = line.split(' - ')
  const [, kind, name, copy] = /^(\w+) (.*?)( \(\d\))?$/.exec(head!)! as unknown as [
    string,
    Entity['kind'],
    string,
    string?,
  ]
  const found = places
    .split(' / ')
    .filter(Boolean)
    .map((place) => place.split(':'))
  const aliases = [...new Set(found.map(([, words = name]) => words))].filter((words) => words !== name)
  const entity = { ...sampleEntity(kind, name, aliases), key: `${kind}:${name}${copy ?? ''}` }
  const step = { rule: 'sample', certainty: 'stated' as const, reason: '' }
  const mentions = found.map(
    ([file, words = name]): ResolvedMention => ({
      file: `${file}.txt`,
      words,
      entity: entity.key,
      span: { passage: 1, start: 0, end: 1 },
      kind,
      form: 'name',
      certainty: 'stated',
      rule: 'sample',
      step,
    }),
  )
  return { entity, mentions }
}

const source = (name: string, text: string) =>
  sampleSource(`${name}.txt`, { texts: [text], url: `https://paper.example/${name}` })

/** Builds on a record as it was written and read. */
function build(
  lines: readonly string[],
  record: PermalinkRecord = [],
  texts: Partial<typeof TEXTS> = TEXTS,
): PermalinkRecord {
  const all = lines.map(read)
  const sources = Object.entries(texts).map(([name, text]) => source(name, text))
  const dossier = {
    ...sampleDossier(
      sources,
      all.map(({ entity }) => entity),
    ),
    mentions: all.flatMap(({ mentions }) => mentions),
  }
  const gone = record.filter(
    (line) =>
      'type' in line &&
      line.type === 'source' &&
      !sources.some(({ file }) => line.seen.includes(`url:https://paper.example/${file[0]}`)),
  )
  const { value, problems } = assignAddresses(
    dossier,
    parseRecord(writeRecord(record)).value,
    gone.map(({ id }) => ({ id, reason: 'Gone', date: '2024' })),
  )
  expect([...problems, ...checkRecord(value.record)]).toEqual([])
  return value.record
}

const pagesOf = (record: PermalinkRecord) =>
  record.filter((line): line is PagePermalink => 'type' in line && line.type !== 'source')

/** What became of each page of the first build after all the others: its id is called by its passages. */
function follow(builds: readonly (readonly string[])[], texts?: readonly Partial<typeof TEXTS>[]): string[] {
  const records = builds.reduce<PermalinkRecord[]>(
    (done, lines, at) => [...done, build(lines, done.at(-1), texts?.[at])],
    [],
  )
  const called = new Map<string, string>()
  for (const record of records)
    for (const { id, seen } of pagesOf(record)) if (!called.has(id)) called.set(id, describe(seen, record, called.size))
  const last = records.at(-1)!
  expect(build(builds.at(-1)!, last, texts?.[builds.length - 1])).toEqual(last)
  return pagesOf(last)
    .map(
      ({ id, state, to, seen }) =>
        `${called.get(id)}: ${state === 'live' ? `is ${nameOf(seen)}` : [state, ...to.map((other) => called.get(other))].join(' ')}`,
    )
    .toSorted()
}

const nameOf = (seen: readonly string[]) => seen[0]!.slice('name:'.length)

/** The name on a page when it was new, and the files of the passages that named it. */
function describe(seen: readonly string[], record: PermalinkRecord, at: number): string {
  const files = seen
    .filter((mark) => mark.startsWith('in:'))
    .map((mark) => {
      const passage = record.find(({ id }) => id === mark.slice(3))!
      return Object.entries(TEXTS).find(
        ([, text]) => 'text' in passage && text.slice(0, 9) === passage.text?.slice(0, 9),
      )?.[0]
    })
  return `${nameOf(seen)} ${files.toSorted().join('') || at}`
}

test.each<[string, string[][], string[]]>([
  ['nothing changed', [['person Vale - b / c'], ['person Vale - b / c']], ['Vale bc: is Vale']],
  [
    'pages of one name become one: the most-seen keeps its id, the others lead on',
    [['person Vale (1) - b', 'person Vale (2) - c / d', 'person Vale (3) - e'], ['person Vale - b / c / d / e']],
    ['Vale b: merged Vale cd', 'Vale cd: is Vale', 'Vale e: merged Vale cd'],
  ],
  [
    'one wrong alias does not spoil it',
    [
      ['person Amina Vale - a / e:Okafor', 'person Vale - b / c'],
      ['person Amina Vale - a / b:Vale / c:Vale', 'person Okafor - e'],
    ],
    ['Amina Vale a: is Amina Vale', 'Okafor e: is Okafor', 'Vale bc: merged Amina Vale a'],
  ],
  ['a name that grew', [['person Vale - b / c'], ['person Bruno Vale - b:Vale / c:Vale']], ['Vale bc: is Bruno Vale']],
  [
    'a new name, and a newcomer under the old one',
    [['person Vale - b / c'], ['person Vale-Reyes - b:Vale / c:Vale', 'person Vale - d']],
    ['Vale bc: is Vale-Reyes', 'Vale d: is Vale'],
  ],
  ['another kind', [['place Vale - b / c'], ['organisation Vale - b / c']], ['Vale bc: is Vale']],
  [
    'a merged page does not take a namesake',
    [
      ['person Vale (1) - b', 'person Vale (2) - c / d'],
      ['person Vale (1) - b / c / d', 'person Vale (2) - e'],
    ],
    ['Vale b: merged Vale cd', 'Vale cd: is Vale', 'Vale e: is Vale'],
  ],
  [
    'a surname that went to another does not take the full name along',
    [
      ['person Amina Vale - a / b:Vale / c:Vale / d:Vale'],
      ['person Amina Vale - a', 'person Bruno Vale - e / b:Vale / c:Vale / d:Vale'],
    ],
    ['Amina Vale a: is Amina Vale', 'Bruno Vale e: is Bruno Vale'],
  ],
  [
    'two parts, one of them two thirds',
    [['person Vale - b / c / d'], ['person Bruno Vale - b:Vale / c:Vale', 'person Ines Vale - d:Vale']],
    ['Ines Vale d: is Ines Vale', 'Vale bcd: is Bruno Vale'],
  ],
  [
    'two even parts: both are named',
    [['person Vale - b / c'], ['person Bruno Vale - b:Vale', 'person Ines Vale - c:Vale']],
    ['Bruno Vale b: is Bruno Vale', 'Ines Vale c: is Ines Vale', 'Vale bc: tombstone Bruno Vale b Ines Vale c'],
  ],
  [
    'two even parts, in another order',
    [['person Vale - b / c'], ['person Ines Vale - b:Vale', 'person Bruno Vale - c:Vale']],
    ['Bruno Vale c: is Bruno Vale', 'Ines Vale b: is Ines Vale', 'Vale bc: tombstone Bruno Vale c Ines Vale b'],
  ],
  [
    'two even parts, one under the name as it was',
    [['person Vale - b / c'], ['person Vale - b', 'person Ines Vale - c:Vale']],
    ['Ines Vale c: is Ines Vale', 'Vale bc: is Vale'],
  ],
  [
    'two kinds of one name in the same passage',
    [
      ['place Vale - b', 'organisation Vale - b'],
      ['place Vale - b', 'organisation Vale - b'],
    ],
    ['Vale b: is Vale', 'Vale b: is Vale'],
  ],
  [
    'merged, then told apart again',
    [
      ['person Vale (1) - b', 'person Vale (2) - c / d'],
      ['person Vale - b / c / d'],
      ['person Vale (1) - b', 'person Vale (2) - c / d'],
    ],
    ['Vale b: is Vale', 'Vale cd: is Vale'],
  ],
  [
    'merged, then told apart under other names',
    [
      ['person Vale (1) - b', 'person Vale (2) - c / d'],
      ['person Vale - b / c / d'],
      ['person Ines Vale - b:Vale', 'person Bruno Vale - c:Vale / d:Vale'],
    ],
    ['Vale b: is Ines Vale', 'Vale cd: is Bruno Vale'],
  ],
  [
    'merged, then given to a third',
    [
      ['person Vale (1) - b', 'person Vale (2) - c / d', 'person Ines Lenn - a'],
      ['person Vale - b / c / d', 'person Ines Lenn - a'],
      ['person Vale - c / d', 'person Ines Lenn - a / b:Vale'],
    ],
    ['Ines Lenn a: is Ines Lenn', 'Vale b: merged Ines Lenn a', 'Vale cd: is Vale'],
  ],
  [
    'told apart, then one again',
    [
      ['person Vale - b / c'],
      ['person Bruno Vale - b:Vale', 'person Ines Vale - c:Vale'],
      ['person Ines Vale - b:Vale / c:Vale / d'],
    ],
    ['Bruno Vale b: merged Ines Vale c', 'Ines Vale c: is Ines Vale', 'Vale bc: merged Ines Vale c'],
  ],
  [
    'an entity that only the register names',
    [['person Amina Vale', 'person Vale'], ['person Amina Vale - a / b:Vale']],
    ['Amina Vale 0: is Amina Vale', 'Vale 1: merged Amina Vale 0'],
  ],
])('%s', (_, builds, expected) => expect(follow(builds)).toEqual(expected))

test('a page whose passages are gone does not lead to a namesake', () => {
  const { b: _, ...rest } = TEXTS
  expect(follow([['person Vale (1) - b', 'person Vale (2) - c'], ['person Vale - c']], [TEXTS, rest])).toEqual([
    'Vale b: tombstone',
    'Vale c: is Vale',
  ])
})

test.each([[['b', 'c', 'd']], [['d', 'c', 'b']]])(
  'of pages seen equally often that of the lowest id keeps it: %j',
  (files) => {
    const first = build(files.map((file, at) => `person Vale (${at + 1}) - ${file}`))
    const last = build(['person Vale - b / c / d'], first)
    const lowest = pagesOf(first)
      .map(({ id }) => id)
      .toSorted()[0]!
    expect(pagesOf(last).map(({ id, state, to }) => [id, state, ...to])).toEqual(
      pagesOf(first).map(({ id }) => (id === lowest ? [id, 'live'] : [id, 'merged', lowest])),
    )
  },
)

test('an edited passage is evidence as before', () => {
  const edited = { ...TEXTS, c: `${TEXTS.c} It was late.`, b: `${TEXTS.b} The board said no.` }
  expect(
    follow(
      [['person Vale (1) - b', 'person Vale (2) - c / d'], ['person Bruno Vale - b:Vale / c:Vale / d:Vale']],
      [TEXTS, edited],
    ),
  ).toEqual(['Vale b: merged Vale cd', 'Vale cd: is Bruno Vale'])
})

test('only as many passages are kept as a majority needs', () => {
  const texts = Array.from({ length: 40 }, (_, at) => `Vale spoke at meeting ${at} of the board.`)
  const mentions = texts.map((_, at) => ({
    ...read('person Vale - x').mentions[0]!,
    span: { passage: at + 1, start: 0, end: 4 },
  }))
  const dossier = { ...sampleDossier([sampleSource('x.txt', { texts })], [read('person Vale - x').entity]), mentions }
  const seenIn = (given: typeof dossier) => pagesOf(assignAddresses(given, [], []).value.record)[0]!.seen
  expect(seenIn(dossier)).toHaveLength(1 + 24)
  expect(seenIn({ ...dossier, mentions: mentions.toReversed() })).toEqual(seenIn(dossier))
})
