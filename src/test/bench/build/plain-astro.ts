import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'

/** The yardstick: Astro with the shortest loader that turns marked-up articles into pages, and Pagefind after it. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    private: true,
    type: 'module',
    dependencies: {
      astro: '7.3.5',
      pagefind: '1.6.0',
      'gray-matter': '4.0.3',
      'rehype-stringify': '10.0.1',
      'remark-mdx': '3.1.1',
      'remark-parse': '11.0.0',
      'remark-rehype': '11.1.2',
      unified: '11.0.5',
      'unist-util-visit': '5.0.0',
    },
  }),
  'astro.config.mjs': "export default { site: 'https://example.org' }\n",
  'src/content.config.mjs': `
import { readdirSync, readFileSync } from 'node:fs'
import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import matter from 'gray-matter'
import rehypeStringify from 'rehype-stringify'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

const linkMentions = () => (tree) =>
  visit(tree, 'mdxJsxTextElement', (node, at, parent) => {
    parent.children[at] = { type: 'link', url: '/entities/' + node.attributes[0].value + '/', children: node.children }
  })
const markdown = unified().use(remarkParse).use(remarkMdx).use(linkMentions).use(remarkRehype).use(rehypeStringify).freeze()

const load = (folder) => ({
  name: 'plain',
  load: async ({ store, parseData, generateDigest }) => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.mdx'))) {
      const text = readFileSync(folder + '/' + file, 'utf8')
      const [id, digest] = [file.replace('.mdx', ''), generateDigest(text)]
      if (store.get(id)?.digest === digest) continue
      const { data, content } = matter(text, {})
      store.set({ id, digest, data: await parseData({ id, data }), rendered: { html: String(markdown.processSync(content)) } })
    }
  },
})
const schema = z.object({ title: z.string() })
export const collections = Object.fromEntries(
  [['articles', 'content/articles'], ['entities', 'content/entities'], ['home', 'content']].map(
    ([name, folder]) => [name, defineCollection({ loader: load(folder), schema })],
  ),
)
`,
  'src/Base.astro': `---
const { title } = Astro.props
---
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body><header><a href="/">Home</a></header><main data-pagefind-body><h1>{title}</h1><slot /></main></body>
</html>
<style is:global>body { font: 1rem/1.6 system-ui; max-width: 44rem; margin: 0 auto } a { color: #0b5394 }</style>
`,
  'src/pages/[folder]/[id].astro': `---
import { getCollection, render } from 'astro:content'
import Base from '../../Base.astro'
export async function getStaticPaths() {
  const pages = ['articles', 'entities'].map(async (folder) =>
    (await getCollection(folder)).map((entry) => ({ params: { folder, id: entry.id }, props: { entry } })))
  return (await Promise.all(pages)).flat()
}
const { entry } = Astro.props
const { Content } = await render(entry)
---
<Base title={entry.data.title}><Content /></Base>
`,
  'src/pages/index.astro': `---
import { getEntry, render } from 'astro:content'
import Base from '../Base.astro'
const entry = await getEntry('home', 'home')
const { Content } = await render(entry)
---
<Base title={entry.data.title}><Content /></Base>
`,
}

/** The command that builds it, in its folder. */
export const BUILD_PLAIN = ['sh', '-c', 'node_modules/.bin/astro build && node_modules/.bin/pagefind --site dist']

/** Writes the site for comparison into a folder and installs its packages from the npm registry. */
export function installPlain(folder: string): void {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  if (existsSync(join(folder, 'node_modules/.bin/astro'))) return
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm could not install the yardstick:\n${stderr}`)
}
