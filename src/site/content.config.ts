import { join } from 'node:path'
import { glob } from 'astro/loaders'
import { defineCollection } from 'astro:content'
import { z } from 'zod'
import { ROOT } from './loader/folders.ts'

/** The collections that a build writes are read by `loader/load-entries.ts`. */
export const collections = {
  /** Written by hand: the owner's own code, compiled by @astrojs/mdx. */
  pages: defineCollection({
    loader: glob({ base: join(ROOT, 'seeds/pages'), pattern: '**/*.mdx' }),
    schema: z.strictObject({ title: z.string(), description: z.string().optional(), order: z.number().optional() }),
  }),
}
