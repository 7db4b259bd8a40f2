import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dossier, listRoutes } from './integration.ts'

test.each([
  ['/ferries', 'index.astro', '/ferries'],
  ['', 'index.astro', '/'],
  ['/ferries', '[kind]/[page].astro', '/ferries/[kind]/[page]'],
  ['/ferries', 'sources/index.astro', '/ferries/sources'],
  ['/ferries', 'search/texts/[file].json.ts', '/ferries/search/texts/[file].json'],
  ['/ferries', '[...address].astro', '/ferries/[...address]'],
  ['/ferries', 'feed.xml.ts', '/ferries/feed.xml'],
])('under "%s", %s answers at %s', (mount, file, pattern) => {
  const route = listRoutes(mount).find(({ entrypoint }) => entrypoint.endsWith(`/site/pages/${file}`))
  expect(route?.pattern).toBe(pattern)
})

test('each route has its own file', () => {
  const routes = listRoutes('/ferries')
  expect(routes.filter(({ entrypoint }) => !existsSync(entrypoint))).toEqual([])
  expect(new Set(routes.map(({ pattern }) => pattern)).size).toBe(routes.length)
})

test.each([
  ['', true],
  ['/ferries', false],
])('under "%s" the page for what is not found is there: %j', (mount, isThere) => {
  expect(listRoutes(mount).some(({ pattern }) => pattern.endsWith('404'))).toBe(isThere)
})

test.each([
  [{ trailingSlash: 'never', build: { format: 'directory' } }, "trailingSlash: 'never'"],
  [{ trailingSlash: 'ignore', build: { format: 'file' } }, "build.format: 'file'"],
])('a site whose settings would change addresses is refused: %j', async (config, told) => {
  const setUp = dossier().hooks['astro:config:setup']!
  const options = { config, command: 'build' } as unknown as Parameters<typeof setUp>[0]
  await expect(setUp(options)).rejects.toThrow(told)
})
