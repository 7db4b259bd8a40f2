import { fileURLToPath } from 'node:url'
import { listFilesBelow } from '../publish/disk/disk.ts'

/** A route as Astro's `injectRoute` takes it. */
export interface DossierRoute {
  readonly pattern: string
  /** Path of the page or endpoint. */
  readonly entrypoint: string
  readonly prerender: true
}

const PAGES = fileURLToPath(new URL('../site/pages', import.meta.url))

/** What only the root of a host has. */
const OF_HOSTS = new Set(['404.astro', 'robots.txt'])

/**
 * The routes of a dossier's pages, one for each file of `site/pages`, as Astro would name them.
 *
 * @param mount the folder that they stand in, as `/dossier`; empty at the root of the site
 */
export function listRoutes(mount: string): DossierRoute[] {
  const files = listFilesBelow(PAGES).filter((file) => !file.endsWith('.d.ts'))
  return files.flatMap((file) => {
    const name = file.replace(/\.[jt]s$/, '')
    if (mount !== '' && OF_HOSTS.has(name)) return []
    const pattern = `${mount}/${name.replace(/(?:^|\/)index\.astro$|\.astro$/, '')}`
    return [{ pattern: pattern.replace(/(?<=.)\/$/, ''), entrypoint: `${PAGES}/${file}`, prerender: true as const }]
  })
}
