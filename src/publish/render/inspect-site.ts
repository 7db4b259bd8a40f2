import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PermalinkRecord } from '../../model/permalink.ts'
import type { Problem } from '../../model/problem.ts'
import type { SourceVersion } from '../../model/entry.ts'
import { checkPromises } from '../../pipeline/6-address/check-promises.ts'
import { compare } from '../../text/compare.ts'
import { identifyFile } from '../../text/hash.ts'
import type { StepRecords } from '../last-build.ts'
import { readStep, writeStep } from '../last-build.ts'
import { inspectHtml } from './inspect-html.ts'

/** Name of the record of an inspection, in the state folder and in the staging area. */
export const INSPECTION_RECORD = 'inspected.json'

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
  records?: StepRecords,
): readonly Problem[] {
  const pages = readPages(folder, records)
  return [...checkPromises(record, pages, versions, hasStubs), ...pages.flatMap(({ problems }) => problems)]
}

/** A page of a rendered site. */
export interface RenderedPage {
  /** Path from the site's root, as a reader requests it: `/people/` for `people/index.html`. */
  readonly path: string
  /** The `id` of every element. */
  readonly ids: ReadonlySet<string>
  /** Forbidden content of a page: see `inspectHtml`. */
  readonly problems: readonly Problem[]
}

/** A page in which nothing was wrong, by file: which file it was, its hash, and the ids of its elements. */
type Seen = Record<string, readonly [file: string, hash: string, ids: readonly string[]]>

/** Reads every page of a rendered site: its path, its ids, and what must not be in it. */
export function readPages(folder: string, records?: StepRecords): RenderedPage[] {
  const last: Seen = records ? readStep(records) : {}
  const seen: Seen = {}
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .toSorted(compare)
    .map((file) => {
      const path = join(folder, file)
      const identity = identifyFile(path)!
      const known = last[file]
      if (known?.[0] === identity) {
        seen[file] = known
        return takeSeen(file, known[2])
      }
      const bytes = readFileSync(path)
      const hash = createHash('sha1').update(bytes).digest('hex')
      const page = known?.[1] === hash ? takeSeen(file, known[2]) : readPage(file, bytes)
      if (page.problems.length === 0) seen[file] = [identity, hash, [...page.ids]]
      return page
    })
  if (records) writeStep(records, seen)
  return pages
}

const pathOf = (file: string) => `/${file}`.replace(/(?<=\/)index\.html$/, '')

const takeSeen = (file: string, ids: readonly string[]): RenderedPage => ({
  path: pathOf(file),
  ids: new Set(ids),
  problems: [],
})

function readPage(file: string, bytes: Buffer): RenderedPage {
  const { ids, faults } = inspectHtml(bytes.toString())
  const path = pathOf(file)
  return {
    path,
    ids,
    problems: faults.map((reason) => ({ file: path, severity: 'error', rule: 'page/unsafe-html', reason })),
  }
}
