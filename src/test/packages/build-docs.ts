import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readDocs } from './documentation.ts'
import { installTools } from './load-tool.ts'
import { pathOf } from './package-files.ts'

/*
 * `npm run docs`: `docs/` as a site, with Starlight, in `node_modules/.cache/docs/dist`; `npm run docs -- dev` serves it
 * while it is written. The pages are plain Markdown that reads where the code is hosted: what Starlight wants beyond that
 * (titles in front matter, links to addresses instead of files) is made here.
 */

const folder = installTools('docs')
const target = join(folder, 'src/content/docs')
rmSync(join(folder, 'src'), { recursive: true, force: true })
for (const part of ['astro.config.mjs', 'src'])
  cpSync(pathOf(`packages/docs-site/${part}`), join(folder, part), { recursive: true })
cpSync(pathOf('public'), join(folder, 'public'), { recursive: true })
for (const { file, text } of readDocs()) {
  const path = join(target, file.slice('docs/'.length).replace('README.md', 'index.md'))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, asPage(file, text))
}
const args = process.argv.length > 2 ? process.argv.slice(2) : ['build']
const { status } = spawnSync(process.execPath, [join(folder, 'node_modules/astro/bin/astro.mjs'), ...args], {
  cwd: folder,
  stdio: 'inherit',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
})
process.exitCode = status ?? 1

/** The heading becomes the title, and a link to a file becomes the address of its page. */
function asPage(file: string, text: string): string {
  const [, title = '', body = ''] = /^# (.*)\n([^]*)$/.exec(text) ?? []
  const linked = body.replaceAll(/\]\((?!https?:)([\w/.-]+\.md)/g, (_, link: string) => {
    const { pathname } = new URL(link, `file:///${file.slice('docs/'.length)}`)
    return `](${pathname.replace(/(?:README)?\.md$/, '/').replace('//', '/')}`
  })
  return `---\ntitle: ${JSON.stringify(title)}\n---\n${linked}`
}
