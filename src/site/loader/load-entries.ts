import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Loader } from 'astro/loaders'
import { z } from 'zod'
import { compare } from '../../text/compare.ts'
import { FOLDERS } from './folders.ts'
import { readEntry } from './read-page.ts'

const identified = z.looseObject({ id: z.string() })

/**
 * Loads the front matter of a collection of generated MDX. A page takes its passages with `readPassages` when it is
 * rendered, so that the words of the whole dossier never stand in Astro's store. Nothing in the files is compiled or run.
 *
 * @param collection folder under `content/`
 * @throws Error with file, line and rule of everything that is outside the closed vocabulary
 */
export function loadEntries(collection: string, folders = FOLDERS): Loader {
  return {
    name: `dossier-${collection}`,
    load: async ({ store, parseData }) => {
      store.clear()
      for (const name of listFiles(join(folders.content, collection))) {
        const { entry, digest } = readEntry(`${collection}/${name}`, folders)
        const { id, ...rest } = identified.parse(entry)
        const data = await parseData({ id, data: { id, ...rest } })
        store.set({ id, data, digest })
      }
    },
  }
}

/** A dossier that names no work has no folder of works. */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isFile() && entry.name.endsWith('.mdx') ? [entry.name] : []))
    .toSorted(compare)
}

/**
 * Loads a list of entries from a JSON file under `content/`, in its order.
 *
 * @param name file name, as `timeline.json`
 */
export function loadLines(name: string, folders = FOLDERS): Loader {
  return {
    name: `dossier-${name}`,
    load: async ({ store, parseData, generateDigest }) => {
      store.clear()
      const entries: { id: string }[] = JSON.parse(readFileSync(join(folders.content, name), 'utf8'))
      for (const raw of entries) {
        const data = await parseData({ id: raw.id, data: raw })
        store.set({ id: raw.id, data, digest: generateDigest(raw) })
      }
    },
  }
}
