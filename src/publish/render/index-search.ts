import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PagefindIndex } from 'pagefind'
import { close, createIndex } from 'pagefind'
import { SAXParser } from 'parse5-sax-parser'
import type { StartTag } from 'parse5-sax-parser'
import { nameToken } from '../../model/kind.ts'
import { compare } from '../../text/compare.ts'

/** More pages than this share files, so that a search with hundreds of results fetches no more files than this. */
const MOST_FRAGMENTS = 200

/**
 * Builds the search index of a rendered site into its `pagefind/` folder. Pages are added in the order of their paths,
 * so that the index does not depend on the order in which the file system lists them.
 *
 * @param folder the site
 * @throws Error when Pagefind refuses a page
 */
export async function indexSearch(folder: string): Promise<void> {
  const { index, errors } = await createIndex({ keepIndexUrl: false, maxFragments: MOST_FRAGMENTS })
  if (!index) throw new Error(errors.join('\n'))
  try {
    await addPages(index, folder)
    await writeIndex(index, join(folder, 'pagefind'))
  } finally {
    await close()
  }
}

async function addPages(index: PagefindIndex, folder: string): Promise<void> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .toSorted(compare)
  for (const path of pages) {
    const content = readFileSync(join(folder, path), 'utf8')
    if (!content.includes('data-pagefind-body')) continue
    const { errors } = await index.addHTMLFile({ sourcePath: path, content: addNameTokens(content) })
    if (errors.length > 0) throw new Error(errors.join('\n'))
  }
}

/** Not with Pagefind's own program, which exits without an error when the disk is full. */
async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors, files } = await index.getFiles()
  if (errors.length > 0) throw new Error(errors.join('\n'))
  for (const { path, content } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

/** A passage while it is read: its element, and the ids of the entities it names. */
interface OpenPassage {
  readonly tagName: string
  readonly ids: Set<string>
}

/**
 * Appends to each passage of a page the token of every entity that it names, for the search index only: a search for an
 * entity then finds the passages that call it by another name, and no phrase matches across two passages.
 */
export function addNameTokens(html: string): string {
  const parts: string[] = []
  let done = 0
  let open: OpenPassage | undefined
  const parser = new SAXParser({ sourceCodeLocationInfo: true })
  parser.on('startTag', (tag) => {
    if (attributeOf(tag, 'class') === 'passage') open = { tagName: tag.tagName, ids: new Set() }
    const id = attributeOf(tag, 'data-id')
    if (id !== undefined) open?.ids.add(id)
  })
  parser.on('endTag', ({ tagName, sourceCodeLocation }) => {
    if (!open || tagName !== open.tagName) return
    const end = sourceCodeLocation!.startOffset
    parts.push(html.slice(done, end), ...[...open.ids].map((id) => ` ${nameToken(id)}`))
    done = end
    open = undefined
  })
  parser.end(html)
  return parts.join('') + html.slice(done)
}

function attributeOf({ attrs }: StartTag, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}
