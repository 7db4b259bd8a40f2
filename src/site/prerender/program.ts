import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RouteData, SSRManifest } from 'astro'
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js'

/*
 * Astro spends ten seconds on making a program of the site's pages, and milliseconds on rendering one with it. The
 * program depends on the code alone, so a build keeps it: see `keepProgram` in astro.config.mjs. This runs it as Astro
 * does at the end of `astro build`. The parts of Astro used here are not documented; its version is pinned.
 */

/** A page or file of the site, and the route that makes it. */
export interface SitePath {
  /** Without the folder that the site is hosted in. */
  readonly pathname: string
  readonly route: RouteData
  /** The props that `getStaticPaths` gives to the page. */
  readonly props: unknown
}

/** The site's program, ready to render. */
export interface SiteProgram {
  /** Every page and file of the site, in the order of the routes. */
  readonly listPaths: () => Promise<readonly SitePath[]>
  /**
   * Returns nothing for a page without content, which answers "204 No Content".
   *
   * @throws Error that names the page and what it threw, with Astro's message
   */
  readonly render: (path: SitePath) => Promise<Buffer | undefined>
}

/** The export of the compiled program: Astro's class `BuildApp`. */
interface BuildApp {
  readonly manifest: SSRManifest
  setInternals(internals: object): void
  setOptions(options: object): void
  /** Keeps what `getStaticPaths` of each route gave. */
  readonly routeCache: { get(route: RouteData): { staticPaths?: readonly { props?: unknown }[] } | undefined }
  render(request: Request, options: { routeData: RouteData }): Promise<Response>
}

/** An image of a hand-written page, unchanged. */
interface Image {
  readonly src: string | { readonly src: string }
}
const addStaticImage = ({ src }: Image): string => (typeof src === 'string' ? src : src.src)

/** Opens the program in a folder. */
export async function openProgram(folder: string): Promise<SiteProgram> {
  Object.assign(globalThis, { astroAsset: { addStaticImage } })
  const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry'))!
  const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: BuildApp }
  const { manifest } = app
  app.setInternals({ pagesByKeys: listStyles(manifest), entrySpecifierToBundleMap: new Map() })
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } })
  return {
    listPaths: () => listPaths(app),
    render: async (path) => {
      try {
        const response = await app.render(new Request(addressOf(path, manifest)), { routeData: path.route })
        return response.status === 204 ? undefined : Buffer.from(await response.arrayBuffer())
      } catch (error) {
        throw new Error(`Caught error rendering ${path.pathname}: ${error}`, { cause: error })
      }
    },
  }
}

/** Astro lists the paths of a route in the order of its `getStaticPaths`, and keeps the props to itself. */
async function listPaths(app: BuildApp): Promise<SitePath[]> {
  const listed = new Map<RouteData, number>()
  const paths = await new StaticPaths(app as unknown as ConstructorParameters<typeof StaticPaths>[0]).getAll()
  return paths.map(({ pathname, route }) => {
    const at = listed.get(route) ?? 0
    listed.set(route, at + 1)
    return { pathname, route, props: app.routeCache.get(route)?.staticPaths?.[at]?.props }
  })
}

/** The style sheets of each route by the key that Astro looks them up with; they are in their order already. */
function listStyles({ routes }: SSRManifest): Map<string, object> {
  return new Map(
    routes.map(({ routeData, styles }) => [
      `${routeData.route}&${routeData.component}`,
      { styles: styles.map((sheet, order) => ({ sheet, order, depth: 0 })) },
    ]),
  )
}

/** Pages end in a slash, files do not. */
function addressOf({ pathname, route }: SitePath, { site, base }: SSRManifest): URL {
  const path = `${base}/${pathname}${route.type === 'endpoint' ? '' : '/'}`.replaceAll(/\/{2,}/g, '/')
  return new URL(path, site ? new URL(site).origin : 'http://localhost:4321')
}
