import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/** `src/` in the repository, `lib/` in the package that is made of it. */
const PROGRAM = fileURLToPath(new URL('..', import.meta.url))

/** Keeps `import.meta.url` of each module when it is bundled, so that code finds the word lists and styles beside it. */
export const findFilesBesideCode: Plugin = {
  name: 'dossier-files-beside-code',
  enforce: 'pre',
  transform(code, id) {
    const isOurs = id.startsWith(PROGRAM) && /\.[jt]s$/.test(id) && code.includes('import.meta.url')
    return isOurs
      ? { code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)), map: null }
      : undefined
  },
}

/**
 * Resolves imports of hand-written pages outside this package from here.
 *
 * @param root the dossier's folder
 */
export function resolveFromHere(root: string): Plugin {
  const pages = resolve(root, 'seeds/pages')
  return {
    name: 'dossier-pages',
    enforce: 'pre',
    resolveId(id, importer) {
      return importer?.startsWith(pages) && /^[@\w]/.test(id)
        ? this.resolve(id, import.meta.filename, { skipSelf: true })
        : undefined
    },
  }
}
