import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import { dossier } from 'dossier/astro'

export default defineConfig({
  site: 'https://example.org',
  integrations: [starlight({ title: 'Harbour desk' }), dossier({ root: './ferries', path: '/ferries/' })],
})
