import { join } from 'node:path'
import { defineCollection } from 'astro/content/config'
import type { Loader } from 'astro/loaders'
import { glob } from 'astro/loaders'
import { z } from 'zod'
import { nameMdx } from '../markup/page-file.ts'
import {
  contradictionEntry,
  datedEventEntry,
  entityEntry,
  figureEntry,
  quotationEntry,
  sourceEntry,
} from '../model/entry.ts'
import { COLLECTION_OF, type EntityCollection } from '../model/kind.ts'
import { ROOT } from './loader/addresses.ts'
import { loadDatedEvents, loadEntries, loadLines, readPassages, renderWords } from './loader/load-entries.ts'

/** Pages written by hand: the owner's own code, compiled by @astrojs/mdx. */
export const handWritten = defineCollection({
  loader: glob({ base: join(ROOT, 'seeds/pages'), pattern: '**/*.mdx' }),
  schema: z.strictObject({ title: z.string(), description: z.string().optional(), order: z.number().optional() }),
})

interface Entry extends Record<string, unknown> {
  readonly id: string
}

/** Loads entries under their permanent ids. */
function loadAll(list: () => readonly { readonly id: string }[], render?: (entry: Entry) => string): Loader {
  return {
    name: 'dossier',
    load: async ({ store, parseData }) => {
      store.clear()
      for (const entry of list() as readonly Entry[]) {
        const data = await parseData({ id: entry.id, data: entry })
        store.set({ id: entry.id, data, ...(render && { rendered: { html: render(entry) } }) })
      }
    },
  }
}

/** Generated MDX: the body of an entry is its passages, as safe HTML with the ids that they are cited by. */
const pagesOf = <Schema extends z.ZodType<{ id: string; slug: string }>>(collection: string, schema: Schema) =>
  defineCollection({
    loader: loadAll(
      () => loadEntries(collection, schema),
      (entry) =>
        readPassages(nameMdx(collection, entry as unknown as { id: string; slug: string }))
          .map(({ id, words }) => `<p id="${id}">${renderWords(words)}</p>`)
          .join('\n'),
    ),
    schema,
  })

const linesOf = <Schema extends z.ZodType<{ id: string }>>(file: string, schema: Schema) =>
  defineCollection({ loader: loadAll(() => loadLines(file, schema)), schema })

/** One collection a kind of entity: `people`, `places` … */
const entityCollections = Object.fromEntries(
  Object.values(COLLECTION_OF).map((collection) => [collection, pagesOf(collection, entityEntry)]),
) as { readonly [C in EntityCollection]: ReturnType<typeof pagesOf<typeof entityEntry>> }

/** The collections of a dossier, for the `content.config.ts` of a site of one's own. Each entry's id is its permanent one. */
export const collections = {
  handWritten,
  sources: pagesOf('sources', sourceEntry),
  ...entityCollections,
  quotations: linesOf('quotations.json', quotationEntry),
  datedEvents: defineCollection({
    loader: loadAll(loadDatedEvents),
    schema: datedEventEntry,
  }),
  figures: linesOf('figures.json', figureEntry),
  contradictions: linesOf('contradictions.json', contradictionEntry),
}
