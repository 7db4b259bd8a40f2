import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A page of a built site. */
export interface SitePage {
  /** Path as a reader requests it: `/people/` for `people/index.html`. */
  readonly path: string
  readonly html: string
}

/** A violation on a page. */
export interface Breach {
  readonly page: string
  /** Permanent name, as `page/link`. */
  readonly rule: string
  readonly reason: string
}

/** Every page of a built site, by path. */
export function listPages(folder: string): SitePage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .toSorted()
    .map((file) => ({
      path: `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`,
      html: readFileSync(join(folder, file), 'utf8'),
    }))
}

/** Sections whose lists come from one template; their pages differ by kind. */
const ENTITIES = ['people', 'organisations', 'places', 'events', 'works']

/** The first pages of each kind: of one template, and as deep in their section. */
export function samplePages(pages: readonly SitePage[], each: number): SitePage[] {
  return [...Map.groupBy(pages, kindOf).values()].flatMap((kind) => kind.slice(0, each))
}

function kindOf({ path }: SitePage): string {
  const [, section = '', ...deeper] = path.split('/')
  return deeper.length === 1 && ENTITIES.includes(section) ? 'list of entities' : `${section} ${deeper.length}`
}
