import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
import { collections as dossier } from 'dossier/content'

export const collections = {
  ...dossier,
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
}
