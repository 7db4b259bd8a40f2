import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SAXParser } from 'parse5-sax-parser'

/** A page of a rendered site. */
export interface RenderedPage {
  /** Path from the site's root, as a reader requests it: `/people/` for `people/index.html`. */
  readonly path: string
  /** The `id` of every element. */
  readonly ids: ReadonlySet<string>
}

/** Reads the path and the ids of every page of a rendered site. */
export function readPages(folder: string): RenderedPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .map((file) => ({ path: `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`, ids: readIds(readFileSync(join(folder, file), 'utf8')) }))
}

function readIds(html: string): Set<string> {
  const ids = new Set<string>()
  const parser = new SAXParser()
  parser.on('startTag', ({ attrs }) => {
    for (const { name, value } of attrs) if (name === 'id') ids.add(value)
  })
  parser.end(html)
  return ids
}
