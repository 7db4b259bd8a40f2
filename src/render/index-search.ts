import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html')).toSorted(compare)
  let count = 0
  for (const path of pages) {
    const content = readFileSync(join(folder, path), 'utf8')
    if (!content.includes('data-pagefind-body')) continue
    const added = await index.addHTMLFile({ sourcePath: path, content: addNameTokens(content) })
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'))
    count += 1
  }
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') })
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'))
  await close()
  return count
}
