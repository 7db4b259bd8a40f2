import { join } from 'node:path'
import { glob } from 'astro/loaders'
import { defineCollection } from 'astro:content'
import { z } from 'zod'
import {
  contradictionEntry,
  coverageEntry,
  entityEntry,
  figureEntry,
  happeningEntry,
  originEntry,
  passageId,
  quotationEntry,
  sourceEntry,
  wordChoiceEntry,
} from '../model/entry.ts'
import { ROOT } from './loader/folders.ts'
import { loadEntries } from './loader/load-entries.ts'
import { loadLines } from './loader/load-lines.ts'

const html = z.string()
const source = sourceEntry.extend({ passages: z.array(sourceEntry.shape.passages.element.extend({ html })) })
const entity = entityEntry.extend({ passages: z.array(z.object({ id: passageId, html })) })

const entities = (collection: string) => defineCollection({ loader: loadEntries(collection, entity) })

export const collections = {
  sources: defineCollection({ loader: loadEntries('sources', source) }),
  people: entities('people'),
  organisations: entities('organisations'),
  places: entities('places'),
  events: entities('events'),
  works: entities('works'),
  timeline: defineCollection({ loader: loadLines('timeline.json', happeningEntry) }),
  quotations: defineCollection({ loader: loadLines('quotations.json', quotationEntry) }),
  figures: defineCollection({ loader: loadLines('figures.json', figureEntry) }),
  words: defineCollection({ loader: loadLines('words.json', wordChoiceEntry) }),
  origins: defineCollection({ loader: loadLines('origins.json', originEntry) }),
  coverage: defineCollection({ loader: loadLines('coverage.json', coverageEntry) }),
  contradictions: defineCollection({ loader: loadLines('contradictions.json', contradictionEntry) }),
  /** Written by hand: the owner's own code, compiled by @astrojs/mdx. */
  pages: defineCollection({
    loader: glob({ base: join(ROOT, 'seeds/pages'), pattern: '**/*.mdx' }),
    schema: z.strictObject({ title: z.string(), description: z.string().optional(), order: z.number().optional() }),
  }),
}
