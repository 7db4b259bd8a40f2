import { join } from 'node:path'
import { glob } from 'astro/loaders'
import { defineCollection } from 'astro:content'
import { z } from 'zod'
import {
  contradictionEntry,
  coverageEntry,
  datedEventEntry,
  entityEntry,
  figureEntry,
  originEntry,
  quotationEntry,
  sourceEntry,
  wordChoiceEntry,
} from '../model/entry.ts'
import { ROOT } from './loader/folders.ts'
import { loadEntries, loadLines } from './loader/load-entries.ts'

const entities = (collection: string) => defineCollection({ loader: loadEntries(collection), schema: entityEntry })

export const collections = {
  sources: defineCollection({ loader: loadEntries('sources'), schema: sourceEntry }),
  people: entities('people'),
  organisations: entities('organisations'),
  places: entities('places'),
  events: entities('events'),
  works: entities('works'),
  objects: entities('objects'),
  /** Those without a page of their own. */
  entities: defineCollection({ loader: loadLines('entities.json'), schema: entityEntry }),
  timeline: defineCollection({ loader: loadLines('timeline.json'), schema: datedEventEntry }),
  quotations: defineCollection({ loader: loadLines('quotations.json'), schema: quotationEntry }),
  figures: defineCollection({ loader: loadLines('figures.json'), schema: figureEntry }),
  words: defineCollection({ loader: loadLines('words.json'), schema: wordChoiceEntry }),
  origins: defineCollection({ loader: loadLines('origins.json'), schema: originEntry }),
  coverage: defineCollection({ loader: loadLines('coverage.json'), schema: coverageEntry }),
  contradictions: defineCollection({ loader: loadLines('contradictions.json'), schema: contradictionEntry }),
  /** Written by hand: the owner's own code, compiled by @astrojs/mdx. */
  pages: defineCollection({
    loader: glob({ base: join(ROOT, 'seeds/pages'), pattern: '**/*.mdx' }),
    schema: z.strictObject({ title: z.string(), description: z.string().optional(), order: z.number().optional() }),
  }),
}
