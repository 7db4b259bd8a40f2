import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'
import { basePath } from '../model/dossier.ts'
import type { Redirects } from '../publish/render/host-files.ts'
import { readRedirects } from '../publish/render/host-files.ts'
import type { Options } from './options.ts'

/** A published site that is being served. */
export interface ServedSite {
  readonly url: string
  readonly server: Server
}

/**
 * Serves the published site on the loopback interface as its host will: under its path, with its redirects and its
 * 404
 * page.
 *
 * @param port the next free one is used if it is taken
 * @throws Error if no site was published
 */
export async function servePublished({ root, out }: Pick<Options, 'root' | 'out'>, port: number): Promise<ServedSite> {
  const about = join(root, 'content/dossier.json')
  if (!existsSync(join(out, 'index.html')) || !existsSync(about))
    throw new Error(`There is no site in ${out}. Run \`dossier build\` first.`)
  const base = basePath(JSON.parse(readFileSync(about, 'utf8')) as { site?: string })
  const redirects = readRedirects(out)
  const notFound = readFileSync(join(out, '404.html'))
  const serve = sirv(out, {
    dev: true,
    extensions: ['html'],
    onNoMatch: (_, response) => response.writeHead(404).end(notFound),
  })
  const server = createServer((request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('?')
    const isFile = existsSync(join(out, path.slice(base.length), 'index.html'))
    const target = path === '/' && base !== '' ? `${base}/` : isFile ? undefined : findRedirect(redirects, path)
    if (target !== undefined)
      return void response.writeHead(302, { location: target + (query ? `?${query}` : '') }).end()
    if (path !== base && !path.startsWith(`${base}/`)) return void response.writeHead(404).end(notFound)
    request.url = request.url!.slice(base.length) || '/'
    serve(request, response)
  })
  await listen(server, port)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}/`, server }
}

/** Serves the site until the process is ended. */
export async function preview(options: Options, port: number): Promise<void> {
  try {
    const { url } = await servePublished(options, port)
    process.stdout.write(`The site is at  ${url}\nCtrl+C ends it.\n`)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(listen(server, port + 1)) : reject(error),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}

/** Matches an address; `:page` matches any one segment. */
function findRedirect(redirects: Redirects, path: string): string | undefined {
  if (redirects.has(path)) return redirects.get(path)
  for (const [from, to] of redirects) {
    const [before, after] = from.split(':page')
    if (after === undefined || !path.startsWith(before!) || !path.endsWith(after)) continue
    const page = path.slice(before!.length, path.length - after.length)
    if (page !== '' && !page.includes('/')) return to.replace(':page', page)
  }
  return undefined
}
