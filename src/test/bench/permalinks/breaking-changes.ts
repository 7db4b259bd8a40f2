import type { Permalink } from '../../../model/permalink.ts'
import type { SourceVersion } from '../../../model/entry.ts'
import { parseRecord } from '../../samples/record-text.ts'
import { sampleSource } from '../../samples/sample-dossier.ts'
import type { World } from './world.ts'

/** A change to a published dossier. */
export type Change = (world: World) => World

type Line = Permalink & Record<string, unknown>

const is =
  (type: string, state = 'live') =>
  (line: Line) =>
    line['type'] === type && line.state === state
const isPassage = (state: string) => (line: Line) => line.id.startsWith('p-') && line.state === state
const hasText = (line: Line) => isPassage('live')(line) && line['text'] !== undefined

/** Kinds of lines whose loss or alteration is a broken promise. */
const LINES: Readonly<Record<string, (line: Line) => boolean>> = {
  'a source': is('source'),
  'a source that was taken down': is('source', 'tombstone'),
  'a person': is('person'),
  'a merged person': is('person', 'merged'),
  'a person who is gone': is('person', 'tombstone'),
  'a passage': hasText,
  'a merged passage': isPassage('merged'),
  'a passage that is gone': isPassage('tombstone'),
}

const PAGES: Readonly<Record<string, RegExp>> = {
  'a source': /^\/sources\/ferry-stays[^/]+\/$/,
  'a source’s former address': /^\/sources\/ferry-cancelled[^/]+\/$/,
  'the present version': /^\/sources\/ferry-stays[^/]+\/v2\/$/,
  'an earlier version': /^\/sources\/ferry-stays[^/]+\/v1\/$/,
  'a former address of an earlier version': /^\/sources\/ferry-cancelled[^/]+\/v1\/$/,
  'a tombstone': /^\/sources\/miners[^/]+\/$/,
  'a person': /^\/people\/amina[^/]+\/$/,
  'a merged person': /^\/people\/a-vale[^/]+\/$/,
  'a source with a quotation and a dated event': /^\/sources\/council-votes[^/]+\/$/,
}

/** Kinds of change that break a promise, by name. */
export const BREAKING: Readonly<Record<string, Change>> = {
  ...named('record: take out', LINES, (isMeant) => editRecord((lines) => lines.toSpliced(lines.findIndex(isMeant), 1))),
  ...named('site: leave out', PAGES, (path) => (world) => ({
    ...world,
    render: (pages) => pages.filter((page) => !path.test(page.path)),
  })),
  ...named(
    'site: take the ids from',
    pick(PAGES, [
      'a source',
      'a source with a quotation and a dated event',
      'a source’s former address',
      'an earlier version',
      'a tombstone',
    ]),
    (path) => (world) => ({
      ...world,
      render: (pages) => pages.map((page) => (path.test(page.path) ? { ...page, ids: new Set<string>() } : page)),
    }),
  ),
  'site: another folder for people': (world) => ({
    ...world,
    render: (pages) => pages.map((page) => ({ ...page, path: page.path.replace('/people/', '/persons/') })),
  }),
  'site: no slash at the end': (world) => ({
    ...world,
    render: (pages) => pages.map((page) => ({ ...page, path: page.path.replace(/\/$/, '.html') })),
  }),
  'site: passages numbered': (world) => ({
    ...world,
    render: (pages) => pages.map((page) => ({ ...page, ids: new Set([...page.ids].map((_, at) => `p${at}`)) })),
  }),
  'record: another id for a source': editLine(is('source'), ({ id }) => ({ id: `zzzz${id.slice(4)}` })),
  'record: another id for a person': editLine(is('person'), ({ id }) => ({ id: `zzzz${id.slice(4)}` })),
  'record: another id for a passage': editLine(hasText, () => ({ id: 'p-zzzzzz' })),
  'record: another address': editLine(is('person'), () => ({ address: '/people/somebody-else/' })),
  'record: another folder': editLine(is('person'), (line) => ({
    address: String(line['address']).replace('people', 'places'),
  })),
  'record: former addresses taken out': editLine(
    (line) => is('source')(line) && String(line['formerly']) !== '',
    () => ({ formerly: [] }),
  ),
  'record: another text': editLine(hasText, () => ({ text: 'Nothing of the kind was said.' })),
  'record: another number in a text': editLine(
    (line) => hasText(line) && String(line['text']).includes('nine'),
    (line) => ({ text: String(line['text']).replace('nine', 'ten') }),
  ),
  'record: another hash': editLine(hasText, () => ({ hash: '0'.repeat(32) })),
  'record: text and hash of another': editLine(hasText, () => ({ text: 'Nothing.', hash: '0'.repeat(32) })),
  'record: a passage of another source': editLine(hasText, () => ({ source: '00000000' })),
  'record: a live passage retired': editLine(hasText, () => ({ state: 'tombstone' })),
  'record: a version’s hash': editLine(
    (line) => is('source')(line) && (line['versions'] as string[]).length > 1,
    (line) => ({ versions: ['0'.repeat(64), ...(line['versions'] as string[]).slice(1)] }),
  ),
  'record: a version taken out': editLine(
    (line) => is('source')(line) && (line['versions'] as string[]).length > 1,
    (line) => ({ versions: (line['versions'] as string[]).slice(1), kept: [] }),
  ),
  'record: fewer passages counted': editLine(is('source'), () => ({ passages: 1 })),
  'record: a merged page leads nowhere': editLine(is('person', 'merged'), () => ({ to: [] })),
  'record: a merged page leads to an unknown one': editLine(is('person', 'merged'), () => ({ to: ['00000000'] })),
  'record: a tombstone without its reason': editLine(is('source', 'tombstone'), () => ({ reason: undefined })),
  'record: an unknown state': editLine(is('person'), () => ({ state: 'hidden' })),
  'record: an unknown field': editLine(is('person'), () => ({ hidden: true })),
  'record: one line twice': (world) => ({ ...world, record: world.record.replace(/^\{.*\},$/m, '$&\n$&') }),
  'record: marks of a merge': (world) => ({ ...world, record: world.record.replace('[\n', '[\n<<<<<<< HEAD\n') }),
  'record: cut short': (world) => ({ ...world, record: world.record.slice(0, world.record.length / 2) }),
  'record: emptied': (world) => ({ ...world, record: '[]\n' }),
  'versions: a file taken out': (world) => ({ ...world, versions: [] }),
  'versions: a word changed': editVersion((passages) =>
    passages.map((one) => ({ ...one, text: one.text.replace('wind', 'storm') })),
  ),
  'versions: a passage taken out': editVersion((passages) => passages.slice(1)),
  'versions: two passages swapped': editVersion(([one, two, ...rest]) => [two!, one!, ...rest]),
  'versions: a hash changed': (world) => ({
    ...world,
    versions: world.versions.map((version) => ({ ...version, hash: '0'.repeat(64) })),
  }),
  'seeds: a source taken out': editSources((sources) => sources.slice(1)),
  'seeds: every source taken out': editSources(() => []),
  'seeds: a source replaced by another article': editSources(([, ...rest]) => [
    sampleSource('seeds/articles/ferry.txt', {
      texts: ['Rain fell on the hills all week.', 'Farmers were glad of it.'],
    }),
    ...rest,
  ]),
  'seeds: a tombstone for a source that is still there': (world) => ({
    ...world,
    tombstones: [
      ...world.tombstones,
      {
        id: parseRecord(world.record).value.find((line) => is('source')(line as Line))!.id,
        reason: 'Gone',
        date: '2024',
      },
    ],
  }),
  'seeds: a tombstone for what never was': (world) => ({
    ...world,
    tombstones: [...world.tombstones, { id: '00000000', reason: 'Gone', date: '2024' }],
  }),
}

function named<T>(
  prefix: string,
  kinds: Readonly<Record<string, T>>,
  change: (kind: T) => Change,
): Record<string, Change> {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [`${prefix} ${name}`, change(kind)]))
}

function pick<T>(all: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, all[name]!]))
}

function editRecord(change: (lines: Line[]) => Line[]): Change {
  return (world) => {
    const lines = structuredClone(parseRecord(world.record).value) as Line[]
    const changed = change(lines).map((line) => JSON.stringify(line))
    return { ...world, record: `[\n${changed.join(',\n')}\n]\n` }
  }
}

function editLine(isMeant: (line: Line) => boolean, change: (line: Line) => Record<string, unknown>): Change {
  return editRecord((lines) => {
    const at = lines.findIndex(isMeant)
    return lines.with(at, { ...lines[at]!, ...change(lines[at]!) } as Line)
  })
}

function editVersion(change: (passages: SourceVersion['passages']) => SourceVersion['passages']): Change {
  return (world) => ({
    ...world,
    versions: world.versions.map((version) => ({ ...version, passages: change(version.passages) })),
  })
}

/** Changes the sources of the dossier. */
export function editSources(change: (sources: World['dossier']['sources']) => World['dossier']['sources']): Change {
  return (world) => ({ ...world, dossier: { ...world.dossier, sources: change(world.dossier.sources) } })
}
