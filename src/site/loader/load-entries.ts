import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Loader } from 'astro/loaders'
import type { z } from 'zod'
import { readMdx } from '../../markup/read-mdx.ts'
import { renderHtml } from '../../markup/render-html.ts'
import { compare } from '../../text/compare.ts'
import { targetOf } from './addresses.ts'
import { CONTENT } from './folders.ts'

/**
 * Loads a collection of generated MDX as data: the front matter, checked against its schema, and each passage
 * rendered to HTML. Nothing in the files is compiled or run.
 *
 * @param collection folder under `content/`
 * @throws Error with file, line and rule of everything that is outside the closed vocabulary
 */
export function loadEntries(collection: string, schema: z.ZodType): Loader {
  return {
    name: `dossier-${collection}`,
    schema,
    load: async ({ store, parseData, generateDigest }) => {
      store.clear()
      for (const name of listFiles(join(CONTENT, collection))) {
        const text = readFileSync(join(CONTENT, collection, name), 'utf8')
        const raw = readEntry(`content/${collection}/${name}`, text)
        const data = await parseData({ id: raw.id, data: raw })
        store.set({ id: raw.id, data, digest: generateDigest(text) })
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

/** Passages of a source carry their number and kind from the front matter; those of an entity are its sentences. */
function readEntry(file: string, text: string) {
  const { data, passages, problems } = readMdx(file, text)
  if (problems.length > 0)
    throw new Error(problems.map(({ line, rule, reason }) => `${file}:${line ?? 1} ${rule}: ${reason}`).join('\n'))
  const front = data as { id: string; passages?: object[] }
  const rendered = passages.map(({ id, words }, index) => ({
    ...front.passages?.[index],
    id,
    html: renderHtml(words, targetOf),
  }))
  return { ...front, passages: rendered }
}
