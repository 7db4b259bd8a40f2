import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'

const page = (label, slug) => ({ label, slug })

export default defineConfig({
  integrations: [
    starlight({
      title: 'Dossier',
      sidebar: [
        page('Overview', 'index'),
        { label: 'Tutorial', items: [page('Start a dossier', 'start')] },
        {
          label: 'How to',
          items: [
            page('Dates and names', 'dates-and-names'),
            page('Corrections', 'corrections'),
            page('Publish, change, take down', 'publish'),
            page('Cite, and use Zotero', 'cite'),
            page('Take the data elsewhere', 'exports'),
            page('Many machines', 'many-machines'),
            page('Your own Astro site', 'astro'),
          ],
        },
        { label: 'Reference', items: [{ autogenerate: { directory: 'reference' } }] },
        { label: 'Explanation', items: [page('How it works', 'how-it-works')] },
      ],
    }),
  ],
})
