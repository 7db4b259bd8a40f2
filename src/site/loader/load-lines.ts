import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Loader } from 'astro/loaders'
import { FOLDERS } from './folders.ts'

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
