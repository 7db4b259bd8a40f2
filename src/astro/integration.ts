import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import mdx from '@astrojs/mdx'
import type { AstroConfig, AstroIntegration } from 'astro'
import { openCache } from '../cache/result-cache.ts'
import type { Permalink } from '../model/permalink.ts'
import type { Problem } from '../model/problem.ts'
import { readVersions } from '../pipeline/1-read/read-dossier.ts'
import { listFilesBelow } from '../publish/disk/disk.ts'
import { openStateFolder } from '../publish/disk/lock.ts'
import { publishDossier } from '../publish/publish-dossier.ts'
import { indexSearch } from '../publish/render/index-search.ts'
import { inspectSite } from '../publish/render/inspect-site.ts'
import { drawShareImages } from '../publish/render/share-images.ts'
import { readEntries } from '../text/entry-lines.ts'
import { findFilesBesideCode, resolveFromHere } from './vite-plugins.ts'

/** Which dossier an Astro site shows, and where. */
export interface DossierOptions {
  /** The dossier's folder, which holds `seeds/`; from the site's root. Default: the site's root itself. */
  readonly root?: string
  /** Path of the site under which the dossier's pages are. Default: `/dossier/`. */
  readonly path?: string
}

/**
 * An Astro integration that builds a dossier together with an Astro or Starlight site and adds its pages under
 * `path`.
 * `dossier/content` exports its collections, `dossier/components` components for other pages of the site.
 *
 * @throws Error when the dossier has errors, when a published address would break, or when the site's settings would
 * change the dossier's addresses
 */
function dossierIntegration({ root = '.', path = '/dossier/' }: DossierOptions = {}): AstroIntegration {
  const mount = `/${path}`.replaceAll(/\/+/g, '/').replace(/\/$/, '')
  let folder = ''
  return {
    name: 'dossier',
    hooks: {
      'astro:config:setup': async ({ config, command, injectRoute, updateConfig, logger }) => {
        if (command === 'preview') return
        refuseSettings(config)
        folder = resolve(fileURLToPath(config.root), root)
        process.env['DOSSIER_ROOT'] = folder
        process.env['DOSSIER_MOUNT'] = mount
        await compose(folder, (text) => logger.info(text))
        for (const route of listRoutes(mount)) injectRoute(route)
        updateConfig(settingsFor(config, folder))
      },
      'astro:build:done': async ({ dir, logger }) => {
        logger.info('Inspecting the dossier, and indexing it for search')
        await finish(folder, join(fileURLToPath(dir), mount))
      },
    },
  }
}

export { dossierIntegration as dossier }

/** Every address ends in `/` and is a folder with an index page; with other settings published addresses would break. */
function refuseSettings({ trailingSlash, build }: AstroConfig): void {
  if (trailingSlash === 'never')
    throw new Error("Unexpected trailingSlash: 'never', expected 'always' or 'ignore': a dossier's addresses end in /")
  if (build.format !== 'directory')
    throw new Error(
      `Unexpected build.format: '${build.format}', expected 'directory': a dossier's addresses are folders`,
    )
}

/** Settings that the dossier's pages need: their content security policy allows no inline script, style or image. */
function settingsFor({ integrations }: AstroConfig, folder: string) {
  const hasMdx = integrations.some(({ name }) => name === '@astrojs/mdx')
  const hasPages = existsSync(join(folder, 'seeds/pages'))
  return {
    build: { inlineStylesheets: 'never' as const },
    vite: { build: { assetsInlineLimit: 0 }, plugins: [resolveFromHere(folder), findFilesBesideCode] },
    ...(hasPages && !hasMdx && { integrations: [mdx()] }),
  }
}

/** Folder of the files that pages link to and Astro does not make. */
const filesOf = (folder: string) => join(folder, '.dossier/files')

async function compose(folder: string, report: (text: string) => void): Promise<void> {
  const out = filesOf(folder)
  const request = { root: folder, out, strict: false, verify: false, isRendered: false, report }
  const { value, problems } = await publishDossier(request)
  if (!value) throw new Error(describe(problems))
}

/**
 * Adds the files that the dossier's pages need to the rendered site, and checks that every published address still
 * works.
 */
async function finish(folder: string, site: string): Promise<void> {
  const fileOf = (name: string) => join(folder, 'content', name)
  const about = JSON.parse(readFileSync(fileOf('dossier.json'), 'utf8')) as { language: string; site?: string }
  mkdirSync(site, { recursive: true })
  cpSync(join(filesOf(folder), 'data'), join(site, 'data'), { recursive: true })
  cpSync(new URL('../../public', import.meta.url), site, { recursive: true })
  const problems = inspectSite(
    site,
    [...readEntries<Permalink>(fileOf('permalinks.json'))],
    readVersions(folder).value,
    true,
  )
  if (problems.length > 0) throw new Error(describe(problems))
  if (about.site !== undefined) await drawShareImages(site, openCache(join(openStateFolder(folder), 'images')))
  indexSearch(site, about.language)
}

const describe = (problems: readonly Problem[]) =>
  problems
    .map(({ file, rule, reason, hint }) => [`${file}  ${rule}`, reason, hint].filter(Boolean).join('\n  '))
    .join('\n')

/** A route as Astro's `injectRoute` takes it. */
export interface DossierRoute {
  readonly pattern: string
  /** Path of the page or endpoint. */
  readonly entrypoint: string
  readonly prerender: true
}

const PAGES = fileURLToPath(new URL('../site/pages', import.meta.url))

/** Pages that only the root of a host can have. */
const OF_HOSTS = new Set(['404.astro', 'robots.txt'])

/**
 * The routes of a dossier's pages, one for each file of `site/pages`, as Astro would name them.
 *
 * @param mount the folder under which the pages are, as `/dossier`; empty at the root of the site
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
