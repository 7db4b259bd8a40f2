import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'

/** A folder served on this machine. */
export interface ServedFolder {
  /** Address without a slash at the end. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves a folder as a static host does, on a free port of the loopback interface. If a file has a compressed form
 * beside it, as `index.html.gz`, that is sent.
 *
 * @param base the path of the folder on its host, as `/harbour`
 * @param headers sent with every answer
 */
export async function serveFolder(
  folder: string,
  base = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<ServedFolder> {
  const serve = sirv(folder, { dev: true, extensions: ['html'], gzip: true })
  const server = createServer((request, response) => {
    request.url = request.url?.slice(base.length)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    serve(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections()
        server.close((error) => (error ? reject(error) : resolve()))
      }),
  }
}
