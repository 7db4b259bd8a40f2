import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { MadeFile } from '../model/published-file.ts'
import { holdFile } from '../model/published-file.ts'
import { describeFiles, exportDossier } from './export-dossier.ts'
import { exportFollowTheMoney } from './follow-the-money.ts'
import { exportPlaces } from './map-network-timeline.ts'
import { inventVaried } from './invent-varied.fixture.ts'
import { exportTei } from './tei/export-tei.ts'

const names = readdirSync(new URL('expected/', import.meta.url))
const holdAll = (files: Iterable<MadeFile>) => Array.from(files, (file) => holdFile(file))
const exportVaried = () =>
  new Map(holdAll(exportDossier(inventVaried())).map(({ path, text }) => [path.slice('data/'.length), text]))

test('exactly these files are written', () => {
  expect([...exportVaried().keys()].toSorted()).toEqual(names.toSorted())
})

/** Programs of other people read these files: no byte of them changes unseen. */
test.each(names)('%s is what it was', async (name) => {
  await expect(exportVaried().get(name)).toMatchFileSnapshot(`expected/${name}`)
})

test('lines of tables and of bibliographies end as their formats want', () => {
  for (const [name, text] of exportVaried())
    expect(text.replaceAll('\r\n', '').includes('\n'), name).toBe(!/\.(?:csv|ris)$/.test(name))
})

test('a dossier without a site, with a licence that has a name, and with a title in another script', () => {
  const { site: _, ...settings } = inventVaried().settings
  const texts = new Map(
    holdAll(exportDossier({ ...inventVaried(), settings: { ...settings, title: '東京', licence: 'CC-BY-4.0' } })).map(
      ({ path, text }) => [path, text],
    ),
  )
  expect(JSON.parse(texts.get('data/datapackage.json')!)).toMatchObject({
    name: 'dossier',
    title: '東京',
    licenses: [{ name: 'CC-BY-4.0' }],
  })
  expect(texts.get('data/sources.csv')).toContain('"ssss1111","/sources/a-ssss1111/"')
  expect(texts.get('data/dossier.tei.xml')).toContain('<idno type="URI">/</idno>')
  expect(() => [...exportDossier({ ...inventVaried(), pages: new Map() })]).toThrow(
    /^Unexpected id \w{8}, expected that of a page$/,
  )
})

test('texts refer to existing lists only', () => {
  const view = inventVaried()
  const nothing = { entities: [], datedEvents: [] }
  const listsOf = (of: Partial<typeof view>) =>
    [...holdFile(exportTei({ ...view, ...nothing, ...of })).text.matchAll(/<(standOff|list\w+)/g)].map(
      ([, name]) => name,
    )
  expect(listsOf({})).toEqual([])
  expect(listsOf({ entities: view.entities.filter(({ kind }) => kind === 'person') })).toEqual([
    'standOff',
    'listPerson',
  ])
  expect(listsOf({ datedEvents: view.datedEvents })).toEqual(['standOff', 'listEvent'])
})

test('each place has its own feature, and is counted by its sources', () => {
  const view = inventVaried()
  const place = view.entities.find(({ coordinates }) => coordinates)!
  const mentions = ['ssss1111', 'ssss2222', 'ssss1111'].map((source) => ({ ...place.mentions[0]!, source }))
  const { features } = JSON.parse(exportPlaces({ ...view, entities: [place, { ...place, mentions }] }).text)
  expect(features).toMatchObject([{ id: place.id }, { id: place.id, properties: { sentences: 3, sources: 2 } }])
})

test('only places are where something happened', () => {
  const view = inventVaried()
  const entities = view.entities.map(({ id, kind, name }) => ({ id, kind, name: `${kind} ${name}`, href: '' }))
  const { chunks } = exportFollowTheMoney({
    ...view,
    datedEvents: [{ ...view.datedEvents[0]!, entities: entities as never, participants: [] }],
  })
  const lines = Array.from(chunks, (line) => JSON.parse(line))
  const names = lines.flatMap(({ properties }) => properties.locationMentioned ?? [])
  expect(names).toEqual(entities.filter(({ kind }) => kind === 'place').map(({ name }) => name))
})

test('each file is described, in order, with its size and its hash', () => {
  const known = { what: expect.any(String), format: 'text/csv', quotes: expect.any(Boolean) }
  expect(
    describeFiles([
      { path: 'data/timeline.csv', text: '' },
      { path: 'data/sources.csv', text: 'é' },
    ]),
  ).toEqual([
    {
      name: 'sources.csv',
      ...known,
      bytes: 2,
      sha256: '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c',
    },
    {
      name: 'timeline.csv',
      ...known,
      bytes: 0,
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
  ])
  expect(() => describeFiles([{ path: 'data/x.csv', text: '' }])).toThrow(
    'Unexpected file data/x.csv, expected one that files.yml describes',
  )
})
