import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { drawShareImages, readShareCard } from './share-images.ts'

const folder = mkdtempSync(join(tmpdir(), 'share-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(path: string, title: string, hasImage = true): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  const image = hasImage ? '<meta property="og:image" content="https://example.org/share/x.png">' : ''
  writeFileSync(
    join(folder, path),
    `<head>${image}<meta property="og:title" content="${title}"></head><p class="kicker" data-kind="person">Person</p>`,
  )
}

function makeCache() {
  const known = new Map<string, unknown>()
  return {
    known,
    read: (key: string) => known.get(key),
    write: (key: string, value: unknown) => void known.set(key, value),
    sweep: () => {},
  }
}

write('index.html', 'Harbour')
write('people/vale/index.html', 'Marta Vale')
write('people/okafor/index.html', 'Инес Окафор')
write('old/index.html', 'Moved', false)
const read = (path: string) => readFileSync(join(folder, 'share', path))

test('each page that names an image gets one of 800 by 420 pixels, the same with a cold and a warm cache', async () => {
  const cache = makeCache()
  await drawShareImages(folder, cache)
  expect(existsSync(join(folder, 'share/old.png'))).toBe(false)
  const first = ['index.png', 'people/vale.png', 'people/okafor.png'].map(read)
  for (const png of first) {
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 420])
    expect(png.length).toBeLessThan(15_000)
  }
  expect(cache.known.size).toBe(3)
  await drawShareImages(folder, cache)
  await drawShareImages(folder, makeCache())
  expect(['index.png', 'people/vale.png', 'people/okafor.png'].map(read)).toEqual(first)
})

const page = (kicker: string, head = '<meta property="og:image" content="https://example.org/share/x.png">') =>
  `<head>${head}<meta property="og:title" content="Marta Vale"><meta property="og:site_name" content="Harbour"></head><body><main>${kicker}<h1>Marta Vale</h1><p>More</p></main></body>`

test.each([
  [
    '<p class="kicker" data-kind="person"><span><svg></svg> Person</span> <span>Named in 3\n of 5 sources</span></p>',
    { parts: ['Person', 'Named in 3 of 5 sources'], kind: 'person' },
  ],
  ['<p class="kicker">Search</p><p class="kicker">Another</p>', { parts: ['Search'] }],
  ['<p class="kicker"><a href="#a">Figures: 3</a><a href="#b">Dates: 2</a></p>', { parts: ['Figures: 3', 'Dates: 2'] }],
  ['', { parts: [] }],
])('%s', (kicker, card) =>
  expect(readShareCard(page(kicker))).toEqual({ title: 'Marta Vale', foot: 'Harbour', ...card }),
)

test('a page that names no image has none', () =>
  expect(readShareCard(page('<p class="kicker">Moved</p>', ''))).toBeUndefined())
