import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A page of a built site. */
export interface SitePage {
  /** Path as a reader requests it: `/people/` for `people/index.html`. */
  readonly path: string
  readonly html: string
}

/** What is wrong with a page. */
export interface Breach {
  readonly page: string
  /** Permanent name, as `page/link`. */
  readonly rule: string
  readonly reason: string
}

/** Every page of a built site, by path. */
export function listPages(folder: string): SitePage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .toSorted()
    .map((file) => ({
      path: `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`,
      html: readFileSync(join(folder, file), 'utf8'),
    }))
}

/** The first pages of each section, and all that stand at the top. */
export function samplePages(pages: readonly SitePage[], each: number): SitePage[] {
  const sections = Map.groupBy(pages, ({ path }) => (path.split('/').slice(0, 3).length > 2 ? path.split('/')[1] : ''))
  return [...sections.values()].flatMap((section) => section.slice(0, each))
}
