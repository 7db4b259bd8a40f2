import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import { isPassagePermalink } from '../../model/permalink.ts'
import { parseRecord } from '../samples/record-text.ts'
import { inspectHtml } from '../../publish/render/inspect-html.ts'
import { openBrowser } from './open-browser.ts'
import { runHere } from './run-cli.ts'
import { serveFolder } from './serve-folder.ts'

const CRANE = [
  'Board Votes On New Crane',
  'The harbour board of Northport met on 4 March 2019 to vote on the purchase of a crane.',
  'Amina Vale, who chairs the board, said that 41 workers would be trained to use it.',
  'The old crane will be sold to a yard upriver. Bids are open until the end of the month, the board said.',
  'A ferry was late because of fog, and passengers waited for an hour on the quay.',
]
const BRIDGE = [
  'Bridge Shut For Third Week',
  'The bridge over the Lenn stayed shut on 11 March 2019, Bruno Okafor told the council.',
  'Engineers found rust in two of its cables and want a month to mend them.',
]
const TAKEN = [
  'Clinic Closes Its Doors',
  'The clinic on Mill Road closed on 18 March 2019 after its last doctor moved away.',
  'Patients have been sent to the county hospital.',
]
const FIRST_CAPTURE = [
  'Market Fire Kills Seven',
  'A fire at the Northport market killed seven people on 20 March 2019.',
  'Its cause is not known.',
]
const SECOND_CAPTURE = [
  'Market Fire Kills Seven',
  'A fire at the Northport market killed nine people on 20 March 2019.',
  'Its cause is not known.',
]

let root: string
let before: readonly (PagePermalink | PassagePermalink)[]
let after: readonly (PagePermalink | PassagePermalink)[]
let takenDown: string
let feedBefore: ReadonlyMap<string, FeedEntry>

const write = (file: string, text: string) => writeFileSync(join(root, 'seeds', file), text)
const writeArticle = (name: string, paragraphs: readonly string[]) =>
  write(`articles/${name}.txt`, `${paragraphs.join('\n\n')}\n`)
const readRecord = () => parseRecord(readFileSync(join(root, 'content/permalinks.json'), 'utf8')).value
const pageOf = (path: string) => readFileSync(join(root, 'dist', path.split('#')[0]!, 'index.html'), 'utf8')
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const elementOf = (html: string, id: string) => wordsOf(html.slice(html.indexOf(`id="${id}"`)).slice(0, 900))

const pagesOf = (record: typeof before) => record.filter((line): line is PagePermalink => !isPassagePermalink(line))
const sourceCalled = (slug: string) =>
  pagesOf(before).find(({ type, address }) => type === 'source' && address.includes(slug))!
const passageSaying = (words: string) => before.filter(isPassagePermalink).find(({ text }) => text?.includes(words))!
const nowOf = (id: string) => after.find((line) => line.id === id)!

interface FeedEntry {
  readonly id: string
  readonly updated: string
}

/** The entries of the feed by their title, in its order. */
function readFeed(): Map<string, FeedEntry> {
  const entries = readFileSync(join(root, 'dist/feed.xml'), 'utf8').split('<entry>').slice(1)
  const partOf = (entry: string, name: string) => new RegExp(`<${name}>([^<]*)`).exec(entry)![1]!
  return new Map(
    entries.map((entry) => [partOf(entry, 'title'), { id: partOf(entry, 'id'), updated: partOf(entry, 'updated') }]),
  )
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'dossier-'))
  for (const folder of ['articles', 'register']) mkdirSync(join(root, 'seeds', folder), { recursive: true })
  write(
    'dossier.yml',
    'title: The harbour\ndescription: What happened at the harbour.\nsite: https://dossier.example/harbour\nstubs: true\n',
  )
  write('register/people.yml', '- name: Amina Vale\n  kind: person\n')
  for (const [name, paragraphs] of Object.entries({ bridge: BRIDGE, clinic: TAKEN, crane: CRANE, fire: FIRST_CAPTURE }))
    writeArticle(name, paragraphs)
  write('articles/fire.yml', 'url: https://gazette.example/fire\naccessed: "2019-03-20"\n')
  expect(await runHere('build', '--root', root)).toMatchObject({ code: 0, stderr: '' })
  before = readRecord()
  feedBefore = readFeed()

  const [title, met, said, sold] = CRANE
  const [sale, bids] = sold!.split(/(?<=upriver\.) /)
  writeArticle('crane', [title!, met!, said!.replace('41', '43'), sale!, bids!])
  write('register/people.yml', '- name: Amina Vale-Reyes\n  kind: person\n  aliases: [Amina Vale]\n')
  takenDown = sourceCalled('clinic').id
  write('tombstones.yml', `- id: ${takenDown}\n  reason: Taken down at the publisher's request\n  date: "2019-04-01"\n`)
  writeArticle('fire-again', SECOND_CAPTURE)
  write('articles/fire-again.yml', 'url: https://gazette.example/fire\naccessed: "2019-03-27"\n')
  expect(await runHere('build', '--root', root)).toMatchObject({ code: 0, stderr: '' })
  after = readRecord()
}, 600_000)

afterAll(() => rmSync(root, { recursive: true, force: true }))

test('every address of the first build answers, and every fragment is an element of its page', () => {
  for (const { address } of pagesOf(before)) {
    const [path = '', fragment] = address.split('#')
    expect(existsSync(join(root, 'dist', path, 'index.html')), address).toBe(true)
    if (fragment !== undefined) expect(inspectHtml(pageOf(path)).ids, address).toContain(fragment)
  }
  for (const { id, source } of before.filter(isPassagePermalink)) {
    const { address } = pagesOf(before).find((page) => page.id === source)!
    expect(inspectHtml(pageOf(address)).ids, `${address}#${id}`).toContain(id)
  }
})

test('the record has the state of each passage', () => {
  const states = [
    passageSaying('to vote'),
    passageSaying('41 workers'),
    passageSaying('The old crane'),
    passageSaying('ferry'),
  ].map(({ id }) => nowOf(id))
  expect(states).toMatchObject([
    { state: 'live' },
    { state: 'live', changed: true, since: 2 },
    { state: 'split', to: [expect.stringMatching(/^p-/)] },
    { state: 'tombstone', since: 2 },
  ])
})

test('the page says that its text changed, with the changed and removed words', () => {
  const { address } = sourceCalled('crane')
  const html = pageOf(address)
  expect(wordsOf(html)).toMatch(/text has changed since/i)
  expect(html).toContain(`href="/harbour${address}v1/"`)
  expect(html).toMatch(/<del[^>]*>41<\/del>/)
  expect(html).toMatch(/<ins[^>]*>43<\/ins>/)
  expect(elementOf(html, passageSaying('ferry').id)).toContain('Removed from the source’s text in version 2')
  expect(html).toContain(`href="/harbour${address}v1/#${passageSaying('ferry').id}"`)
  expect(wordsOf(html)).toContain('Version 2')
})

test('the earlier text is at its own address with its earlier ids', () => {
  const html = pageOf(`${sourceCalled('crane').address}v1/`)
  for (const text of CRANE.slice(1)) {
    const { id } = passageSaying(text)
    expect(elementOf(html, id)).toContain(text.slice(0, 30))
  }
  expect(wordsOf(html)).toContain('41 workers')
})

test('the address that a citation names shows this version now and after the text changed', () => {
  const { address } = sourceCalled('crane')
  expect(elementOf(pageOf(`${address}v2/`), passageSaying('to vote').id)).toContain(
    `${address}#${passageSaying('to vote').id}`,
  )
  expect(pageOf(`${address}v2/`)).toContain(`<link rel="canonical" href="https://dossier.example/harbour${address}"`)
  expect(pageOf(address)).toContain(`https://dossier.example/harbour${address}v2/`)
  expect(wordsOf(pageOf(`${address}v1/`))).toContain(`https://dossier.example/harbour${address}v1/. Version 1.`)
})

test('a name that changed leads on from the address it had', () => {
  const { address, id } = pagesOf(before).find((page) => page.address.includes('/amina-vale-'))!
  const now = nowOf(id) as PagePermalink
  expect(now).toMatchObject({ state: 'live', formerly: [address] })
  expect(pageOf(address)).toContain(`<link rel="canonical" href="https://dossier.example/harbour${now.address}"`)
  expect(pageOf(address)).toContain(`content="0; url=/harbour${now.address}"`)
  expect(readFileSync(join(root, 'dist/_redirects'), 'utf8')).toContain(
    `/harbour${address} /harbour${now.address} 301\n`,
  )
})

test('a tombstone takes a source down while its seed is there: its words are nowhere, its address says why', () => {
  const { address } = sourceCalled('clinic')
  expect(nowOf(takenDown)).toMatchObject({
    state: 'tombstone',
    reason: "Taken down at the publisher's request (2019-04-01)",
  })
  expect(wordsOf(pageOf(address))).toMatch(/publisher(?:'|&#39;)s request/)
  expect(pageOf('takedowns')).toContain(address)
  for (const file of [
    'content/permalinks.json',
    'dist/data/permalinks.json',
    'dist/data/sources.json',
    'dist/sources/index.html',
  ]) {
    expect(readFileSync(join(root, file), 'utf8'), file).not.toContain('county hospital')
  }
})

test('a second clipping of the same article is a version, with the figure that changed', () => {
  const { address, id } = sourceCalled('market-fire')
  expect(pagesOf(after).filter(({ type, state }) => type === 'source' && state === 'live')).toHaveLength(3)
  expect((nowOf(id) as PagePermalink).versions).toHaveLength(2)
  expect(wordsOf(pageOf(`${address}v1/`))).toContain('killed seven people')
  expect(pageOf(address)).toMatch(/<del[^>]*>seven<\/del>/)
})

test('in the feed a changed source keeps its id, gets a later time and moves up; an unchanged one stays', () => {
  const feed = readFeed()
  const [fire, crane, bridge] = [FIRST_CAPTURE, CRANE, BRIDGE].map(([title]) => ({
    old: feedBefore.get(title!)!,
    now: feed.get(title!)!,
  }))
  expect(bridge!.now).toEqual(bridge!.old)
  for (const { old, now } of [fire!, crane!]) {
    expect(now.id).toBe(old.id)
    expect(now.updated > old.updated).toBe(true)
  }
  expect(fire!.now.updated).toBe('2019-03-27T00:00:01Z')
  expect([...feed.keys()][0]).toBe(FIRST_CAPTURE[0])
  expect(
    [...feed.values()].every(({ id }) =>
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
    ),
  ).toBe(true)
})

test('every page that can be shared has an image, and the image exists', () => {
  const images = pagesOf(after)
    .filter(({ state, address }) => state === 'live' && !address.includes('#'))
    .map(
      ({ address }) =>
        /<meta property="og:image" content="https:\/\/dossier\.example\/harbour([^"]+)"/.exec(pageOf(address))?.[1],
    )
  expect(images).not.toContain(undefined)
  expect(new Set(images).size).toBe(images.length)
  for (const image of images)
    expect(
      readFileSync(join(root, 'dist', image!))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  expect(pageOf(sourceCalled('clinic').address)).not.toContain('og:image')
})

test('each passage has its citation in the page; with JavaScript, all citations name the passage of the address', async () => {
  const { address } = sourceCalled('market-fire')
  const { id } = passageSaying('cause is not known')
  const cited = `https://dossier.example/harbour${address}v2/#${id}`
  expect(wordsOf(pageOf(address))).toContain(`${cited} [Para. 2]`)
  const [browser, site] = [await openBrowser(), await serveFolder(join(root, 'dist'), '/harbour')]
  const page = await browser.newPage()
  await page.goto(`${site.url}/harbour${address}#${id}`)
  const citations = await page.$$eval(
    '#cite > .copyable, #cite > details:not([data-placed], [data-original]) .copyable',
    (all) => all.map((one) => one.textContent!),
  )
  const ofOriginal = await page.$$eval('#cite > [data-original] .copyable', (all) => all.map((one) => one.textContent!))
  await browser.close()
  await site.close()
  expect(citations).toHaveLength(11)
  for (const citation of citations) expect(citation).toContain(cited)
  expect(ofOriginal).toHaveLength(7)
  for (const citation of ofOriginal) expect(citation).toContain('https://gazette.example/fire')
  const keys = citations.flatMap(
    (citation) => /@\w+\{(.+),|ID {2}- (\S+)|"id": "(.+)"/.exec(citation)?.slice(1).find(Boolean) ?? [],
  )
  expect(keys).toEqual(Array.from({ length: 4 }, () => `${sourceCalled('market-fire').id}-${id}`))
})

test('a line taken out of the record by hand stops the build and is printed to be put back', async () => {
  const file = join(root, 'content/permalinks.json')
  const text = readFileSync(file, 'utf8')
  const line = text
    .split('\n')
    .find((one) => one.includes('/people/amina-vale-'))!
    .replace(/,$/, '')
  writeFileSync(file, text.replace(`${line},\n`, '').replace(',\n]', '\n]'))
  writeFileSync(join(root, 'seeds/register/people.yml'), '- name: Somebody Else\n  kind: person\n')
  const { code, stderr } = await runHere('build', '--root', root)
  writeFileSync(file, text)
  write('register/people.yml', '- name: Amina Vale-Reyes\n  kind: person\n  aliases: [Amina Vale]\n')
  expect(code, stderr).toBe(1)
  expect(stderr.replaceAll(/\s/g, '')).toContain(line.slice(0, 40).replaceAll(/\s/g, ''))
})

test('a seed that is gone stops the build with the entry to paste', async () => {
  const { id } = sourceCalled('bridge')
  rmSync(join(root, 'seeds/articles/bridge.txt'))
  const { code, stderr } = await runHere('build', '--root', root)
  expect(code).toBe(1)
  const entry = /- id: \S+\n\s*reason: .+\n\s*date: .+/.exec(stderr)?.[0] ?? ''
  expect(parse(entry.replaceAll(/\n\s*/g, '\n  '))).toMatchObject([{ id }])
  write(
    'tombstones.yml',
    `${readFileSync(join(root, 'seeds/tombstones.yml'), 'utf8')}${entry.replaceAll(/\n\s*/g, '\n  ').replace('YYYY-MM-DD', '2019-05-01')}\n`,
  )
  expect(JSON.parse((await runHere('check', '--root', root, '--json')).stdout)).toMatchObject({ ok: true })
})

test('a shared link shows the description of its page', () => {
  expect(pageOf('/')).toMatch(/<meta name="description" property="og:description" content="[^"]+"/)
})
