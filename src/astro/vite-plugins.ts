import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/** `src/` in the repository, `lib/` in the package that is made of it. */
const PROGRAM = fileURLToPath(new URL('..', import.meta.url))

/** Code finds the word lists and styles that stand beside it, also when it is bundled into another file. */
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
 * Hand-written pages may lie in a dossier far from this package: what their compiled form imports is found here.
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
