import { readdirSync, rmSync } from 'node:fs'

/*
 * `prepare`, after `npm ci`: takes out of the packages what nothing here reads. The C headers of the packages that bring
 * Node, for native add-ons, of which none is compiled; source maps; and builds for Bare, another runtime than Node.
 * Plain JavaScript, for it runs under whichever Node npm was started with.
 */
const modules = new URL('../../../node_modules/', import.meta.url)
const UNREAD = [/^node-(?:bin-)?\w+-\w+\/include$/, /^bare-\w+\/prebuilds$/, /\.(?:[cm]?[jt]s|css)\.map$/]

for (const path of readdirSync(modules, { recursive: true }))
  if (UNREAD.some((pattern) => pattern.test(path.replaceAll('\\', '/'))))
    rmSync(new URL(path, modules), { recursive: true, force: true })
