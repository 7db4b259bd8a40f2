import { join } from 'node:path'
import { digestProps, reads } from '../loader/reads.ts'
import type { SitePath, SiteProgram } from './program.ts'

/** A page or file of the site to be rendered. */
export interface SiteFile {
  readonly file: string
  readonly path: SitePath
}

/** The file of the site that holds a page, or that a route makes. */
function fileOf({ pathname, route }: SitePath): string {
  const path = pathname.replaceAll(/^\/|\/$/g, '')
  if (route.type === 'endpoint') return path
  return path === '404' ? '404.html' : join(path, 'index.html')
}

/**
 * Every file of the site that a page or route makes, in the order of the routes.
 *
 * @throws Error where two of them make the same
 */
export async function listSiteFiles(program: SiteProgram): Promise<SiteFile[]> {
  const made = new Map<string, string>()
  return (await program.listPaths()).map((path) => {
    const file = fileOf(path)
    const { component } = path.route
    if (made.has(file)) throw new Error(`Unexpected second /${file} by ${component}: ${made.get(file)} makes it`)
    made.set(file, component)
    return { file, path }
  })
}

/** Hash of a page's route and props; a value that JSON would leave out never matches one of a later build. */
export function digestGiven({ props, route }: SitePath): string {
  return `${route.component} ${digestProps(props) ?? reads.nonce}`
}
