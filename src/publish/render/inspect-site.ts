import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PermalinkRecord } from '../../model/permalink.ts'
import type { Problem } from '../../model/problem.ts'
import type { SourceVersion } from '../../model/version.ts'
import { checkPromises } from '../../pipeline/6-address/check-promises.ts'
import { compare } from '../../text/compare.ts'
import { inspectHtml } from './inspect-html.ts'

/**
 * Inspects every page of a rendered site: nothing unsafe may be in it, and every address ever published must lead
 * somewhere.
 *
 * @param record as this build writes it
 * @param versions the earlier texts of sources
 * @param hasStubs every redirect is a page too
 */
export function inspectSite(
  folder: string,
  record: PermalinkRecord,
  versions: readonly SourceVersion[],
  hasStubs: boolean,
): readonly Problem[] {
  const pages = readPages(folder)
  return [...checkPromises(record, pages, versions, hasStubs), ...pages.flatMap(({ problems }) => problems)]
}

/** A page of a rendered site. */
export interface RenderedPage {
  /** Path from the site's root, as a reader requests it: `/people/` for `people/index.html`. */
  readonly path: string
  /** The `id` of every element. */
  readonly ids: ReadonlySet<string>
  /** What must not be in a page: see `inspectHtml`. */
  readonly problems: readonly Problem[]
}

/** Reads every page of a rendered site: its path, its ids, and what must not be in it. */
export function readPages(folder: string): RenderedPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .toSorted(compare)
    .map((file) => readPage(folder, file))
}

function readPage(folder: string, file: string): RenderedPage {
  const { ids, faults } = inspectHtml(readFileSync(join(folder, file), 'utf8'))
  const path = `/${file}`.replace(/(?<=\/)index\.html$/, '')
  return {
    path,
    ids,
    problems: faults.map((reason) => ({ file: path, severity: 'error', rule: 'page/unsafe-html', reason })),
  }
}
