import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PagefindIndex } from 'pagefind'
import { close, createIndex } from 'pagefind'
import { compare } from '../text/compare.ts'
import { addNameTokens } from './add-name-tokens.ts'

/** Pages beyond this many share files: a search that finds hundreds of them asks the host for no more files than this. */
const MOST_FRAGMENTS = 200

/**
 * Builds the search index of a rendered site into its `pagefind/` folder. Pages are added in the order of their
 * paths: the index is then the same for every file system, which the order of a directory is not.
 *
 * @param folder the site
 * @returns how many pages the index holds
 * @throws Error when Pagefind refuses a page
 */
export async function indexSearch(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ keepIndexUrl: false, maxFragments: MOST_FRAGMENTS })
  if (!index) throw new Error(errors.join('\n'))
  try {
    const count = await addPages(index, folder)
    await writeIndex(index, join(folder, 'pagefind'))
    return count
  } finally {
    await close()
  }
}

async function addPages(index: PagefindIndex, folder: string): Promise<number> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .toSorted(compare)
  let count = 0
  for (const path of pages) {
    const content = readFileSync(join(folder, path), 'utf8')
    if (!content.includes('data-pagefind-body')) continue
    const added = await index.addHTMLFile({ sourcePath: path, content: addNameTokens(content) })
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'))
    count += 1
  }
  return count
}

/** Not by Pagefind's own program: that dies of a full disk without a word. */
async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors, files } = await index.getFiles()
  if (errors.length > 0) throw new Error(errors.join('\n'))
  for (const { path, content } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
