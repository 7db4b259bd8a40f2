import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { dev } from 'astro'
import type { AstroInlineConfig } from 'astro'
import type { ViteDevServer } from 'vite'
import { CONFIG, makeWorkplace } from '../publish/render/compile-site.ts'
import { answerPage, WRITES } from './answer-page.ts'
import type { DeskKey } from './guard.ts'
import { judgeRequest } from './guard.ts'
import type { Preview } from './preview.ts'
import { openPreview } from './preview.ts'
import type { SeedWriter } from './write-seeds.ts'
import { openSeedWriter } from './write-seeds.ts'

/** A desk that is being served. */
export interface ServedDesk {
  /** The address to open, with the token. */
  readonly url: string
  readonly preview: Preview
  readonly close: () => Promise<void>
}

export interface DeskRequestOptions {
  /** The dossier’s folder. */
  readonly root: string
  /** The folder of the last published site: its data files and its search index are shown as they are. */
  readonly out: string
  /** The next free one is taken where it is in use. */
  readonly port: number
}

/** Serves a dossier on the loopback interface while somebody works on it, with the desk in every page. */
export async function serveDesk({ root, out, port }: DeskRequestOptions): Promise<ServedDesk> {
  const preview = openPreview(root)
  await preview.refresh()
  setEnvironment(root, preview.folder)
  const key = { token: randomBytes(24).toString('base64url'), port }
  const tools = { key, out, preview, writer: openSeedWriter(root) }
  const workplace = makeWorkplace()
  let vite: ViteDevServer | undefined
  const server = await dev(configure(workplace, port, tools, (started) => (vite = started)))
  key.port = server.address.port
  const stop = preview.follow(() => showAgain(vite!))
  return {
    url: `http://127.0.0.1:${key.port}/?desk=${key.token}`,
    preview,
    close: async () => {
      stop()
      await server.stop()
      rmSync(workplace, { recursive: true, force: true })
    },
  }
}

/** The site reads its folders from here; Astro's telemetry is off. */
function setEnvironment(root: string, folder: string): void {
  Object.assign(process.env, {
    TZ: 'UTC',
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
    DOSSIER_ROOT: root,
    DOSSIER_CONTENT: join(folder, 'content'),
    DOSSIER_OUT: join(folder, 'site'),
  })
}

interface Tools {
  readonly key: DeskKey
  readonly out: string
  readonly preview: Preview
  readonly writer: SeedWriter
}

/** `src/`, or `lib/` in the package that is made of it. */
const PROGRAM = fileURLToPath(new URL('../', import.meta.url))
const SCRIPT = fileURLToPath(new URL('./page/desk.ts', import.meta.url))

function configure(
  root: string,
  port: number,
  tools: Tools,
  onStart: (server: ViteDevServer) => void,
): AstroInlineConfig {
  const plugin = {
    name: 'dossier-desk',
    configureServer: (server: ViteDevServer) => {
      onStart(server)
      /* Runs before everything that Vite and Astro answer. */
      return () => server.middlewares.stack.unshift({ route: '', handle: answerWith(tools) })
    },
  }
  return {
    root,
    configFile: CONFIG,
    base: '/',
    logLevel: 'error',
    server: { host: '127.0.0.1', port },
    integrations: [
      {
        name: 'dossier-desk',
        hooks: {
          'astro:config:setup': ({ injectScript }) => injectScript('page', `import ${JSON.stringify(SCRIPT)}`),
        },
      },
    ],
    vite: { plugins: [plugin], server: { cors: false, watch: { ignored: [join(tools.preview.folder, '**')] } } },
  }
}

type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

function answerWith({ key, out, ...desk }: Tools): Handle {
  return (request, response, next) => {
    const url = request.url ?? '/'
    const verdict = judgeRequest({ method: request.method ?? 'GET', url, headers: request.headers }, key)
    if (verdict.is === 'refused') return send(response, verdict.status, 'text/plain', verdict.reason)
    if (verdict.is === 'admitted') {
      response.writeHead(303, { location: verdict.location, 'set-cookie': verdict.cookie }).end()
      return
    }
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const name = /^\/_desk\/(\w+)\.json$/.exec(pathname)?.[1]
    if (name) return void answerJson(desk, { name, searchParams }, request, response)
    if (/^\/(?:data\/|search\/(?:(?:catalogue|pages)\.json|postings\/|words\/))/.test(pathname))
      return sendPublished(out, pathname, response)
    const moved = desk.preview.movedTo(pathname)
    if (moved) {
      response.writeHead(303, { location: moved }).end()
      return
    }
    next()
  }
}

async function answerJson(
  desk: { readonly preview: Preview; readonly writer: SeedWriter },
  { name, searchParams }: { readonly name: string; readonly searchParams: URLSearchParams },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (WRITES.has(name) !== (request.method === 'POST')) return send(response, 405, 'text/plain', 'Unexpected method')
    const body: unknown = request.method === 'POST' ? JSON.parse(await text(request)) : undefined
    const answer = answerPage(desk, name, searchParams, body)
    send(response, answer ? 200 : 404, 'application/json', JSON.stringify(answer ?? {}))
  } catch (error) {
    send(response, 400, 'application/json', JSON.stringify({ issues: [String(error)] }))
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
}

/** Data files and the search index are made by `dossier build`; a preview shows those of the last one. */
function sendPublished(out: string, pathname: string, response: ServerResponse): void {
  const file = join(out, decodeURIComponent(pathname))
  const isThere = !relative(out, file).startsWith('..') && statSync(file, { throwIfNoEntry: false })?.isFile()
  if (!isThere) return send(response, 404, 'text/plain', 'Only `dossier build` makes this file.')
  send(response, 200, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file))
}

/** The site’s modules read the collections when they are loaded: they are loaded again, and every open page with them. */
function showAgain(vite: ViteDevServer): void {
  for (const environment of Object.values(vite.environments)) {
    const { runner } = environment as { runner?: { evaluatedModules: EvaluatedModules } }
    if (!runner) continue
    for (const module of runner.evaluatedModules.idToModuleMap.values())
      if (module.file?.startsWith(PROGRAM)) runner.evaluatedModules.invalidateModule(module)
    environment.hot.send('astro:content-changed', {})
  }
  vite.ws.send({ type: 'full-reload' })
}

interface EvaluatedModules {
  readonly idToModuleMap: ReadonlyMap<string, { readonly file?: string }>
  readonly invalidateModule: (module: { readonly file?: string }) => void
}
