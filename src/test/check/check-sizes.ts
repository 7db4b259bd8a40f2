import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Limits } from './limits.ts'
import type { Breach, SitePage } from './site-page.ts'

const STYLE = /<link rel="stylesheet" href="([^"]+)"/g
const SCRIPT = /<script[^>]* src="([^"]+)"/g
const WORDS_OF_A_USUAL_SOURCE = 1000

const weigh = (bytes: Buffer | string) => gzipSync(bytes, { level: 9 }).length

/** Sizes of a page after gzip, in bytes. */
export interface PageSize {
  readonly path: string
  readonly html: number
  readonly css: number
  readonly script: number
  /** Words of the text in the page's main part, with all apparatus. */
  readonly words: number
}

/** Measures the files that a page names. */
export function measurePage(folder: string, { path, html }: SitePage, base = '/'): PageSize {
  const listFiles = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, address = '']) => join(folder, address.slice(base.length - 1)))
  const sum = (files: readonly string[]) => files.reduce((total, file) => total + weigh(readFileSync(file)), 0)
  const passages = [...html.matchAll(/class="passage"[^>]*>(.*?)<\/(?:p|h1|h2)>/gs)].map(([, words = '']) =>
    words.replace(/<[^>]*>/g, ''),
  )
  return {
    path,
    html: weigh(html),
    css: sum(listFiles(STYLE)),
    script: sum(listImports(listFiles(SCRIPT))),
    words: passages.join(' ').split(/\s+/).length,
  }
}

const IMPORT = /\b(?:from|import)"(\.[^"]+)"/g

/** Scripts with all their imports, each once; dynamic imports do not count. */
function listImports(files: readonly string[]): string[] {
  const all = new Set(files)
  for (const file of all)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) all.add(join(dirname(file), path))
  return [...all]
}

/** True for the page of a source or of a version of it. */
export const isOfSource = (path: string) =>
  path.startsWith('/sources/') && path !== '/sources/' && !path.startsWith('/sources/in/')

/**
 * A source page may take its limit, and in proportion more when its source is longer than a thousand words; all others
 * have one limit, for a long list is divided.
 */
export function checkSizes(sizes: readonly PageSize[], limits: Limits): Breach[] {
  return sizes.flatMap(({ path, html, css, script, words }) => {
    const allowed = isOfSource(path)
      ? limits.source_html_and_css * Math.max(1, words / WORDS_OF_A_USUAL_SOURCE)
      : limits.other_html + css
    return [
      ...(html + css > allowed
        ? [
            {
              page: path,
              rule: 'page/size',
              reason: `HTML and CSS take ${html + css} bytes, expected at most ${Math.round(allowed)}`,
            },
          ]
        : []),
      ...(script > limits.script && path !== '/search/'
        ? [
            {
              page: path,
              rule: 'page/script',
              reason: `scripts take ${script} bytes, expected at most ${limits.script}`,
            },
          ]
        : []),
    ]
  })
}
