import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { servePublished } from './preview.ts'

const root = mkdtempSync(join(tmpdir(), 'dossier-preview-'))
const options = { root, out: join(root, 'dist') }

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** The path goes to the server as it is written here. */
function ask(url: string, path: string) {
  return new Promise<{ statusCode: number | undefined; location: string | undefined; body: string }>(
    (resolve, reject) =>
      get({ port: new URL(url).port, path }, async (response) => {
        const { statusCode, headers } = response
        resolve({ statusCode, location: headers.location, body: await text(response) })
      }).on('error', reject),
  )
}

beforeAll(() => {
  write('content/dossier.json', '{"title":"Harbour","site":"https://example.org/harbour/"}')
  write('dist/index.html', 'Home')
  write('dist/404.html', 'Not here')
  write('dist/sources/crane/index.html', 'Crane')
  write('dist/sources/crane/v1/index.html', 'Crane as it was')
  write(
    'dist/_redirects',
    '/harbour/people/vale/ /harbour/people/amina-vale/ 301\n/harbour/sources/:page/v1/ /harbour/sources/:page/ 302\n/harbour/sources/:page/v2/ /harbour/sources/:page/ 302\n',
  )
})
afterAll(() => rmSync(root, { recursive: true }))

describe('a site under a path', () => {
  test.each([
    ['/', 302, '/harbour/'],
    ['/harbour/', 200, 'Home'],
    ['/harbour/sources/crane/', 200, 'Crane'],
    ['/harbour/people/vale/', 302, '/harbour/people/amina-vale/'],
    ['/harbour/sources/crane/v2/?q=1', 302, '/harbour/sources/crane/?q=1'],
    ['/harbour/sources/crane/v1/', 200, 'Crane as it was'],
    ['/harbour/sources/nothing/', 404, 'Not here'],
    ['/elsewhere/', 404, 'Not here'],
    ['/harbour/../../content/dossier.json', 404, 'Not here'],
  ])('%s answers %i', async (path, status, expected) => {
    const { url, server } = await servePublished(options, 0)
    const { statusCode, location, body } = await ask(url, path)
    server.closeAllConnections()
    server.close()
    expect([statusCode, location ?? body]).toEqual([status, expected])
  })
})

test('a site that was never built is reported', async () => {
  await expect(servePublished({ root, out: join(root, 'nowhere') }, 0)).rejects.toThrow('Run `dossier build` first.')
})

test('the next port is taken where one is in use', async () => {
  const first = await servePublished(options, 0)
  const port = Number(new URL(first.url).port)
  const second = await servePublished(options, port)
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
  for (const { server } of [first, second]) server.close()
})
