import { existsSync, readFileSync, renameSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import mdx from '@astrojs/mdx'
import { unified } from '@astrojs/markdown-remark'
import { defineConfig, passthroughImageService } from 'astro/config'

const root = resolve(process.env.DOSSIER_ROOT ?? '.')
const about = resolve(process.env.DOSSIER_CONTENT ?? resolve(root, 'content'), 'dossier.json')
/** Where the dossier will be hosted: gives absolute addresses, and the folder it stands in there. */
const home = existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')).site : undefined

/** `src/` in the repository, `lib/` in the package that is made of it. */
const [program, ending] = existsSync(new URL('src/site', import.meta.url)) ? ['src', 'ts'] : ['lib', 'js']
const { findFilesBesideCode, resolveFromHere } = await import(`./${program}/astro/vite-plugins.${ending}`)

const out = resolve(process.env.DOSSIER_OUT ?? 'dist')

/**
 * What renders the pages goes into the program, and so do all packages: loading their hundreds of files takes as long as
 * rendering a small site.
 *
 * @type {import('vite').Plugin}
 */
const bundleRenderer = {
  name: 'dossier-bundle-renderer',
  configEnvironment: (name) => (name === 'prerender' ? { resolve: { noExternal: true } } : undefined),
  buildStart() {
    if (this.environment.name !== 'prerender') return
    const id = fileURLToPath(new URL(`${program}/site/prerender/render-pages.${ending}`, import.meta.url))
    this.emitFile({ type: 'chunk', id, fileName: 'render-pages.mjs' })
  },
}

/**
 * A build keeps the program that Astro makes of the site, and renders with it as long as neither the site's code nor a
 * hand-written page changes: see `src/site/prerender`.
 *
 * @returns {import('astro').AstroIntegration}
 */
function keepProgram(folder) {
  return {
    name: 'dossier-keep-program',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => updateConfig({ vite: { plugins: [bundleRenderer] } }),
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'dossier-keep-program',
          getStaticPaths: async () => {
            renameSync(resolve(out, '.prerender'), folder)
            return []
          },
          render: async () => new Response(),
        }),
    },
  }
}

export default defineConfig({
  output: 'static',
  srcDir: fileURLToPath(new URL(`${program}/site`, import.meta.url)),
  publicDir: fileURLToPath(new URL('public', import.meta.url)),
  outDir: out,
  cacheDir: './.astro/cache',
  ...(home && { site: new URL(home).origin, base: new URL(home).pathname }),
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  markdown: { processor: unified({ smartypants: false, gfm: false }), syntaxHighlight: false },
  image: { service: passthroughImageService() },
  integrations: [mdx(), ...(process.env.DOSSIER_PROGRAM ? [keepProgram(process.env.DOSSIER_PROGRAM)] : [])],
  vite: { build: { assetsInlineLimit: 0 }, plugins: [resolveFromHere(root), findFilesBesideCode] },
})
