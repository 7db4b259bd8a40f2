import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { drawShareImages } from './draw-share-images.ts'

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
  }
}

write('index.html', 'Harbour')
write('people/vale/index.html', 'Marta Vale')
write('people/okafor/index.html', 'Инес Окафор')
write('old/index.html', 'Moved', false)
const read = (path: string) => readFileSync(join(folder, 'share', path))

test('one image a page that names one, 800 by 420 pixels, small, the same with a cold and a warm cache', async () => {
  const cache = makeCache()
  expect(await drawShareImages(folder, cache)).toBe(3)
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
