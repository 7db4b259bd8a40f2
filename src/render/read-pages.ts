import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { compare } from '../text/compare.ts'
import { inspectHtml } from './inspect-html.ts'

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
    problems: faults.map((reason) => ({ file: path, severity: 'error', rule: 'render/unsafe-html', reason })),
  }
}
